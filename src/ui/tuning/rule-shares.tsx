import { useDeferredValue, useState } from 'react'
import { shareText } from '../../analysis/share-words'
import { useApp, useAppStore } from '../app-context'
import { labelOfAny } from '../canvas/names'
import { Button } from '../kit/button'
import type { TuneSectionProps } from './section'
import styles from './tuning.module.css'

/** Rules before “Show all”. */
const RULES_SHOWN = 8

/** What each rule decides about, and what it sends along each of its branches. */
export function RuleShares({ answer }: TuneSectionProps) {
  const { shares } = useDeferredValue(answer)
  const store = useAppStore()
  const rules = useApp(({ scenario }) => scenario.policy.rules)
  const [all, setAll] = useState(false)
  if (rules.size === 0) return null
  const listed = [...rules].slice(0, all ? rules.size : RULES_SHOWN)
  return (
    <section className={styles['section']} aria-label="Shares by rule">
      <h2>By rule</h2>
      <ul className={styles['rules']}>
        {listed.map(([id, rule]) => {
          const found = shares.rules.get(id)
          const whole = found?.share ?? 0
          return (
            <li key={id}>
              <div className={styles['rule']}>
                <button type="button" onClick={() => store.getState().select([{ kind: 'rule', id }])}>
                  {id}
                </button>
                <span className={styles['percent']}>{shareText(whole)}</span>
              </div>
              <ul>
                {rule.branches.map((branch) => {
                  const share = found?.branches.get(branch.id) ?? 0
                  return (
                    <li key={branch.id} className={styles['branch']}>
                      <span className={styles['name']}>{labelOfAny(rule, branch)}</span>
                      <span className={styles['bar']} aria-hidden>
                        <span
                          style={{
                            width: `${whole > 0 ? (share / whole) * 100 : 0}%`,
                            background: 'var(--accent)',
                          }}
                        />
                      </span>
                      <span className={styles['percent']}>{shareText(share)}</span>
                    </li>
                  )
                })}
              </ul>
            </li>
          )
        })}
      </ul>
      {rules.size > RULES_SHOWN && (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show the first ones only' : `Show all ${rules.size.toLocaleString('en')} rules`}
        </Button>
      )}
    </section>
  )
}
