import type { Problem } from '../../model/problem'
import { useAppStore } from '../app-context'
import { BrokenTextNotice } from '../code/broken-text-notice'
import { useAsked } from '../incoming/asked-store'
import { Button } from '../kit/button'
import { ProblemList } from '../shell/problem-list'
import styles from './problems-panel.module.css'
import { useFixes } from './use-fixes'
import { useProblems } from './use-problems'

const ORDER = { error: 0, warning: 1, note: 2 } as const

/** Everything wrong with the scenario, worst first; a click goes there. */
export function ProblemsPanel() {
  const store = useAppStore()
  const ask = useAsked((state) => state.ask)
  const problems = useProblems().toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
  const go = ({ at }: Problem) => {
    if (at) store.getState().select([at])
  }
  const fixOf = useFixes(problems.length > 0)
  const safe = problems.filter((problem) => fixOf(problem)?.safe).length
  return (
    <>
      <BrokenTextNotice consequence="so what is checked here is the last valid policy" />
      {problems.length === 0 ? (
        <p className={styles['none']}>No problems: Route 53 should accept this policy as it stands.</p>
      ) : (
        <>
          {safe > 1 && (
            <div className={styles['all']}>
              <span>{safe} of these can be mended without a guess.</span>
              <Button onClick={() => ask({ kind: 'fix', problem: null })}>Fix them all…</Button>
            </div>
          )}
          <ProblemList
            problems={problems}
            onGo={go}
            fixOf={fixOf}
            onFix={(problem) => ask({ kind: 'fix', problem })}
          />
        </>
      )}
    </>
  )
}
