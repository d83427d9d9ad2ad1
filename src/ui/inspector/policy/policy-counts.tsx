import { unusedNodes } from '../../../policy/graph'
import { useApp, useAppStore } from '../../app-context'
import { Button } from '../../kit/button'
import styles from '../form.module.css'

/** How large the policy is, and what of it the start does not reach. */
export function PolicyCounts() {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const branches = [...policy.rules.values()].reduce((sum, rule) => sum + rule.branches.length, 0)
  const unused = unusedNodes(policy)
  return (
    <div className={styles['row']}>
      <span className={styles['figure']}>
        {counted(policy.rules.size, 'rule')} with {counted(branches, 'branch', 'branches')},{' '}
        {counted(policy.endpoints.size, 'endpoint')}
      </span>
      {unused.length > 0 && (
        <Button look="quiet" onClick={() => store.getState().select(unused)}>
          Select the {unused.length} that the start does not reach
        </Button>
      )}
    </div>
  )
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
