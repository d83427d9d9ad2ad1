import type { Target } from '../model/address'
import type { Policy } from '../policy/policy'

/*
 * Share links leave out positions that equal the automatic layout's, which follows from these sizes: a change here moves the
 * nodes of every link there is, unless `formats/link` gets a new version that keeps the former layout for the old ones.
 */

/** Sizes of the canvas's nodes in canvas units, so that the layout and the canvas agree. */
export const START_SIZE: NodeSize = { width: 224, height: 84 }
export const ENDPOINT_SIZE: NodeSize = { width: 232, height: 84 }
export const RULE_WIDTH = 288
/** The header and the edge below the rows. */
export const RULE_HEADER_HEIGHT = 56
export const BRANCH_HEIGHT = 34
/** A rule with more branches than this folds: it shows so many, and one row that stands for the rest. */
export const MOST_ROWS = 12

/** Width and height in canvas units. */
export interface NodeSize {
  readonly width: number
  readonly height: number
}

/** The size of a node: null is the start node; a rule grows with its branches until it folds. */
export function nodeSize(policy: Policy, target: Target | null): NodeSize {
  if (target === null) return START_SIZE
  if (target.kind === 'endpoint') return ENDPOINT_SIZE
  const branches = policy.rules.get(target.id)?.branches.length ?? 0
  // A rule without branches shows one row that invites the first.
  return ruleSize(branches > MOST_ROWS ? MOST_ROWS + 1 : Math.max(1, branches))
}

/** The size of a rule that shows so many rows. */
export function ruleSize(rows: number): NodeSize {
  return { width: RULE_WIDTH, height: RULE_HEADER_HEIGHT + BRANCH_HEIGHT * rows }
}
