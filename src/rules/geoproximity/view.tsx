import { Compass } from 'lucide-react'
import { biasText } from '../../analysis/words'
import { readable } from '../../model/field'
import { NumberField } from '../../ui/kit/number-field'
import styles from '../../ui/kit/row-control.module.css'
import { Slider } from '../../ui/kit/slider'
import type { BranchControlProps, RuleView } from '../../ui/rule-view'
import { geoproximity } from './definition'

/** The range that Route 53 accepts (route53.md 3.3). */
const BIAS_RANGE = { min: -99, max: 99 } as const

function BiasControl({ branch, onChange, onSettle }: BranchControlProps<'geoproximity'>) {
  const bias = readable(branch.bias) ?? 0
  const place = geoproximity.labelOf(branch)
  const change = (next: number) => onChange('Change bias', { bias: next })
  return (
    <span className={styles['pair']}>
      <Slider
        label={`Bias of ${place}`}
        value={bias}
        valueText={biasText(bias)}
        {...BIAS_RANGE}
        onChange={change}
        onSettle={onSettle}
      />
      <NumberField
        label={`Bias of ${place}, −99 to 99`}
        labelHidden
        value={bias}
        {...BIAS_RANGE}
        onChange={change}
        onSettle={onSettle}
      />
    </span>
  )
}

/** How a geoproximity rule looks and is edited. */
export const geoproximityView: RuleView<'geoproximity'> = {
  Icon: Compass,
  rowName: 'label',
  NodeControl: BiasControl,
  Form: BiasControl,
}
