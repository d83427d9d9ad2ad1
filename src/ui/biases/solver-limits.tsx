import { biasText } from '../../analysis/words'
import { NumberField } from '../kit/number-field'
import styles from './biases.module.css'
import { branchKey, useDesk, withEntry } from './desk'
import type { TunedRule } from './tuned-rule'
import { useFold } from './use-fold'

const ANY = { least: -99, most: 99 } as const

/** Which biases the search may change, and how far: a held one stays as it is. */
export function SolverLimits({ rule }: { readonly rule: TunedRule }) {
  const { open, setOpen } = useFold('Limits of biases')
  const limits = useDesk((desk) => desk.limits)
  const limited = rule.locations.filter(({ branch }) => limits.has(branchKey(rule.id, branch)))

  return (
    <details className={styles['limits']} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Limits of biases
        <span className={styles['hint']}>{limited.length > 0 ? `${limited.length} set` : 'none set'}</span>
      </summary>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Location</th>
            <th scope="col">Now</th>
            <th scope="col">Hold</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
          </tr>
        </thead>
        <tbody>
          {rule.locations.map(({ branch, name, bias }) => {
            const key = branchKey(rule.id, branch)
            const limit = limits.get(key) ?? ANY
            const isHeld = limit.least === limit.most
            const set = (next: { least: number; most: number }) => {
              const isAny = next.least === ANY.least && next.most === ANY.most
              useDesk.setState({ limits: withEntry(limits, key, isAny ? null : next) })
            }
            return (
              <tr key={branch}>
                <th scope="row">{name}</th>
                <td>{biasText(bias)}</td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Hold the bias of ${name}`}
                    checked={isHeld}
                    onChange={({ target }) => set(target.checked ? { least: bias, most: bias } : ANY)}
                  />
                </td>
                <td>
                  <NumberField
                    label={`Lowest bias of ${name}`}
                    labelHidden
                    className={styles['limit']}
                    value={limit.least}
                    min={-99}
                    max={99}
                    disabled={isHeld}
                    onChange={(least) => set({ least, most: Math.max(least, limit.most) })}
                  />
                </td>
                <td>
                  <NumberField
                    label={`Highest bias of ${name}`}
                    labelHidden
                    className={styles['limit']}
                    value={limit.most}
                    min={-99}
                    max={99}
                    disabled={isHeld}
                    onChange={(most) => set({ least: Math.min(most, limit.least), most })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
