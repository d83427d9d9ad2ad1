import { TriangleAlert } from 'lucide-react'
import { isOverCapacity, loadScale, type Utilisation, utilisationText } from '../../analysis/capacity'
import { demandText, endpointTexts, shareText } from '../../analysis/share-words'
import { useApp, useAppStore } from '../app-context'
import { CapacityField } from '../capacity-field'
import { endpointLooks } from '../endpoint-colours'
import { Swatch } from '../kit/swatch'
import type { TuneSectionProps } from './section'
import { TotalField } from './total-field'
import styles from './tuning.module.css'
import { useUtilisations } from './use-over-capacity'

/** Each endpoint's part of the world's demand, the part that is black-holed and the part without an answer. */
export function DemandShareList({ answer: { shares, demand } }: TuneSectionProps) {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const down = useApp(({ scenario }) => scenario.world.down)
  const own = useApp(({ scenario }) => scenario.demand !== null)
  const capacities = useApp(({ scenario }) => scenario.capacities)
  const utilisations = useUtilisations()
  const looks = endpointLooks(policy)
  const texts = endpointTexts(shares)
  const scale = loadScale(capacities, demand)
  const title = own ? 'Shares of your demand' : 'Shares of world demand'

  return (
    <section className={styles['section']} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles['columns']} aria-hidden>
        <span>Share</span>
        <span>Capacity</span>
      </p>
      <ul className={styles['shares']}>
        {[...policy.endpoints.keys()].map((endpoint) => {
          const share = shares.shares.get(endpoint) ?? 0
          return (
            <li key={endpoint}>
              <Swatch look={looks.get(endpoint)} />
              <span className={styles['name']}>
                <button
                  type="button"
                  title={texts.get(endpoint) ?? `${endpoint}: no demand`}
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
              <CapacityField endpoint={endpoint} labelHidden className={styles['capacity']} />
              <Fullness utilisation={utilisations.get(endpoint)} unit={scale.unit} />
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
      <p className={styles['soft']}>{demandText(demand, own)}</p>
      <TotalField demand={demand} />
    </section>
  )
}

/** How full an endpoint with a capacity is; nothing for one without. */
function Fullness({
  utilisation,
  unit,
}: {
  readonly utilisation: Utilisation | undefined
  readonly unit: string
}) {
  const text = utilisation && utilisationText(utilisation)
  if (!utilisation || text === null) return null
  const over = isOverCapacity(utilisation)
  const { load, capacity, utilisation: part } = utilisation
  const figure = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 })
  return (
    <span className={styles['fullness']} data-over={over}>
      <span className={styles['bar']} aria-hidden>
        <span style={{ width: `${Math.min(1, part ?? 0) * 100}%` }} />
      </span>
      <span>
        {over && <TriangleAlert role="img" aria-label="Over capacity:" />} {text}: {figure(load)} of{' '}
        {figure(capacity ?? 0)} {unit}
      </span>
    </span>
  )
}

function Bar({ share, colour }: { readonly share: number; readonly colour: string }) {
  return (
    <span className={styles['bar']} aria-hidden>
      <span style={{ width: `${share * 100}%`, background: colour }} />
    </span>
  )
}
