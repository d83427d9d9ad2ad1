import { continentOf } from '../../../geo/continents'
import { containsPrefix, type IpPrefix, parseIpPrefix, prefixText } from '../../../model/dns/ip-prefix'
import type { GeolocationBranch } from '../../../rules/geolocation/definition'
import { placeKey } from '../../../rules/geolocation/location'
import type { IpBasedBranch } from '../../../rules/ip-based/definition'
import { blockChains, defaultChain } from '../block-chains'
import { placesInOrder } from '../branch-values'
import type { LiveBranch } from '../live-policy'
import { continentKeys, countryKeys, IN_DATABASES } from '../other-continents'

/** The database of places, in gdnsd's folder `geoip`. */
export const DATABASE = 'GeoLite2-City.mmdb'

/**
 * The map of a geolocation rule: for every place that the rule names the chain of branches from the smallest to
 * the default, in which gdnsd takes the first that is up. `names` are those of the branches' datacenters. gdnsd finds
 * a country below the continent that its database has it on, so one that Route 53 has elsewhere is listed there too.
 */
export function placesMap(
  live: readonly LiveBranch<GeolocationBranch>[],
  nameOf: (branch: GeolocationBranch) => string,
): string {
  const places = placesInOrder(live).map(({ place, branch }) => ({ place, branch, key: placeKey(place) }))
  const names = new Map(places.map(({ key, branch }) => [key, nameOf(branch)]))
  const chain = (keys: readonly string[]) => `[ ${keys.flatMap((key) => names.get(key) ?? []).join(', ')} ]`

  const continents = new Map<string, Map<string, string>>()
  const on = (continent: string) => {
    const entries = continents.get(continent) ?? new Map<string, string>()
    continents.set(continent, entries)
    return entries
  }
  const states: string[] = []
  const countries = new Set<string>()
  for (const { place } of places) {
    if (place.kind === 'continent') on(place.code)
    if (place.kind === 'country') countries.add(place.code)
    if (place.kind === 'subdivision') {
      states.push(`${place.code} => ${chain([`subdivision US-${place.code}`, ...countryKeys('US')])}`)
      countries.add('US')
    }
  }
  const add = (country: string, continent: string) => {
    const own = chain(countryKeys(country))
    const words = country === 'US' && states.length > 0 ? `{ default => ${own}, ${states.join(', ')} }` : own
    // What its continent says of it there need not be repeated.
    if (words !== chain(continentKeys(continent))) on(continent).set(country, `${country} => ${words}`)
  }
  for (const country of countries) add(country, continentOf(country) ?? '')
  for (const { country, continent } of IN_DATABASES) add(country, continent)
  const blocks = [...continents].map(
    ([continent, entries]) =>
      `${continent} => { ${[`default => ${chain(continentKeys(continent))}`, ...entries.values()].join(', ')} }`,
  )
  return `geoip2_db => ${DATABASE}, map => { ${[`default => ${chain(['default'])}`, ...blocks].join(', ')} }`
}

/** Networks of IPv6 whose clients gdnsd takes for the IPv4 addresses inside of theirs (gdnsd-plugin-geoip(8)). */
const READ_AS_IPV4 = ['::/96', '::ffff:0:0/96', '::ffff:0:0:0/96', '64:ff9b::/96', '2001::/32', '2002::/16']
  .map(parseIpPrefix)
  .filter((network) => network !== null)

/** Whether gdnsd looks no client up in a block, since it reads its addresses as others. */
export function isReadAsIpv4(network: IpPrefix): boolean {
  return READ_AS_IPV4.some((wide) => containsPrefix(wide, network))
}

/** The networks of an IP-based rule, each with the chain of branches that its clients meet. */
export function blocksMap(
  live: readonly LiveBranch<IpBasedBranch>[],
  nameOf: (branch: IpBasedBranch) => string,
): string {
  const words = (chain: readonly LiveBranch<IpBasedBranch>[]) =>
    `[ ${chain.map(({ branch }) => nameOf(branch)).join(', ')} ]`
  const rest = words(defaultChain(live))
  const nets = blockChains(live)
    .filter(({ network }) => !isReadAsIpv4(network))
    .map(({ network, chain }) => `${withLength(network)} => ${words(chain)}`)
  return `nets => { ${[...nets, `0.0.0.0/0 => ${rest}`, `::/0 => ${rest}`].join(', ')} }`
}

function withLength(network: IpPrefix): string {
  const text = prefixText(network)
  return text.includes('/') ? text : `${text}/${network.length.toString()}`
}
