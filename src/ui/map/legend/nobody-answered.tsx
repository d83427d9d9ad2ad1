import { useStore } from 'zustand'
import type { CompiledPolicy } from '../../../engine/compile'
import { useAppStore } from '../../app-context'
import { showDetails } from '../../shown-panes'
import styles from '../empty-map.module.css'
import type { CoverageStatusStore } from '../painting/use-coverage'
import { deadEndOf } from '../sites/dead-end'

export interface NobodyAnsweredProps {
  readonly status: CoverageStatusStore
  readonly compiled: CompiledPolicy
}

/** Over a map on which nobody gets an answer: why, and where to mend it. */
export function NobodyAnswered({ status, compiled }: NobodyAnsweredProps) {
  const store = useAppStore()
  const isNobody = useStore(status, ({ shares }) => shares !== null && shares.nodata >= 1 - 1e-9)
  if (!isNobody) return null
  const { text, rule } = deadEndOf(compiled)
  return (
    <div className={styles['message']} role="status">
      <p>
        <strong>Nobody gets an answer.</strong> {text}
      </p>
      {rule !== null && (
        <button
          type="button"
          className={styles['link']}
          onClick={() => {
            store.getState().select([{ kind: 'rule', id: rule }])
            showDetails('properties')
          }}
        >
          Go to {rule}
        </button>
      )}
      <button type="button" className={styles['link']} onClick={() => showDetails('problems')}>
        See the problems
      </button>
    </div>
  )
}
