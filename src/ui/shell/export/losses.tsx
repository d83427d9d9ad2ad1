import type { OutputFormat } from '../../../formats/output-format'
import type { Problem } from '../../../model/problem'
import { ProblemList } from '../problem-list'
import styles from './export.module.css'

export interface LossesProps {
  readonly format: OutputFormat
  readonly losses: readonly Problem[]
  readonly onGo: (problem: Problem) => void
}

const ORDER = { error: 0, warning: 1, note: 2 } as const

/** What the format has no place for, worst first, each leading to its node. */
export function Losses({ format, losses, onGo }: LossesProps) {
  if (losses.length === 0) return null
  const worst = losses.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
  const severity = worst[0]?.severity ?? 'note'
  return (
    <section className={styles['losses']} data-tone={severity} aria-label="Losses">
      <p>
        <strong>{headline(losses, severity)}</strong>{' '}
        {severity === 'error' && `${format.title} has no words for this policy.`}
      </p>
      <ProblemList problems={worst} onGo={onGo} />
    </section>
  )
}

function headline(losses: readonly Problem[], severity: Problem['severity']): string {
  if (severity === 'error') return 'This cannot be written.'
  const lost = losses.filter((loss) => loss.severity === 'warning').length
  if (lost === 0) return 'Nothing here changes an answer as things stand.'
  return lost === 1 ? 'One thing changes in this format.' : `${lost.toString()} things change in this format.`
}
