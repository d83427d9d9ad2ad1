import { Scale } from 'lucide-react'
import { percentText } from '../../analysis/words'
import { readable } from '../../model/field'
import { NumberField } from '../../ui/kit/number-field'
import styles from '../../ui/kit/row-control.module.css'
import type { BranchControlProps, RuleView } from '../../ui/rule-view'
import { weightShares } from './decision'
import { effectiveWeight } from './definition'

/** The share of answers that a branch gets while every branch is healthy. */
function shareOf({ rule, branch }: BranchControlProps<'weighted'>): number {
  const weights = rule.branches.map(effectiveWeight)
  const shares = weightShares(
    weights,
    weights.map(() => true),
  )
  return shares[rule.branches.indexOf(branch)] ?? 0
}

function WeightField(props: BranchControlProps<'weighted'> & { readonly labelHidden?: boolean }) {
  const { branch, onChange, onSettle, labelHidden = false } = props
  return (
    <NumberField
      label="Weight"
      labelHidden={labelHidden}
      value={readable(branch.weight) ?? null}
      min={0}
      max={255}
      onChange={(weight) => onChange('Change weight', { weight })}
      onSettle={onSettle}
    />
  )
}

function NodeControl(props: BranchControlProps<'weighted'>) {
  return (
    <span className={styles['pair']}>
      <WeightField {...props} labelHidden />
      <span className={styles['figure']} title="Share of answers while every branch is healthy">
        {percentText(shareOf(props))}
      </span>
    </span>
  )
}

function Form(props: BranchControlProps<'weighted'>) {
  return (
    <>
      <WeightField {...props} />
      <p>{percentText(shareOf(props))} of the answers while every branch is healthy.</p>
    </>
  )
}

/** How a weighted rule looks and is edited. */
export const weightedView: RuleView<'weighted'> = { Icon: Scale, rowName: 'target', NodeControl, Form }
