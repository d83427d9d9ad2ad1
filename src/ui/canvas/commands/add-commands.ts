import type { Target } from '../../../model/address'
import { inSentence } from '../../../model/in-sentence'
import { addEndpoint, addRule } from '../../../policy/edits/add-node'
import { whyNotConnect } from '../../../policy/edits/can-connect'
import type { Edited } from '../../../policy/edits/edited'
import type { Policy } from '../../../policy/policy'
import { RULES, type RuleType } from '../../../rules'
import type { AppState, AppStore } from '../../../store/app-store'
import type { CanvasStore } from '../canvas-state'
import type { Box } from '../free-place'
import { connectFrom, type Origin, targetOf } from '../origin'
import { selectedTargets } from '../selection'
import { attemptsIn, type Tell } from './attempt'
import { type Wanted, withNewNode } from './new-place'

/** What the palette offers. */
export type NewNode = RuleType | 'endpoint'

/** New nodes. `view` is the part of the canvas that is seen now. */
export function addCommands(store: AppStore, canvas: CanvasStore, view: () => Box, tell: Tell) {
  const attempt = attemptsIn(store, tell)

  function add(kind: NewNode, origin: Origin | undefined, wanted: Wanted): Target | null {
    const done = attempt(
      `Add ${newNodeText(kind)}`,
      (policy) => addedTo(policy, kind, origin),
      (after, before, { node }) => withNewNode(after, before, node, wanted),
    )
    if (!done) return null
    store.getState().select([done.node])
    return done.node
  }

  return {
    /** Adds a node where there is room in view, connects what evidently waits for it, and brings it into view. */
    addFromPalette(kind: NewNode): Target | null {
      const { selection, select } = store.getState()
      const origin = waitingOrigin(store.getState(), kind)
      const wanted: Wanted =
        origin === undefined
          ? { kind: 'view', view: view(), beside: selectedTargets(selection)[0] ?? null }
          : { kind: 'after', node: origin && { kind: 'rule', id: origin.rule } }
      const added = add(kind, origin, wanted)
      // The rule stays selected, so that pressing again gives it one more endpoint.
      if (added?.kind === 'endpoint' && origin?.branch === null) select(selection)
      if (added) canvas.getState().reveal(added)
      return added
    },
    /** Adds a node with its corner at a place. */
    addAt(kind: NewNode, place: { x: number; y: number }): Target | null {
      const added = add(kind, waitingStart(store.getState()), { kind: 'at', place })
      if (added) revealDropped(added)
      return added
    },
    /** Adds a node that a connection leads to; at a place, or beside what it comes from. */
    addAndConnect(kind: NewNode, origin: Origin, place: { x: number; y: number } | null): Target | null {
      const beside: Wanted = { kind: 'after', node: origin && { kind: 'rule', id: origin.rule } }
      const added = add(kind, origin, place === null ? beside : { kind: 'at', place })
      if (added && place !== null) revealDropped(added)
      else if (added) canvas.getState().reveal(added)
      return added
    },
  }

  /** A rule that was dropped near the edge comes whole into view: the next step begins at its right side. */
  function revealDropped(added: Target): void {
    if (added.kind === 'rule') canvas.getState().reveal(added)
  }
}

/** What a kind of node is called in a sentence: "weighted rule". */
export function newNodeText(kind: NewNode): string {
  return kind === 'endpoint' ? 'endpoint' : `${inSentence(RULES[kind].title)} rule`
}

/** The policy with a new node that, where an origin is given, the origin leads to. */
export function addedTo(
  policy: Policy,
  kind: NewNode,
  origin: Origin | undefined,
): Edited<{ readonly node: Target }> {
  const added = kind === 'endpoint' ? addEndpoint(policy, { type: 'value' }) : addRule(policy, kind)
  if (!added.ok) return added
  const node: Target = { kind: kind === 'endpoint' ? 'endpoint' : 'rule', id: added.id }
  if (origin === undefined) return { ok: true, policy: added.policy, node }
  const connected = connectFrom(added.policy, origin, node)
  return connected.ok ? { ok: true, policy: connected.policy, node } : connected
}

/** Why a branch of the origin's rule cannot lead to a new node; null when it can. */
export function whyNotNew(policy: Policy, kind: NewNode, origin: Origin): string | null {
  const added = addedTo(policy, kind, undefined)
  if (!added.ok) return added.reason
  return whyNotConnect(added.policy, origin, added.node)?.reason ?? null
}

// The one selected branch that leads nowhere, the one selected rule, or the start while it leads nowhere.
function waitingOrigin(state: AppState, kind: NewNode): Origin | undefined {
  const { policy } = state.scenario
  const [address, ...others] = state.selection
  if (address?.kind === 'rule' && others.length === 0) {
    const origin: Origin = { rule: address.id, branch: address.branch ?? null }
    const isFree = targetOf(policy, origin) === null
    if (isFree && addedTo(policy, kind, origin).ok) return origin
  }
  return waitingStart(state)
}

function waitingStart({ scenario }: AppState): Origin | undefined {
  return scenario.policy.start === null ? null : undefined
}
