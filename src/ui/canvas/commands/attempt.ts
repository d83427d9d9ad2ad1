import type { Done, Edited } from '../../../policy/edits/edited'
import type { Policy } from '../../../policy/policy'
import type { Scenario } from '../../../scenario/scenario'
import { withPolicy } from '../../../scenario/with-policy'
import type { AppStore } from '../../../store/app-store'
import type { say } from '../../shell/toast'

/** Says something in passing, such as why something cannot be done. */
export type Tell = typeof say

/**
 * Makes an edit of the policy one step of the history, or says why it cannot be made. `arrange` places
 * what is new: it is given the scenario after the edit and the one before.
 */
export type Attempt = <Extra>(
  label: string,
  edit: (policy: Policy) => Edited<Extra>,
  arrange?: (after: Scenario, before: Scenario, done: Done<Extra>) => Scenario,
) => Done<Extra> | null

export function attemptsIn(store: AppStore, tell: Tell): Attempt {
  return (label, edit, arrange = (after) => after) => {
    const edited = edit(store.getState().scenario.policy)
    if (!edited.ok) {
      void tell(edited.reason, 'error')
      return null
    }
    store
      .getState()
      .commit(label, (scenario) => arrange(withPolicy(scenario, edited.policy), scenario, edited))
    return edited
  }
}
