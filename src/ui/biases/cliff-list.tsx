import { pointsText } from '../../analysis/share-words'
import { biasText } from '../../analysis/words'
import type { CliffLine } from '../../store/bias-protocol'
import styles from './biases.module.css'

const MOST_LISTED = 4

export interface CliffListProps {
  readonly name: string
  /** The largest first. */
  readonly cliffs: readonly CliffLine[]
  readonly onSet: (bias: number) => void
}

/** The largest cliffs of a bias in words; each sets the bias to where it has just been climbed. */
export function CliffList({ name, cliffs, onSet }: CliffListProps) {
  if (cliffs.length === 0) return <p className={styles['soft']}>No cliffs: no step moves half a point.</p>
  const more = cliffs.length - MOST_LISTED
  return (
    <ul className={styles['cliffs']} aria-label={`Cliffs of ${name}`}>
      {cliffs.slice(0, MOST_LISTED).map(({ bias, share, places }) => (
        <li key={bias}>
          <button type="button" title={`Set the bias to ${biasText(bias)}`} onClick={() => onSet(bias)}>
            {biasText(bias)}
          </button>
          <span>
            {places}, {pointsText(share)}
          </span>
        </li>
      ))}
      {more > 0 && <li className={styles['soft']}>and {more} smaller on the plot</li>}
    </ul>
  )
}
