import { Timer } from 'lucide-react'
import { regionByCode } from '../../geo/regions'
import { readable } from '../../model/field'
import styles from '../../ui/kit/row-control.module.css'
import type { BranchControlProps, RuleView } from '../../ui/rule-view'

function NodeControl({ branch }: BranchControlProps<'latency'>) {
  const name = regionByCode(readable(branch.region) ?? '')?.name ?? 'choose a Region'
  return (
    <span className={styles['note']} title={name}>
      {name}
    </span>
  )
}

function Form({ branch }: BranchControlProps<'latency'>) {
  return <p>{regionByCode(readable(branch.region) ?? '')?.name}</p>
}

/** How a latency rule looks and is edited. */
export const latencyView: RuleView<'latency'> = { Icon: Timer, rowName: 'label', NodeControl, Form }
