import { useState } from 'react'
import type { BranchId, RuleId, Target } from '../../model/address'
import { definitionOf, type Rule } from '../../rules'
import { nodeKey } from '../../scenario/scenario'
import { useNodeProblems } from '../canvas/marks/use-problem-marks'
import { RuleTag } from '../rule-tag'
import { viewOf } from '../rule-views'
import { type AskedType, AskedTypeChange } from './asked-type-change'
import { BranchList } from './branches/branch-list'
import formStyles from './form.module.css'
import { Guide } from './guide/guide'
import { IdField } from './id-field'
import { PanelHeader } from './panel-header'
import { RuleTypeMenu } from './rule-type-menu'
import { SelectionProblems } from './selection-problems'
import { UsedBy } from './used-by'

export interface RulePanelProps {
  readonly id: RuleId
  readonly rule: Rule
  /** The selected branch, which is expanded. */
  readonly branch: BranchId | null
}

/** The properties of a rule. */
export function RulePanel({ id, rule, branch }: RulePanelProps) {
  const node: Target = { kind: 'rule', id }
  const { title } = definitionOf(rule)
  const { Icon } = viewOf(rule)
  const problems = useNodeProblems(nodeKey(node))
  const branchOf = ({ at }: (typeof problems)[number]) => (at?.kind === 'rule' ? at.branch : undefined)
  const [asked, setAsked] = useState<
    (AskedType & { readonly id: RuleId; readonly from: Rule['type'] }) | null
  >(null)

  return (
    <>
      <PanelHeader
        icon={<Icon size={16} />}
        title={`${title} rule`}
        remark={<RuleTag type={rule.type} />}
        nodes={[node]}
      />
      <SelectionProblems
        problems={problems.filter((each) => branchOf(each) === undefined || branchOf(each) === branch)}
        others={problems.filter((each) => branchOf(each) !== undefined && branchOf(each) !== branch)}
      />
      <div className={formStyles['form']}>
        <div className={formStyles['row']}>
          <IdField node={node} />
          <RuleTypeMenu id={id} rule={rule} onAsk={(next) => setAsked({ ...next, id, from: rule.type })} />
        </div>
        {asked?.id === id && asked.from === rule.type && (
          <AskedTypeChange key={asked.type} id={id} rule={rule} asked={asked} onDone={() => setAsked(null)} />
        )}
        <Guide key={rule.type} type={rule.type} />
      </div>
      <BranchList key={id} ruleId={id} rule={rule} selected={branch} />
      <UsedBy node={node} />
    </>
  )
}
