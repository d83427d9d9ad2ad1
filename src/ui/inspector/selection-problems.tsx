import type { Problem } from '../../model/problem'
import { useAppStore } from '../app-context'
import { useAsked } from '../incoming/asked-store'
import { useFixes } from '../problems/use-fixes'
import { ProblemList } from '../shell/problem-list'
import styles from './inspector.module.css'

export interface SelectionProblemsProps {
  /** Those of what is shown. */
  readonly problems: readonly Problem[]
  /** Those of other branches of the same rule, folded away. */
  readonly others?: readonly Problem[]
}

/** So many are shown at once; more would push the fields out of sight. */
const SHOWN = 2
const ORDER = { error: 0, warning: 1, note: 2 } as const

/** What is wrong with the selection, before anything else, worst first. */
export function SelectionProblems({ problems, others = [] }: SelectionProblemsProps) {
  const store = useAppStore()
  const own = problems.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
  const ask = useAsked((state) => state.ask)
  const isAnyHere = own.length + others.length > 0
  const fixOf = useFixes(isAnyHere)
  const fix = (problem: Problem) => ask({ kind: 'fix', problem })
  const more = [...own.slice(SHOWN), ...others]
  const go = ({ at }: Problem) => {
    if (at) store.getState().select([at])
  }
  if (!isAnyHere) return null
  return (
    <section className={styles['problems']} aria-label="Problems here">
      <ProblemList problems={own.slice(0, SHOWN)} fixOf={fixOf} onFix={fix} />
      {more.length > 0 && (
        <details>
          <summary>
            {more.length} {own.length > 0 ? 'more ' : ''}
            {more.length === 1 ? 'problem' : 'problems'}
            {own.length <= SHOWN && ' in its branches'}
          </summary>
          <ProblemList problems={more} onGo={go} fixOf={fixOf} onFix={fix} />
        </details>
      )}
    </section>
  )
}
