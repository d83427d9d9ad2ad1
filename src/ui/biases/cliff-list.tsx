import { biasText } from '../../analysis/words'
import type { BranchId } from '../../model/address'
import type { CliffLine } from '../../store/workers/bias-protocol'
import styles from './biases.module.css'
import { cliffText } from './cliff-text'

const MOST_LISTED = 4

export interface CliffListProps {
  readonly name: string
  /** The present bias. */
  readonly bias: number
  readonly cliffs: readonly CliffLine[]
  /** What each location of the rule is called. */
  readonly names: ReadonlyMap<BranchId, string>
  readonly onSet: (bias: number) => void
}

/** The cliffs nearest to the present bias in words; each sets the bias to where it has just been climbed. */
export function CliffList({ name, bias: present, cliffs, names, onSet }: CliffListProps) {
  if (cliffs.length === 0)
    return <p className={styles['soft']}>No cliffs: no step moves more than a point.</p>
  const more = cliffs.length - MOST_LISTED
  const nearest = cliffs
    .toSorted((a, b) => Math.abs(a.bias - present) - Math.abs(b.bias - present))
    .slice(0, MOST_LISTED)
    .sort((a, b) => a.bias - b.bias)
  return (
    <ul className={styles['cliffs']} aria-label={`Cliffs of ${name}`}>
      {nearest.map((cliff) => (
        <li key={cliff.bias}>
          <button
            type="button"
            title={`Set the bias to ${biasText(cliff.bias)}`}
            onClick={() => onSet(cliff.bias)}
          >
            {biasText(cliff.bias)}
          </button>
          <span>{cliffText(cliff, names)}</span>
        </li>
      ))}
      {more > 0 && <li className={styles['soft']}>and {more} farther away, on the plot</li>}
    </ul>
  )
}
