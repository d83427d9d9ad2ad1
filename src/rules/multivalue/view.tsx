import { Layers } from 'lucide-react'
import { readable } from '../../model/field'
import { useApp } from '../../ui/app-context'
import formStyles from '../../ui/inspector/form.module.css'
import styles from '../../ui/kit/row-control.module.css'
import type { BranchControlProps, RuleView } from '../../ui/rule-view'

function NodeControl({ branch }: BranchControlProps<'multivalue'>) {
  const value = useApp(({ scenario }) =>
    branch.target?.kind === 'endpoint'
      ? readable(scenario.policy.endpoints.get(branch.target.id)?.value)
      : undefined,
  )
  return <span className={styles['note']}>{value ?? ''}</span>
}

function Form() {
  return (
    <p className={formStyles['note']}>
      Among the values of the answer while it is healthy; of more than eight, any eight are taken.
    </p>
  )
}

/** How a multivalue answer rule looks and is edited. */
export const multivalueView: RuleView<'multivalue'> = { Icon: Layers, rowName: 'target', NodeControl, Form }
