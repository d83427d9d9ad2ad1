import type { ComponentType } from 'react'
import type { RuleId } from '../model/address'
import type { BranchChanges } from '../policy/edits/branches'
import type { Edited } from '../policy/edits/edited'
import type { Policy } from '../policy/policy'
import type { BranchOf, Rule, RuleType } from '../rules'

/** What a rule type's controls are given; they never write the scenario themselves. */
export interface BranchControlProps<T extends RuleType> {
  readonly ruleId: RuleId
  readonly rule: Rule<T>
  readonly branch: BranchOf<T>
  /** Changes keys of this branch; changes of one control, one after another, are one undo step until settled. */
  readonly onChange: (label: string, changes: BranchChanges<T>) => void
  readonly onSettle: () => void
}

/** What a rule type's form is given beside that. */
export interface BranchFormProps<T extends RuleType> extends BranchControlProps<T> {
  /** As `onChange`, for what concerns more than keys of the branch; a refusal comes back, to be shown. */
  readonly onEdit: (label: string, edit: (policy: Policy) => Edited) => Edited
}

/** What a rule type's tools are given. */
export interface RuleToolsProps<T extends RuleType> {
  readonly ruleId: RuleId
  readonly rule: Rule<T>
}

/** How one rule type looks and is edited. Every type has one, listed in `rule-views.ts`. */
export interface RuleView<T extends RuleType> {
  readonly Icon: ComponentType<{ readonly size?: number | string }>
  /** What names a branch in its row: its own words ("France") or, where those say nothing, what it leads to. */
  readonly rowName: 'label' | 'target'
  /** The common controls in one line of a node, at most 140 px wide: weight with its percent, bias slider, place. */
  readonly NodeControl: ComponentType<BranchControlProps<T>>
  /** All of the branch's own fields, for the properties panel; health and target are added there. */
  readonly Form: ComponentType<BranchFormProps<T>>
  /** What can be done with all branches of the rule, beside "Add branch". */
  readonly Tools?: ComponentType<RuleToolsProps<T>>
}
