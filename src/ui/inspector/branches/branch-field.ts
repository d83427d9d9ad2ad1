import type { RuleId } from '../../../model/address'
import type { BranchOf, Rule } from '../../../rules'

/** What a field that branches of every type have is given. */
export interface BranchFieldProps {
  readonly ruleId: RuleId
  readonly rule: Rule
  readonly branch: BranchOf
  /** What the branch is called in the labels of the history. */
  readonly name: string
}
