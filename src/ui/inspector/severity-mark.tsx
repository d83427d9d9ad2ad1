import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../model/problem'
import { SEVERITY_WORD } from '../shell/problem-list'
import styles from './severity-mark.module.css'

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const

/** That something here has problems, by the worst of them. */
export function SeverityMark({ severity, count }: { readonly severity: Severity; readonly count: number }) {
  const Icon = ICONS[severity]
  const label = count === 1 ? SEVERITY_WORD[severity] : `${SEVERITY_WORD[severity]}, ${count} problems`
  return <Icon className={styles['mark']} data-severity={severity} role="img" aria-label={label} />
}
