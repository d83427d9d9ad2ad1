import { Dices } from 'lucide-react'
import { percentText } from '../../analysis/words'
import { answerRecords } from '../../engine/records'
import { selectCompiled, selectResolution } from '../../store/derived'
import { useApp, useAppStore } from '../app-context'
import { endpointLooks } from '../endpoint-colours'
import { IconButton } from '../kit/button'
import { Swatch } from '../kit/swatch'
import styles from './answer.module.css'

/** The answer as records, and the exact chance of every endpoint. */
export function Answer() {
  const store = useAppStore()
  const resolution = useApp(selectResolution)
  const compiled = useApp(selectCompiled)
  const record = useApp(({ scenario }) => scenario.record)
  const policy = useApp(({ scenario }) => scenario.policy)
  if (!resolution) return null
  const looks = endpointLooks(policy)
  const records = answerRecords(resolution, policy, record)
  const { endpoints, nodata } = resolution.distribution
  const chance = endpoints.some(({ probability }) => probability < 1)
  const blackholed = resolution.endpoints.filter((id) => compiled.world.down.has(id))

  return (
    <section className={styles['answer']} aria-label="Answer" aria-live="polite">
      <header className={styles['header']}>
        <h3>{resolution.outcome === 'answer' ? 'Answer' : 'No answer (NOERROR, NODATA)'}</h3>
        {chance && (
          <IconButton
            label="Draw again: another answer with the same chances"
            onClick={() => store.getState().redraw()}
          >
            <Dices />
          </IconButton>
        )}
      </header>
      {records.length > 0 && (
        <table className={styles['records']}>
          <thead className="visually-hidden">
            <tr>
              <th>Name</th>
              <th>TTL in seconds</th>
              <th>Type</th>
              <th>Data</th>
            </tr>
          </thead>
          <tbody>
            {records.map((each) => (
              <tr key={`${each.rdata ?? ''} ${each.alias ?? ''}`}>
                <td>{each.name}</td>
                <td>{each.ttl} s</td>
                <td>{each.type}</td>
                <td>{each.rdata ?? <em>address of {each.alias} (alias)</em>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {blackholed.length > 0 && (
        <p className={styles['blackholed']}>
          {blackholed.join(', ')} {blackholed.length === 1 ? 'is' : 'are'} down and nothing here notices: this
          user is black-holed.
        </p>
      )}
      <ul className={styles['shares']} aria-label="Chance of each endpoint">
        {endpoints.map(({ endpoint, probability }) => (
          <li key={endpoint}>
            <Swatch look={looks.get(endpoint)} />
            <button
              type="button"
              className={styles['endpoint']}
              onClick={() => store.getState().select([{ kind: 'endpoint', id: endpoint }])}
            >
              {endpoint}
            </button>
            <span className={styles['bar']}>
              <span
                style={{
                  width: `${probability * 100}%`,
                  background: looks.get(endpoint)?.colour ?? 'var(--line-strong)',
                }}
              />
            </span>
            <span className={styles['percent']}>{percentText(probability)}</span>
          </li>
        ))}
        {nodata > 0 && (
          <li>
            <span className={styles['nothing']}>no answer</span>
            <span className={styles['bar']} />
            <span className={styles['percent']}>{percentText(nodata)}</span>
          </li>
        )}
      </ul>
    </section>
  )
}
