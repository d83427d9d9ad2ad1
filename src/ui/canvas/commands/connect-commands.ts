import type { BranchId, RuleId, Target } from '../../../model/address'
import { addBranch, moveBranch, removeBranch } from '../../../policy/edits/branches'
import type { ConnectionSource } from '../../../policy/edits/can-connect'
import { disconnect, reconnect, setStart } from '../../../policy/edits/connect'
import { withPolicy } from '../../../scenario/with-policy'
import type { AppStore } from '../../../store/app-store'
import { nodeText } from '../names'
import { connectFrom, type Origin } from '../origin'
import { attemptsIn, type Tell } from './attempt'

/** Connections and branches. */
export function connectCommands(store: AppStore, tell: Tell) {
  const attempt = attemptsIn(store, tell)
  const commitPolicy = (label: string, edit: Parameters<typeof editing>[0]) =>
    store.getState().commit(label, editing(edit))

  return {
    connect(origin: Origin, target: Target): void {
      attempt(`Connect to ${nodeText(target)}`, (policy) => connectFrom(policy, origin, target))
    },
    reconnect(from: ConnectionSource, origin: Origin, target: Target): void {
      attempt(`Reconnect to ${nodeText(target)}`, (policy) => {
        if (origin === null) return reconnect(policy, from, { from: null, target })
        if (origin.branch === null) return connectFrom(disconnect(policy, from), origin, target)
        return reconnect(policy, from, { from: { rule: origin.rule, branch: origin.branch }, target })
      })
    },
    disconnect(from: ConnectionSource): void {
      commitPolicy('Disconnect', (policy) => disconnect(policy, from))
    },
    setStart(target: Target): void {
      commitPolicy(`Start with ${nodeText(target)}`, (policy) => setStart(policy, target))
    },
    addBranch(rule: RuleId): void {
      const done = attempt('Add branch', (policy) => addBranch(policy, rule, null))
      if (done) store.getState().select([{ kind: 'rule', id: rule, branch: done.branch }])
    },
    removeBranch(rule: RuleId, branch: BranchId): void {
      commitPolicy('Remove branch', (policy) => removeBranch(policy, rule, branch))
      store.getState().select([{ kind: 'rule', id: rule }])
    },
    moveBranch(rule: RuleId, branch: BranchId, index: number): void {
      commitPolicy('Move branch', (policy) => moveBranch(policy, rule, branch, index))
    },
  }
}

type PolicyEdit = (policy: Parameters<typeof withPolicy>[1]) => Parameters<typeof withPolicy>[1]

function editing(edit: PolicyEdit) {
  return (scenario: Parameters<typeof withPolicy>[0]) => withPolicy(scenario, edit(scenario.policy))
}
