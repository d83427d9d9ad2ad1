import { LifeBuoy } from 'lucide-react'
import styles from '../../ui/kit/row-control.module.css'
import type { BranchControlProps, RuleView } from '../../ui/rule-view'

function whenUsed({ branch }: BranchControlProps<'failover'>): string {
  return branch.id === 'primary' ? 'while healthy' : 'otherwise'
}

function NodeControl(props: BranchControlProps<'failover'>) {
  return <span className={styles['note']}>{whenUsed(props)}</span>
}

function Form(props: BranchControlProps<'failover'>) {
  return <p>{props.branch.id === 'primary' ? 'Answers while it is healthy.' : 'Answers otherwise.'}</p>
}

/** How a failover rule looks and is edited. */
export const failoverView: RuleView<'failover'> = { Icon: LifeBuoy, rowName: 'label', NodeControl, Form }
