import { Timer } from 'lucide-react'
import { regionByCode } from '../../geo/regions'
import { readable } from '../../model/field'
import { RegionField } from '../../ui/inspector/pickers/lazy-pickers'
import styles from '../../ui/kit/row-control.module.css'
import type { BranchControlProps, BranchFormProps, RuleView } from '../../ui/rule-view'

function NodeControl({ branch }: BranchControlProps<'latency'>) {
  const name = regionByCode(readable(branch.region) ?? '')?.name ?? 'choose a Region'
  return (
    <span className={styles['note']} title={name}>
      {name}
    </span>
  )
}

function Form({ rule, branch, onChange, onSettle }: BranchFormProps<'latency'>) {
  return (
    <RegionField
      label="Region"
      value={branch.region}
      whyNot={(code) => {
        const other = rule.branches.find((each) => each.id !== branch.id && each.region === code)
        return other ? `The branch to ${other.target?.id ?? 'nowhere'} has it already.` : null
      }}
      onChoose={(region) => {
        onChange('Change Region', { region })
        onSettle()
      }}
    />
  )
}

/** How a latency rule looks and is edited. */
export const latencyView: RuleView<'latency'> = { Icon: Timer, rowName: 'label', NodeControl, Form }
