import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { type Problem, type Severity, toPointer } from '../../model/problem'
import type { Fixer } from '../../policy/repair/find-repairs'
import { Button } from '../kit/button'
import { usePart } from '../kit/use-part'
import styles from './problem-list.module.css'

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const
/** The word spoken before a problem of each severity. */
export const SEVERITY_WORD: Record<Severity, string> = { error: 'Error', warning: 'Warning', note: 'Note' }

export interface ProblemListProps {
  readonly problems: readonly Problem[]
  /** Makes each problem a button that goes there. */
  readonly onGo?: (problem: Problem) => void
  /** The repair of each that has one, which then has a button for it. */
  readonly fixOf?: Fixer
  readonly onFix?: (problem: Problem) => void
}

/** So many problems are shown at a time. */
const ROWS = 300

/** Problems with their place and how to mend them. */
export function ProblemList({ problems, onGo, fixOf = NO_FIX, onFix }: ProblemListProps) {
  const { part, left, showMore } = usePart(problems, ROWS)
  return (
    <ul className={styles['list']}>
      {part.map((problem, index) => (
        // Two problems may share code and place; their order is stable.
        <li key={`${problem.code} ${toPointer(problem.path)} ${index.toString()}`} className={styles['row']}>
          {onGo && problem.at ? (
            <button type="button" className={styles['problem']} onClick={() => onGo(problem)}>
              <ProblemText problem={problem} />
            </button>
          ) : (
            <div className={styles['problem']}>
              <ProblemText problem={problem} />
            </div>
          )}
          {onFix && <FixButton fix={fixOf(problem)} onFix={() => onFix(problem)} />}
        </li>
      ))}
      {left > 0 && (
        <li className={styles['row']}>
          <span className={styles['problem']}>{left.toLocaleString('en-GB')} more.</span>
          <Button look="quiet" className={styles['fix']} onClick={showMore}>
            Show more
          </Button>
        </li>
      )}
    </ul>
  )
}

const NO_FIX: Fixer = () => undefined

function FixButton({ fix, onFix }: { readonly fix: ReturnType<Fixer>; readonly onFix: () => void }) {
  if (!fix) return null
  return (
    <Button className={styles['fix']} title={fix.title} aria-label={`Fix: ${fix.title}`} onClick={onFix}>
      Fix…
    </Button>
  )
}

function ProblemText({ problem }: { readonly problem: Problem }) {
  const Icon = ICONS[problem.severity]
  const place = toPointer(problem.path)
  return (
    <>
      <Icon className={styles[problem.severity]} aria-hidden />
      <span className={styles['text']}>
        <span className="visually-hidden">{SEVERITY_WORD[problem.severity]}: </span>
        {problem.message}
        {place !== '' && <code className={styles['place']}>{place}</code>}
      </span>
    </>
  )
}
