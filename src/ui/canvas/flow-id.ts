import type { BranchId, Target } from '../../model/address'
import { nodeKey } from '../../scenario/scenario'

/** Handles that are no branch. Branch ids are letters and digits, so they never look like these. */
export const HANDLE = {
  /** Where connections arrive at a rule or endpoint. */
  in: '+in',
  /** Where the start leads away. */
  start: '+start',
  /** Leads away along a branch that is yet to be made. */
  new: '+new',
  /** Stands for the branches that a folded rule does not show. */
  fold: '+fold',
} as const

// React Flow puts ids into attribute selectors without quoting them, and a document's ids may be any text.
const UNSAFE = /["\\%\p{Cc}]/gu

/** The canvas's id of a node: null is the start node. */
export function flowIdOf(target: Target | null): string {
  return nodeKey(target).replaceAll(
    UNSAFE,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

/** The node behind an id of the canvas; null is the start node. */
export function targetOfFlowId(flowId: string): Target | null {
  const key = flowId.replaceAll(/%([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  const colon = key.indexOf(':')
  if (colon < 0) return null
  return { kind: key.slice(0, colon) === 'rule' ? 'rule' : 'endpoint', id: key.slice(colon + 1) }
}

/** The canvas's id of the connection that a branch, or (null) the start, makes. */
export function edgeIdOf(from: { readonly rule: string; readonly branch: BranchId } | null): string {
  return from === null ? HANDLE.start : `${flowIdOf({ kind: 'rule', id: from.rule })}/${from.branch}`
}
