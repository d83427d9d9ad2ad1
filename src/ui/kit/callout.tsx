import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Severity } from '../../model/problem'
import styles from './callout.module.css'

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const

export interface CalloutProps {
  readonly tone: Severity
  readonly children: ReactNode
  /** Buttons below the text. */
  readonly actions?: ReactNode
}

/** Something to know or to decide, right where it matters; spoken when it appears. */
export function Callout({ tone, children, actions }: CalloutProps) {
  const Icon = ICONS[tone]
  return (
    <div className={styles['callout']} data-tone={tone} role={tone === 'note' ? 'status' : 'alert'}>
      <Icon aria-hidden />
      <div className={styles['body']}>
        <div>{children}</div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  )
}
