import type { Target } from '../../model/address'
import { connectionsTo } from '../../policy/graph'
import type { Connection, Policy } from '../../policy/policy'
import { definitionOf } from '../../rules'
import { useApp, useAppStore } from '../app-context'
import styles from './inspector.module.css'

/** What leads to a node; a click goes there. */
export function UsedBy({ node }: { readonly node: Target }) {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const sources = connectionsTo(policy, node)
  return (
    <section className={styles['section']} aria-label="Used by">
      <h3>Used by</h3>
      {sources.length === 0 ? (
        <p className={styles['none']}>Nothing leads here yet, so it never answers.</p>
      ) : (
        <ul className={styles['links']}>
          {sources.map(({ from }) => (
            <li key={from === null ? 'start' : `${from.rule}/${from.branch}`}>
              <button
                type="button"
                onClick={() =>
                  store
                    .getState()
                    .select([
                      from === null
                        ? { kind: 'start' }
                        : { kind: 'rule', id: from.rule, branch: from.branch },
                    ])
                }
              >
                {sourceText(policy, from)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function sourceText(policy: Policy, from: Connection['from']): string {
  if (from === null) return 'Start'
  const rule = policy.rules.get(from.rule)
  const branch = rule?.branches.find(({ id }) => id === from.branch)
  return rule && branch ? `${from.rule} · ${definitionOf(rule).labelOf(branch)}` : from.rule
}
