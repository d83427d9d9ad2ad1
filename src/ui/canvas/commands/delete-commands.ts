import type { Address, Target } from '../../../model/address'
import { removeBranch } from '../../../policy/edits/branches'
import { disconnect } from '../../../policy/edits/connect'
import { type Orphans, orphansOf, removeNodes } from '../../../policy/edits/remove-nodes'
import type { Policy } from '../../../policy/policy'
import { withPolicy } from '../../../scenario/with-policy'
import type { AppStore } from '../../../store/app-store'
import type { CanvasStore } from '../canvas-state'
import { type Origin, targetOf } from '../origin'
import { selectedTargets } from '../selection'
import { countText } from './restructure-commands'

/** Deleting, with a question where nodes would be left without a way to them. */
export function deleteCommands(store: AppStore, canvas: CanvasStore) {
  function remove(nodes: readonly Target[], orphans: Orphans): void {
    const { selection, commit, select } = store.getState()
    commit(`Delete ${countText(nodes)}`, (scenario) => {
      const policy = removeNodes(scenario.policy, nodes, orphans)
      // What of the selection is a connection or a branch goes in the same step.
      return withPolicy(scenario, selection.reduce(withoutBranch, policy))
    })
    select([])
  }

  function ask(nodes: readonly Target[]): void {
    const orphans = orphansOf(store.getState().scenario.policy, nodes)
    if (orphans.length === 0) remove(nodes, 'keep')
    else canvas.getState().ask({ nodes, orphans })
  }

  return {
    deleteNodes: (nodes: readonly Target[]) => {
      store.getState().select(nodes)
      ask(nodes)
    },
    deleteSelection(): void {
      const { selection, scenario, commit } = store.getState()
      const nodes = selectedTargets(selection)
      if (nodes.length > 0) {
        ask(nodes)
        return
      }
      const policy = selection.reduce(withoutConnection, scenario.policy)
      const isCut = selection.some((address) => targetOf(scenario.policy, originAt(address)) !== null)
      commit(isCut ? 'Disconnect' : 'Remove branch', (before) => withPolicy(before, policy))
    },
    /** The answer to the question that the dialog asks. */
    answerDelete(orphans: Orphans | null): void {
      const { question, ask: close } = canvas.getState()
      close(null)
      if (question && orphans !== null) remove(question.nodes, orphans)
    },
  }
}

function originAt(address: Address): Origin {
  return address.kind === 'rule' ? { rule: address.id, branch: address.branch ?? null } : null
}

/** The policy without what a selected connection, or the start, leads to. */
function withoutConnection(policy: Policy, address: Address): Policy {
  return address.kind === 'start' ? disconnect(policy, null) : withoutBranch(policy, address)
}

/** The policy without a selected connection; a branch that leads nowhere goes altogether. */
function withoutBranch(policy: Policy, address: Address): Policy {
  if (address.kind !== 'rule' || address.branch === undefined) return policy
  const from = { rule: address.id, branch: address.branch }
  return targetOf(policy, from) === null
    ? removeBranch(policy, address.id, address.branch)
    : disconnect(policy, from)
}
