import { LifeBuoy } from 'lucide-react'
import formStyles from '../../ui/inspector/form.module.css'
import styles from '../../ui/kit/row-control.module.css'
import type { BranchControlProps, BranchFormProps, RuleView } from '../../ui/rule-view'

function whenUsed({ branch }: BranchControlProps<'failover'>): string {
  return branch.id === 'primary' ? 'while healthy' : 'otherwise'
}

function NodeControl(props: BranchControlProps<'failover'>) {
  return <span className={styles['note']}>{whenUsed(props)}</span>
}

function Form({ branch }: BranchFormProps<'failover'>) {
  return (
    <p className={formStyles['note']}>
      {branch.id === 'primary'
        ? 'Answers while it is healthy, and when both sides are unhealthy. It needs a health check, or target health to evaluate: without one it always counts as healthy.'
        : 'Answers while the primary is unhealthy and this side is healthy.'}
    </p>
  )
}

/** How a failover rule looks and is edited. */
export const failoverView: RuleView<'failover'> = { Icon: LifeBuoy, rowName: 'label', NodeControl, Form }
