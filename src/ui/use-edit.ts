import type { Done, Edited } from '../policy/edits/edited'
import type { Policy } from '../policy/policy'
import type { Scenario } from '../scenario/scenario'
import { withPolicy } from '../scenario/with-policy'
import type { AppStore, CommitOptions } from '../store/app-store'
import { useAppStore } from './app-context'

export interface EditOptions<Extra> extends CommitOptions {
  /** Places what is new: it is given the scenario after the edit and the one before. */
  readonly arrange?: (after: Scenario, before: Scenario, done: Done<Extra>) => Scenario
}

/** Makes an edit of the policy one step of the history. A refusal changes nothing and comes back, to be shown. */
export function editPolicy<Extra>(
  store: AppStore,
  label: string,
  edit: (policy: Policy) => Edited<Extra>,
  { arrange, ...options }: EditOptions<Extra> = {},
): Edited<Extra> {
  const edited = edit(store.getState().scenario.policy)
  if (!edited.ok) return edited
  store.getState().commit(
    label,
    (before) => {
      const after = withPolicy(before, edited.policy)
      return arrange ? arrange(after, before, edited) : after
    },
    options,
  )
  return edited
}

/** `editPolicy` on the app's store, and the same for edits that are never refused. */
export function useEdit() {
  const store = useAppStore()
  return {
    edit: <Extra>(
      label: string,
      edit: (policy: Policy) => Edited<Extra>,
      options?: EditOptions<Extra>,
    ): Edited<Extra> => editPolicy(store, label, edit, options),
    change: (label: string, change: (policy: Policy) => Policy, options?: EditOptions<unknown>): void => {
      editPolicy(store, label, (policy) => ({ ok: true, policy: change(policy) }), options)
    },
    settle: () => store.getState().settle(),
  }
}
