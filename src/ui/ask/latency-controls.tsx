import { useState } from 'react'
import { LATENCY_ESTIMATE } from '../../analysis/words'
import { COUNTRY_CODES } from '../../geo/continents'
import { countryName } from '../../geo/countries'
import { readable } from '../../model/field'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { useApp, useAppStore } from '../app-context'
import { Button } from '../kit/button'
import { ranked } from '../kit/ranked'
import { SearchField, type SearchOption } from '../kit/search-field'
import styles from './ask-panel.module.css'
import { LatencyField } from './latency-field'

/** Round trip times that the user has measured, in place of the estimate. Nothing where no rule goes by latency. */
export function LatencyControls() {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const world = useApp(({ scenario }) => scenario.world)
  // Whose latencies are shown: clients of a country, or anywhere.
  const [country, setCountry] = useState<string | null>(null)
  const regions = regionsOf(policy, world)
  const count = world.latencies.length
  if (regions.length === 0) return null

  return (
    <details className={styles['more']}>
      <summary>Latencies: {count === 0 ? 'estimated' : `${count} given, others estimated`}</summary>
      <div className={styles['resolver']}>
        <p className={styles['soft']}>
          What you have measured, as round trip times in milliseconds, counts in place of our estimate. A
          field left empty is {LATENCY_ESTIMATE}.
        </p>
        <SearchField
          label="From clients in"
          value={clientsText(country)}
          search={(text) => clientOptions(text, world)}
          onChoose={(chosen) => setCountry(chosen.country)}
          empty="No such country."
        />
        <ul className={styles['latencies']} aria-label={`Latencies from clients in ${clientsText(country)}`}>
          {regions.map((region) => (
            <li key={`${country ?? '*'} ${region}`}>
              <LatencyField trip={{ country, region }} />
            </li>
          ))}
        </ul>
        {count > 0 && (
          <Button
            onClick={() =>
              store.getState().commit('Forget the given latencies', (scenario) => ({
                ...scenario,
                world: { ...scenario.world, latencies: [] },
              }))
            }
          >
            Forget all that are given
          </Button>
        )}
      </div>
    </details>
  )
}

/** The Regions that latency rules lead to or that a latency is given for, in the order of the document. */
function regionsOf(policy: Policy, world: World): readonly string[] {
  const branches = [...policy.rules.values()].flatMap((rule) =>
    rule.type === 'latency' ? rule.branches : [],
  )
  const named = branches.flatMap(({ region }) => readable(region) ?? [])
  return [...new Set([...named, ...world.latencies.map(({ region }) => region)])]
}

const ANYWHERE = { country: null } as const

function clientsText(country: string | null): string {
  return country === null ? 'Anywhere' : countryName(country) || country
}

interface Clients {
  readonly country: string | null
}

/** Anywhere and every country by name or code, saying how many latencies each has been given. */
function clientOptions(text: string, world: World): readonly SearchOption<Clients>[] {
  const all: readonly Clients[] = [ANYWHERE, ...COUNTRY_CODES.map((country) => ({ country }))]
  return ranked(all, text, ({ country }) =>
    country === null ? [clientsText(country)] : [clientsText(country), country],
  ).map((value) => {
    const given = world.latencies.filter(({ country }) => country === value.country).length
    const option = { key: value.country ?? '*', label: clientsText(value.country), value }
    return given === 0 ? option : { ...option, detail: `${given} given` }
  })
}
