import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { prefixText } from '../../../model/dns/ip-prefix'
import { usesAddress } from '../../../policy/uses-address'
import type { LegendMeasure } from '../../../scenario/scenario'
import { selectMapAddress } from '../../../store/derived'
import { useApp, useAppStore } from '../../app-context'
import { endpointLooks } from '../../endpoint-colours'
import { Segmented } from '../../kit/segmented'
import { Swatch } from '../../kit/swatch'
import styles from '../map.module.css'
import { usePatterns } from '../painting/patterns'
import type { CoverageStatusStore } from '../painting/use-coverage'
import { LegendNote } from './legend-note'
import { shareText } from './share-text'
import { useLegendShares } from './use-legend-shares'

const TITLES: Record<LegendMeasure, string> = { area: 'Share of land area', demand: 'Share of demand' }
const MEASURES = [
  { value: 'area', label: 'Area' },
  { value: 'demand', label: 'Demand' },
] as const

/** Who is which colour, and how much of the land or of the demand each has. */
export function Legend({ status }: { readonly status: CoverageStatusStore }) {
  const leavesSomeoneOut = useStore(status, (state) => state.leavesSomeoneOut)
  const store = useAppStore()
  const measure = useApp(({ view }) => view.legend ?? 'area')
  const { shares, nodata, note } = useLegendShares(status, measure)
  const policy = useApp(({ scenario }) => scenario.policy)
  const down = useApp(({ scenario }) => scenario.world.down)
  const address = useApp(selectMapAddress)
  const [open, setOpen] = useState(true)
  const id = useId()
  const looks = endpointLooks(policy, usePatterns())

  function choose(legend: LegendMeasure): void {
    const { view, setView } = store.getState()
    setView({ ...view, legend })
  }

  return (
    <section className={styles['legend']} aria-label="Legend">
      <div className={styles['heading']}>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
          {TITLES[measure]}
        </button>
        <div className={styles['measure']}>
          <Segmented label="Shares of" value={measure} options={MEASURES} onChange={choose} />
        </div>
        <LegendNote note={note} />
      </div>
      {usesAddress(policy) && (
        <p className={styles['for']}>
          {address ? `For clients at ${prefixText(address)}` : 'For clients of unknown address'}
        </p>
      )}
      <ul id={id} hidden={!open} className={styles['entries']}>
        {[...policy.endpoints.keys()].map((endpoint) => (
          <li key={endpoint} className={styles['entry']} data-none={shares?.get(endpoint) === 0}>
            <Swatch look={looks.get(endpoint)} />
            <button
              type="button"
              className={styles['name']}
              title={endpoint}
              onClick={() => store.getState().select([{ kind: 'endpoint', id: endpoint }])}
            >
              {endpoint}
            </button>
            {down.has(endpoint) && (
              <span className={styles['down']} title="Down: whatever reaches it is black-holed">
                {(shares?.get(endpoint) ?? 0) > 0 ? 'black-holed' : 'down'}
              </span>
            )}
            <span className={styles['share']}>{shareText(shares?.get(endpoint))}</span>
          </li>
        ))}
        {(nodata > 0 || (leavesSomeoneOut && measure === 'area')) && (
          <li className={styles['entry']}>
            <span className={styles['nothing']} />
            <span className={styles['name']}>No answer{nodata === 0 && ' (at sea)'}</span>
            <span className={styles['share']}>{shareText(nodata)}</span>
          </li>
        )}
      </ul>
    </section>
  )
}
