import type { RuleId } from '../../model/address'
import { updateBranch } from '../../policy/edits/branches'
import { quoted } from '../../policy/edits/members'
import { useEdit } from '../use-edit'

/** Sets the bias of one location, as a step of its own. */
export function useSetBias(rule: RuleId) {
  const { change, settle } = useEdit()
  return (branch: string, name: string, bias: number): void => {
    settle()
    change(`Change bias of ${quoted(name)}`, (policy) =>
      updateBranch(policy, 'geoproximity', { rule, branch }, { bias }),
    )
  }
}
