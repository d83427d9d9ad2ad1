import { shareText } from '../../analysis/share-words'
import type { MoveLine } from '../../store/workers/tuning-protocol'
import { useApp } from '../app-context'
import type { TuneSectionProps } from './section'
import { ShareChanges } from './share-changes'
import styles from './tuning.module.css'

/** The biggest moves of demand since the last change began: where from, where to, which cities. */
export function MoverList({ answer }: TuneSectionProps) {
  const { moves, moved, otherDemand } = answer
  const own = useApp(({ scenario }) => scenario.demand !== null)
  const step = useApp(({ history }) => history.past.at(-1)?.label ?? null)
  return (
    <section className={styles['section']} aria-label="Biggest movers">
      <h2>Biggest movers</h2>
      {otherDemand !== null && step !== null ? (
        <ShareChanges step={step} before={otherDemand} after={answer.shares} />
      ) : (
        <p className={styles['soft']}>{summary(moves, moved, step, own ? 'your' : 'the world’s')}</p>
      )}
      {moves.length > 0 && (
        <ol className={styles['moves']}>
          {moves.map((move) => (
            <li key={JSON.stringify([move.from, move.to])}>
              {move.text}
              <span className={styles['soft']}>from {move.from ?? 'no answer'}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** `step` is the label of the last change; null when nothing was changed yet. */
function summary(moves: readonly MoveLine[], moved: number, step: string | null, whose: string): string {
  if (step === null) return 'Drag a bias or a weight to see which cities it moves, while you drag.'
  if (moves.length === 0) return `${step}: this moved no demand.`
  return `${step}: this moved ${shareText(moved)} of ${whose} demand.`
}
