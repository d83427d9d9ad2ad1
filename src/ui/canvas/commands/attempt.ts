import type { Done, Edited } from '../../../policy/edits/edited'
import type { Policy } from '../../../policy/policy'
import type { Scenario } from '../../../scenario/scenario'
import { withPolicy } from '../../../scenario/with-policy'
import type { AppStore } from '../../../store/app-store'
import { say } from '../../shell/toast'

/** Says why something cannot be done. */
export function refused(reason: string): void {
  void say(reason, 'error')
}

/**
 * Makes an edit of the policy one step of the history, or says why it cannot be made. `arrange` places
 * what is new: it is given the scenario after the edit and the one before.
 */
export function attempt<Extra>(
  store: AppStore,
  label: string | ((done: Done<Extra>) => string),
  edit: (policy: Policy) => Edited<Extra>,
  arrange: (after: Scenario, before: Scenario, done: Done<Extra>) => Scenario = (after) => after,
): Done<Extra> | null {
  const edited = edit(store.getState().scenario.policy)
  if (!edited.ok) {
    refused(edited.reason)
    return null
  }
  store
    .getState()
    .commit(typeof label === 'string' ? label : label(edited), (scenario) =>
      arrange(withPolicy(scenario, edited.policy), scenario, edited),
    )
  return edited
}
