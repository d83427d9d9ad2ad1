import { pointsText } from '../../analysis/share-words'
import { biasText } from '../../analysis/words'
import type { CliffLine } from '../../store/bias-protocol'
import styles from './biases.module.css'

const MOST_LISTED = 4

export interface CliffListProps {
  readonly name: string
  /** The present bias. */
  readonly bias: number
  readonly cliffs: readonly CliffLine[]
  readonly onSet: (bias: number) => void
}

/** The cliffs nearest to the present bias in words; each sets the bias to where it has just been climbed. */
export function CliffList({ name, bias: present, cliffs, onSet }: CliffListProps) {
  if (cliffs.length === 0)
    return <p className={styles['soft']}>No cliffs: no step moves more than a point.</p>
  const more = cliffs.length - MOST_LISTED
  const nearest = cliffs
    .toSorted((a, b) => Math.abs(a.bias - present) - Math.abs(b.bias - present))
    .slice(0, MOST_LISTED)
    .sort((a, b) => a.bias - b.bias)
  return (
    <ul className={styles['cliffs']} aria-label={`Cliffs of ${name}`}>
      {nearest.map(({ bias, share, places }) => (
        <li key={bias}>
          <button type="button" title={`Set the bias to ${biasText(bias)}`} onClick={() => onSet(bias)}>
            {biasText(bias)}
          </button>
          <span>
            {places}, {pointsText(share)}
          </span>
        </li>
      ))}
      {more > 0 && <li className={styles['soft']}>and {more} farther away, on the plot</li>}
    </ul>
  )
}
