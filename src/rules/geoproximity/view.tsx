import { Compass } from 'lucide-react'
import { Suspense, useState } from 'react'
import { biasText } from '../../analysis/words'
import { biasFactor } from '../../geo/distance'
import { readable } from '../../model/field'
import { useApp } from '../../ui/app-context'
import formStyles from '../../ui/inspector/form.module.css'
import { BranchCurve, LocationField } from '../../ui/inspector/pickers/lazy-pickers'
import { NumberField } from '../../ui/kit/number-field'
import styles from '../../ui/kit/row-control.module.css'
import { Slider } from '../../ui/kit/slider'
import type { BranchControlProps, BranchFormProps, RuleView } from '../../ui/rule-view'
import { geoproximity } from './definition'

/** The range that Route 53 accepts (route53.md 3.3). */
const BIAS_RANGE = { min: -99, max: 99 } as const

function NodeControl({ branch, onChange, onSettle }: BranchControlProps<'geoproximity'>) {
  const [dragged, setDragged] = useState<number | null>(null)
  const bias = dragged ?? readable(branch.bias) ?? 0
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
        onDragged={setDragged}
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

function BiasField({ branch, onChange, onSettle }: BranchFormProps<'geoproximity'>) {
  const negativeBias = useApp(({ scenario }) => scenario.world.negativeBias)
  const [dragged, setDragged] = useState<number | null>(null)
  const bias = dragged ?? readable(branch.bias) ?? 0
  const change = (next: number) => onChange('Change bias', { bias: next })
  return (
    <>
      <div className={formStyles['row']}>
        <NumberField
          label="Bias"
          className={formStyles['number']}
          value={bias}
          {...BIAS_RANGE}
          onChange={change}
          onSettle={onSettle}
        />
        <span className={formStyles['slider']}>
          <span className={formStyles['ends']} aria-hidden>
            <span>−99 less far</span>
            <span>further +99</span>
          </span>
          <Slider
            label="Bias"
            value={bias}
            valueText={biasText(bias)}
            {...BIAS_RANGE}
            onChange={change}
            onDragged={setDragged}
            onSettle={onSettle}
          />
        </span>
      </div>
      <p className={formStyles['note']}>{biasEffect(bias, biasFactor(bias, negativeBias))}</p>
    </>
  )
}

function biasEffect(bias: number, factor: number): string {
  if (bias === 0) return 'Distances from here count as they are.'
  const times = `Distances from here count × ${Number(factor.toFixed(3))}`
  return `${times}, so it draws ${bias > 0 ? 'more' : 'fewer'} clients.`
}

function Form(props: BranchFormProps<'geoproximity'>) {
  return (
    <>
      <LocationField {...props} />
      <BiasField {...props} />
      <Suspense>
        <BranchCurve ruleId={props.ruleId} branch={props.branch.id} />
      </Suspense>
    </>
  )
}

/** How a geoproximity rule looks and is edited. */
export const geoproximityView: RuleView<'geoproximity'> = {
  Icon: Compass,
  rowName: 'label',
  NodeControl,
  Form,
}
