import { endpointText, shareText } from '../../analysis/share-words'
import { useApp, useAppStore } from '../app-context'
import { endpointLooks } from '../endpoint-colours'
import { Swatch } from '../kit/swatch'
import type { TuneSectionProps } from './section'
import styles from './tuning.module.css'

/** Each endpoint's part of the world's demand, the part that is black-holed and the part without an answer. */
export function DemandShareList({ answer: { shares, demand } }: TuneSectionProps) {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const down = useApp(({ scenario }) => scenario.world.down)
  const looks = endpointLooks(policy)

  return (
    <section className={styles['section']} aria-label="Shares of world demand">
      <h2>Shares of world demand</h2>
      <ul className={styles['shares']}>
        {[...policy.endpoints.keys()].map((endpoint) => {
          const share = shares.shares.get(endpoint) ?? 0
          return (
            <li key={endpoint}>
              <Swatch look={looks.get(endpoint)} />
              <span className={styles['name']}>
                <button
                  type="button"
                  title={endpointText(endpoint, shares)}
                  onClick={() => store.getState().select([{ kind: 'endpoint', id: endpoint }])}
                >
                  {endpoint}
                </button>
                {down.has(endpoint) && (
                  <span className={styles['down']} title="Down: whatever reaches it is black-holed">
                    {share > 0 ? 'black-holed' : 'down'}
                  </span>
                )}
              </span>
              <Bar share={share} colour={looks.get(endpoint)?.colour ?? 'var(--line-strong)'} />
              <span className={styles['percent']}>{shareText(share)}</span>
            </li>
          )
        })}
        {shares.nodata > 0 && (
          <li>
            <span className={styles['nothing']} aria-hidden />
            <span className={styles['name']}>No answer</span>
            <Bar share={shares.nodata} colour="var(--error)" />
            <span className={styles['percent']}>{shareText(shares.nodata)}</span>
          </li>
        )}
      </ul>
      {shares.blackholed > 0 && (
        <p className={styles['blackholed']}>
          {shareText(shares.blackholed)} of demand is black-holed: it is sent to an endpoint that is down.
        </p>
      )}
      <p className={styles['soft']}>
        Percent of the world’s {demand.unit}; an estimate from {demand.places.toLocaleString('en')} places.{' '}
        {demand.source}.
      </p>
    </section>
  )
}

function Bar({ share, colour }: { readonly share: number; readonly colour: string }) {
  return (
    <span className={styles['bar']} aria-hidden>
      <span style={{ width: `${share * 100}%`, background: colour }} />
    </span>
  )
}
