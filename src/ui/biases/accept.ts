import { withBiases } from '../../analysis/tuning/bias-locations'
import type { Scenario } from '../../scenario/scenario'
import { type AppStore, isFresh } from '../../store/app-store'
import { editPolicy } from '../use-edit'
import { type Proposal, useDesk } from './desk'

/** Whether a proposal was worked out for the policy, the world and the demand as they are. */
export function isUpToDate({ of }: Proposal, scenario: Scenario): boolean {
  return isFresh({ of, policy: scenario.policy }, scenario) && of.demand === scenario.demand
}

/** Makes the biases of a proposal one step of the history; one that is out of date stays where it is. */
export function acceptProposal(store: AppStore, proposal: Proposal): void {
  if (!isUpToDate(proposal, store.getState().scenario)) return
  const { rule, biases, label } = proposal
  editPolicy(store, label, (policy) => ({ ok: true, policy: withBiases(policy, rule, biases) }))
  useDesk.setState({ proposal: null })
}
