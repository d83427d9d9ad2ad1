import type { Problem } from '../../model/problem'
import { useAppStore } from '../app-context'
import { ProblemList } from '../shell/problem-list'
import styles from './problems-panel.module.css'
import { useProblems } from './use-problems'

const ORDER = { error: 0, warning: 1, note: 2 } as const

/** Everything wrong with the scenario, worst first; a click goes there. */
export function ProblemsPanel() {
  const store = useAppStore()
  const problems = useProblems().toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
  const go = ({ at }: Problem) => {
    if (at) store.getState().select([at])
  }
  return problems.length === 0 ? (
    <p className={styles['none']}>No problems: Route 53 should accept this policy as it stands.</p>
  ) : (
    <ProblemList problems={problems} onGo={go} />
  )
}
