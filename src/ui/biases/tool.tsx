import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './biases.module.css'
import { useFold } from './use-fold'

export interface ToolProps {
  readonly title: string
  /** What it does, in a line. */
  readonly hint: string
  readonly startsOpen?: boolean
  readonly children: ReactNode
}

/** A tool that is folded away until it is wanted, and then stays; nothing is worked out for it before. */
export function Tool({ title, hint, startsOpen = false, children }: ToolProps) {
  const { open, setOpen } = useFold(title, startsOpen)
  return (
    <details className={styles['tool']} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight aria-hidden />
        <span className={styles['headline']}>
          <h3>{title}</h3>
          <span className={styles['hint']}>{hint}</span>
        </span>
      </summary>
      {open && <div className={styles['body']}>{children}</div>}
    </details>
  )
}
