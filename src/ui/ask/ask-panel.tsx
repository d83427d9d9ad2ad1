import { readable } from '../../model/field'
import type { Query } from '../../model/query'
import { usesAddress } from '../../policy/uses-address'
import { useApp, useAppStore } from '../app-context'
import { SearchField } from '../kit/search-field'
import { Select } from '../kit/select'
import { Switch } from '../kit/switch'
import { useAtlas, useGazetteer } from '../use-gazetteer'
import { AddressField } from './address-field'
import { Answer } from './answer'
import styles from './ask-panel.module.css'
import { LatencyControls } from './latency-controls'
import { type NamedPlace, placeOptions, pointText } from './place-options'
import { SavedQueries } from './saved-queries'
import { Trace } from './trace'
import { WorldControls } from './world-controls'

const NO_PLACE: Query = {
  type: null,
  client: { coordinates: null, country: null, subdivision: null },
  resolver: null,
  clientSubnet: true,
}

const OTHER_TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'HTTPS'] as const

/** The query panel: who asks, what for, what they get, and why. */
export function AskPanel() {
  const store = useAppStore()
  const asked = useApp((state) => state.asked)
  const recordType = useApp(({ scenario }) => readable(scenario.policy.recordType) ?? 'A')
  const atlas = useAtlas()
  const gazetteer = useGazetteer()
  const query = asked?.query ?? NO_PLACE

  const byAddress = useApp(({ scenario }) => usesAddress(scenario.policy))
  const askFrom = ({ name, place }: NamedPlace, changes: Partial<Query> = {}) =>
    store.getState().ask({ name, place: name, query: { ...query, client: place, ...changes } })
  const change = (changes: Partial<Query>) => {
    if (asked) store.getState().ask({ ...asked, query: { ...query, ...changes } })
  }
  const search = (text: string) => placeOptions(text, atlas, gazetteer)

  return (
    <div className={styles['panel']}>
      <div className={styles['form']}>
        <SearchField
          className={styles['place']}
          label="Who asks?"
          placeholder="City, country, US state or coordinates"
          value={asked?.place ?? ''}
          search={search}
          onChoose={(place) => askFrom(place)}
          empty={gazetteer ? 'No such place. Coordinates such as 45.76, 4.84 work too.' : 'Loading places…'}
        />
        <Select
          label="Record type"
          value={query.type ?? recordType}
          options={[...new Set([recordType, ...OTHER_TYPES])].map((value) => ({ value, label: value }))}
          onChange={(value) => change({ type: value === recordType ? null : value })}
          disabled={asked === null}
        />
        {byAddress && (
          <AddressField
            className={styles['address']}
            label="From which address?"
            placeholder="Unknown"
            takesLength
            value={query.clientAddress}
            onChange={(clientAddress) =>
              asked
                ? change({ clientAddress })
                : askFrom({ name: clientAddress ?? '', place: query.client }, { clientAddress })
            }
          />
        )}
      </div>
      <SavedQueries />
      {asked === null ? (
        <div className={styles['empty']}>
          <p>
            Choose a place, or click anywhere on the map, to see which records a user there gets, with exact
            probabilities and the reason at every step.
          </p>
        </div>
      ) : (
        <>
          <Answer />
          <Trace />
          <details className={styles['more']}>
            <summary>Resolver</summary>
            <div className={styles['resolver']}>
              <Switch
                label="The resolver sends the client’s subnet (EDNS Client Subnet), so the client’s place and address count"
                checked={query.clientSubnet}
                onChange={(clientSubnet) => change({ clientSubnet })}
              />
              {!query.clientSubnet && (
                <SearchField
                  label="Where is the resolver?"
                  placeholder="Beside the client"
                  value={resolverName(query)}
                  search={search}
                  onChoose={({ place }) => change({ resolver: place })}
                />
              )}
              {byAddress && !query.clientSubnet && (
                <AddressField
                  label="From which address does the resolver ask?"
                  placeholder="Unknown"
                  takesLength={false}
                  value={query.resolverAddress}
                  onChange={(resolverAddress) => change({ resolverAddress })}
                />
              )}
            </div>
          </details>
        </>
      )}
      <WorldControls />
      <LatencyControls />
    </div>
  )
}

function resolverName({ resolver }: Query): string {
  if (!resolver) return ''
  const point = resolver.coordinates
  return point ? pointText(point) : (resolver.country ?? 'Unmapped')
}
