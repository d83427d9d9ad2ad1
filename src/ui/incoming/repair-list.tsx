import { useId } from 'react'
import type { TextRepair } from '../../formats/repair/repair-text'
import { toPointer } from '../../model/problem'
import { repairKey } from '../../policy/repair/find-repairs'
import type { Repair } from '../../policy/repair/repair'
import { Button } from '../kit/button'
import { usePart } from '../kit/use-part'
import styles from './incoming.module.css'

export interface RepairListProps {
  readonly textRepairs?: readonly TextRepair[]
  readonly repairs: readonly Repair[]
  /** Whether a repair is to be made. */
  readonly wanted: (repair: Repair) => boolean
  readonly onWant: (repair: Repair, wanted: boolean) => void
}

/** So many repairs are shown at a time. */
const ROWS = 200

/** Repairs to choose from. Those of the text are always made: without them there is no document to repair. */
export function RepairList({ textRepairs = [], repairs, wanted, onWant }: RepairListProps) {
  const id = useId()
  const { part, left, showMore } = usePart(repairs, ROWS)
  return (
    <ul className={styles['repairs']} aria-label="Repairs">
      {textRepairs.map(({ code, title, places }) => (
        <li key={code}>
          <input type="checkbox" checked disabled readOnly aria-label={title} />
          <span>
            {title}
            <small>
              {places === 1 ? 'one place' : `${places.toLocaleString('en-GB')} places`} in the text
            </small>
          </span>
        </li>
      ))}
      {part.map((repair, index) => (
        <li key={repairKey(repair)}>
          <input
            type="checkbox"
            id={`${id}${index.toString()}`}
            checked={wanted(repair)}
            onChange={(event) => onWant(repair, event.target.checked)}
          />
          <label htmlFor={`${id}${index.toString()}`}>
            {repair.title}
            <small>
              {!repair.safe && <strong>A guess, so not made unless ticked. </strong>}
              <code>{toPointer(repair.path) || 'the document'}</code>
            </small>
          </label>
        </li>
      ))}
      {left > 0 && (
        <li>
          <span>
            {left.toLocaleString('en-GB')} more, of which {made(repairs.slice(part.length), wanted)} are made.
          </span>
          <Button look="quiet" onClick={showMore}>
            Show more
          </Button>
        </li>
      )}
    </ul>
  )
}

function made(repairs: readonly Repair[], wanted: (repair: Repair) => boolean): string {
  const count = repairs.filter(wanted).length
  return count === repairs.length ? 'all' : count.toLocaleString('en-GB')
}
