import { continentOf } from '../../../geo/continents'
import type { GeolocationBranch } from '../../../rules/geolocation/definition'
import { placeKey } from '../../../rules/geolocation/location'
import { ELSEWHERE, placesInOrder } from '../branch-values'
import type { LiveBranch } from '../live-policy'

/** The database of places, in gdnsd's folder `geoip`. */
export const DATABASE = 'GeoLite2-City.mmdb'

/**
 * The map of a geolocation rule: for every place that the rule names the chain of branches from the smallest to
 * the default, in which gdnsd takes the first that is up. `names` are those of the branches' datacenters.
 */
export function placesMap(
  live: readonly LiveBranch<GeolocationBranch>[],
  nameOf: (branch: GeolocationBranch) => string,
): string {
  const names = new Map(placesInOrder(live).map(({ place, branch }) => [placeKey(place), nameOf(branch)]))
  const chain = (...keys: readonly string[]) =>
    `[ ${[...keys, 'default'].flatMap((key) => names.get(key) ?? []).join(', ')} ]`
  const countryChain = (country: string) =>
    chain(`country ${country}`, `continent ${continentOf(country) ?? ''}`)

  const countries = new Set(Object.keys(ELSEWHERE))
  const continents = new Map<string, string[]>()
  const add = (continent: string, entry?: string) => {
    const entries = continents.get(continent) ?? []
    if (entry !== undefined) entries.push(entry)
    continents.set(continent, entries)
  }
  const states: string[] = []
  for (const { place } of placesInOrder(live)) {
    if (place.kind === 'continent') add(place.code)
    if (place.kind === 'country') countries.add(place.code)
    if (place.kind === 'subdivision') {
      states.push(`${place.code} => ${chain(`subdivision US-${place.code}`, 'country US', 'continent NA')}`)
      countries.add('US')
    }
  }
  for (const country of countries) {
    const isUs = country === 'US' && states.length > 0
    const entry = isUs
      ? `US => { default => ${countryChain('US')}, ${states.join(', ')} }`
      : `${country} => ${countryChain(country)}`
    for (const continent of new Set([continentOf(country), ELSEWHERE[country] ?? continentOf(country)])) {
      add(continent ?? '', entry)
    }
  }
  const blocks = [...continents].map(
    ([continent, entries]) =>
      `${continent} => { ${[`default => ${chain(`continent ${continent}`)}`, ...entries].join(', ')} }`,
  )
  return `geoip2_db => ${DATABASE}, map => { ${[`default => ${chain()}`, ...blocks].join(', ')} }`
}
