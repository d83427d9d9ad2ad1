import { Scale } from 'lucide-react'
import { percentText } from '../../analysis/words'
import { readable } from '../../model/field'
import formStyles from '../../ui/inspector/form.module.css'
import { NumberField } from '../../ui/kit/number-field'
import styles from '../../ui/kit/row-control.module.css'
import type { BranchControlProps, BranchFormProps, RuleView } from '../../ui/rule-view'
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

interface WeightFieldProps extends BranchControlProps<'weighted'> {
  readonly labelHidden?: boolean
  readonly className?: string | undefined
}

function WeightField(props: WeightFieldProps) {
  const { branch, onChange, onSettle, labelHidden = false, className } = props
  return (
    <NumberField
      label={labelHidden ? `Weight of ${branch.target?.id ?? 'the branch that leads nowhere'}` : 'Weight'}
      labelHidden={labelHidden}
      className={className}
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

function Form(props: BranchFormProps<'weighted'>) {
  const isSpare = effectiveWeight(props.branch) === 0
  return (
    <div className={formStyles['row']}>
      <WeightField {...props} className={formStyles['number']} />
      <span className={formStyles['figure']}>
        {isSpare && shareOf(props) === 0
          ? 'Used only when every branch with a weight is unhealthy.'
          : `${percentText(shareOf(props))} of the answers while every branch is healthy.`}
      </span>
    </div>
  )
}

/** How a weighted rule looks and is edited. */
export const weightedView: RuleView<'weighted'> = { Icon: Scale, rowName: 'target', NodeControl, Form }
