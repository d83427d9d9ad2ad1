import type { Edited } from '../policy/edits/edited'
import type { Policy } from '../policy/policy'
import { withPolicy } from '../scenario/with-policy'
import type { AppStore, CommitOptions } from '../store/app-store'
import { useAppStore } from './app-context'
import { placeNewNodes } from './place-new-nodes'

/** Makes an edit of the policy one step of the history. A refusal changes nothing and comes back, to be shown. */
export function editPolicy<Extra>(
  store: AppStore,
  label: string,
  edit: (policy: Policy) => Edited<Extra>,
  options?: CommitOptions,
): Edited<Extra> {
  const edited = edit(store.getState().scenario.policy)
  if (!edited.ok) return edited
  store
    .getState()
    .commit(label, (before) => placeNewNodes(withPolicy(before, edited.policy), before), options)
  return edited
}

/** `editPolicy` on the app's store, and the same for edits that are never refused. */
export function useEdit() {
  const store = useAppStore()
  return {
    edit: <Extra>(label: string, edit: (policy: Policy) => Edited<Extra>, options?: CommitOptions) =>
      editPolicy(store, label, edit, options),
    change: (label: string, change: (policy: Policy) => Policy, options?: CommitOptions): void => {
      editPolicy(store, label, (policy) => ({ ok: true, policy: change(policy) }), options)
    },
    settle: () => store.getState().settle(),
  }
}
