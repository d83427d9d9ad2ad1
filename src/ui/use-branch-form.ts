import type { RuleId } from '../model/address'
import { updateBranch } from '../policy/edits/branches'
import { quoted } from '../policy/edits/members'
import type { BranchByType, BranchOf, Rule, RuleOf, RuleType } from '../rules'
import type { BranchFormProps } from './rule-view'
import { useEdit } from './use-edit'

/** What the controls and the form of one branch are given; `name` is what the branch is called in labels. */
export function useBranchForm<T extends RuleType>(
  ruleId: RuleId,
  rule: RuleOf<T, BranchByType[T]> & Rule<T>,
  branch: BranchOf<T>,
  name: string,
): BranchFormProps<T> {
  const { edit, change, settle } = useEdit()
  const at = { rule: ruleId, branch: branch.id }
  const labelled = (label: string) => `${label} of ${quoted(name)}`
  const key = (label: string) => ({ coalesce: `${ruleId}/${branch.id} ${label}` })
  return {
    ruleId,
    rule,
    branch,
    onChange: (label, changes) =>
      change(labelled(label), (policy) => updateBranch(policy, rule.type, at, changes), key(label)),
    onEdit: (label, make) => edit(labelled(label), make, key(label)),
    onSettle: settle,
  }
}
