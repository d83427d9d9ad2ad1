import type { Problem } from '../../model/problem'
import { useAppStore } from '../app-context'
import { ProblemList } from '../shell/problem-list'
import styles from './inspector.module.css'

export interface SelectionProblemsProps {
  /** Those of what is shown. */
  readonly problems: readonly Problem[]
  /** Those of other branches of the same rule, folded away. */
  readonly others?: readonly Problem[]
}

/** What is wrong with the selection, before anything else. */
export function SelectionProblems({ problems, others = [] }: SelectionProblemsProps) {
  const store = useAppStore()
  const go = ({ at }: Problem) => {
    if (at) store.getState().select([at])
  }
  if (problems.length + others.length === 0) return null
  return (
    <section className={styles['problems']} aria-label="Problems here">
      {problems.length > 0 && <ProblemList problems={problems} />}
      {others.length > 0 && (
        <details>
          <summary>
            {others.length} {others.length === 1 ? 'problem' : 'problems'} of{' '}
            {problems.length > 0 ? 'other ' : ''}branches
          </summary>
          <ProblemList problems={others} onGo={go} />
        </details>
      )}
    </section>
  )
}
