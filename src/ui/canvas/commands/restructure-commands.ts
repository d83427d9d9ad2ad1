import type { EndpointId, RuleId, Target } from '../../../model/address'
import { inSentence } from '../../../model/in-sentence'
import type { ConnectionSource } from '../../../policy/edits/can-connect'
import { changeRuleType, type Surplus } from '../../../policy/edits/change-rule-type'
import { duplicateNodes } from '../../../policy/edits/duplicate-nodes'
import { insertRuleOn, wrapEndpoint } from '../../../policy/edits/insert-rule'
import { connectionsTo } from '../../../policy/graph'
import { RULES, type RuleType } from '../../../rules'
import { nodeKey } from '../../../scenario/scenario'
import { withPolicy } from '../../../scenario/with-policy'
import type { AppStore } from '../../../store/app-store'
import type { ToastAction } from '../../shell/toast'
import { droppedText } from '../names'
import { targetOf } from '../origin'
import { positionsOf } from '../placement'
import { selectedTargets } from '../selection'
import { newNodeText } from './add-commands'
import { attemptsIn, type Tell } from './attempt'
import { type Wanted, withNewNode } from './new-place'

/** A copy stands so far right of and below what it was copied from. */
const COPY_OFFSET = 40

/** Changes of a policy's structure that keep what is there. */
export function restructureCommands(store: AppStore, tell: Tell) {
  const attempt = attemptsIn(store, tell)

  function changeType(rule: RuleId, type: RuleType, surplus: Surplus): void {
    const edited = changeRuleType(store.getState().scenario.policy, rule, type, surplus)
    const { title } = RULES[type]
    if (!edited.ok && surplus === 'refuse' && RULES[type].form.kind === 'pair') {
      void tell(edited.reason, 'error', {
        label: 'Put the others in a rule below',
        onClick: () => changeType(rule, type, 'nest'),
      })
      return
    }
    if (!edited.ok) {
      void tell(edited.reason, 'error')
      return
    }
    store
      .getState()
      .commit(`Change ${rule} to ${inSentence(title)}`, (scenario) => withPolicy(scenario, edited.policy))
    if (edited.dropped.length > 0) {
      const message = `${rule} is now ${inSentence(title)}, which dropped ${droppedText(edited.dropped)}.`
      void tell(message, 'plain', undoOf(store, tell))
    }
  }

  function insert(from: ConnectionSource, type: RuleType): void {
    const target = targetOf(store.getState().scenario.policy, from)
    const done = attempt(
      `Insert ${newNodeText(type)}`,
      (policy) => insertRuleOn(policy, from, type),
      (after, before, { id }) => withNewNode(after, before, { kind: 'rule', id }, between(from, target)),
    )
    if (done) store.getState().select([{ kind: 'rule', id: done.id }])
  }

  return {
    changeType: (rule: RuleId, type: RuleType) => changeType(rule, type, 'refuse'),
    insert,
    wrap(endpoint: EndpointId, type: RuleType): void {
      const done = attempt(
        `Wrap ${endpoint} in a ${newNodeText(type)}`,
        (policy) => wrapEndpoint(policy, endpoint, type),
        (after, before, { id }) => {
          const to: Target = { kind: 'endpoint', id: endpoint }
          const [first] = connectionsTo(before.policy, to)
          return withNewNode(after, before, { kind: 'rule', id }, between(first?.from ?? null, to))
        },
      )
      if (done) store.getState().select([{ kind: 'rule', id: done.id }])
    },
    duplicateSelection(): void {
      const targets = selectedTargets(store.getState().selection)
      if (targets.length === 0) return
      duplicate(store, targets)
    },
    duplicate: (targets: readonly Target[]) => duplicate(store, targets),
  }
}

/** Puts a copy of each node beside it, as one step of the history, and selects the copies. */
export function duplicate(store: AppStore, targets: readonly Target[]): void {
  const { policy, copies } = duplicateNodes(store.getState().scenario.policy, targets)
  store.getState().commit(`Duplicate ${countText(targets)}`, (before) => {
    const now = positionsOf(before)
    const moved = copies.flatMap(({ from, to }) => {
      const place = now.get(nodeKey(from))
      return place ? [[nodeKey(to), { x: place.x + COPY_OFFSET, y: place.y + COPY_OFFSET }] as const] : []
    })
    return { ...withPolicy(before, policy), layout: new Map([...now, ...moved]) }
  })
  store.getState().select(copies.map(({ to }) => to))
}

function between(from: ConnectionSource, target: Target | null): Wanted {
  const node: Target | null = from && { kind: 'rule', id: from.rule }
  return target === null ? { kind: 'after', node } : { kind: 'between', from: node, to: target }
}

/** Takes back the change that was just made, and none that was made since. */
function undoOf(store: AppStore, tell: Tell): ToastAction {
  const made = store.getState().scenario
  return {
    label: 'Undo',
    onClick() {
      if (store.getState().scenario === made) return store.getState().undo()
      void tell(
        'Something else was changed since; Undo in the top bar takes back one step after another.',
        'error',
      )
    },
  }
}

/** How many nodes, or the one node's id: "fra", "3 nodes". */
export function countText(targets: readonly Target[]): string {
  return targets.length === 1 ? (targets[0]?.id ?? '') : `${targets.length} nodes`
}
