import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react'
import type { RuleId } from '../../../model/address'
import type { BranchOf } from '../../../rules'
import { Button, IconButton } from '../../kit/button'
import { useCanvas } from '../canvas-context'
import type { Fold, ShownRows } from '../shown-rows'
import styles from './fold-row.module.css'
import frameStyles from './node-frame.module.css'
import { FoldHandle } from './source-handle'

export interface FoldRowProps {
  readonly ruleId: RuleId
  /** How many branches the rule has. */
  readonly count: number
  readonly rows: ShownRows<BranchOf>
  readonly fold: Fold
}

/** The last row of a rule with many branches: stands for those not shown, finds them, or shows them all. */
export function FoldRow({ ruleId, count, rows, fold }: FoldRowProps) {
  const { store } = useCanvas()
  const set = (change: Partial<Fold>) => store.getState().setFold(ruleId, change)
  return (
    <li className={`nodrag nokey ${styles['fold'] ?? ''}`}>
      {fold.open ? (
        <span className={styles['count']}>{count} branches</span>
      ) : (
        <input
          className={styles['filter']}
          type="search"
          aria-label={`Find among the ${count} branches of ${ruleId}`}
          placeholder={`Find among ${count}`}
          value={fold.filter}
          onChange={(event) => set({ filter: event.target.value })}
        />
      )}
      <span className={styles['count']} aria-live="polite">
        {fold.filter === '' ? '' : `${rows.matching} found`}
      </span>
      <Button
        look="quiet"
        className={styles['toggle']}
        aria-expanded={fold.open}
        onClick={() => set({ open: !fold.open, filter: '' })}
      >
        {fold.open ? 'Show fewer' : `+${rows.hidden} more`}
      </Button>
      {!fold.open && <FoldHandle />}
    </li>
  )
}

/** The same in the rule's header, which stays at hand where the last row is far below. */
export function FoldToggle({ ruleId, fold }: Pick<FoldRowProps, 'ruleId' | 'fold'>) {
  const { store } = useCanvas()
  return (
    <IconButton
      label={`${fold.open ? 'Fold' : 'Unfold'} the branches of ${ruleId}`}
      className={`nodrag nokey ${frameStyles['small'] ?? ''}`}
      aria-expanded={fold.open}
      onClick={(event) => {
        event.stopPropagation()
        store.getState().setFold(ruleId, { open: !fold.open, filter: '' })
      }}
    >
      {fold.open ? <ChevronsDownUp /> : <ChevronsUpDown />}
    </IconButton>
  )
}
