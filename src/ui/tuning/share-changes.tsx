import { pointsText, shareText } from '../../analysis/share-words'
import type { SharesBefore } from '../../store/workers/tuning-protocol'
import styles from './tuning.module.css'

/** A smaller difference, in parts of 1, reads as none. */
const LEAST = 0.0005

export interface ShareChangesProps {
  /** Label of the last change. */
  readonly step: string
  readonly before: SharesBefore
  readonly after: SharesBefore
}

/** What another demand does to the shares: by it nobody gets another answer, but others ask. */
export function ShareChanges({ step, before, after }: ShareChangesProps) {
  const changes = [
    ...[...after.shares].map(([endpoint, share]) => ({
      name: endpoint,
      before: before.shares.get(endpoint) ?? 0,
      after: share,
    })),
    { name: 'No answer', before: before.nodata, after: after.nodata },
  ]
    .filter((change) => Math.abs(change.after - change.before) >= LEAST)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
  const said = changes.length === 0 ? 'and every share is the same as before.' : 'and with it the shares:'
  return (
    <>
      <p className={styles['soft']}>
        “{step}” changed where demand comes from, {said}
      </p>
      {changes.length > 0 && (
        <ol className={styles['moves']}>
          {changes.map((change) => (
            <li key={change.name}>
              {change.name}: {shareText(change.before)} → {shareText(change.after)}
              <span className={styles['soft']}>{pointsText(change.after - change.before)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
