import { CONTINENTS } from '../../../geo/continents'
import { biasFactor } from '../../../geo/distance'
import { LATENCY_BASE_MS, LATENCY_MS_PER_KM } from '../../../geo/latency'
import { regionByCode } from '../../../geo/regions'
import { readable } from '../../../model/field'
import type { World } from '../../../model/world'
import type { GeolocationPlace } from '../../../rules/geolocation/location'
import type { GeoproximityBranch } from '../../../rules/geoproximity/definition'
import { coordinatesOf } from '../../../rules/geoproximity/location'
import type { LatencyBranch } from '../../../rules/latency/definition'
import type { WeightedBranch } from '../../../rules/weighted/definition'
import { wholeWeight } from '../branch-values'
import { luaText } from './lua-record'

/** What a weighted branch adds to its table. */
export function weightWords(branch: WeightedBranch): string {
  return `w = ${wholeWeight(branch).toString()}`
}

/** The test whether a client is in a place, by the functions of PowerDNS. */
export function placeWords(place: GeolocationPlace): string {
  return `at = function() return ${placeTest(place)} end`
}

function placeTest(place: GeolocationPlace): string {
  switch (place.kind) {
    case 'continent':
      // By Route 53's own list: databases put some countries on other continents.
      return `country({ ${countriesOf(place.code)
        .map((code) => `'${code}'`)
        .join(', ')} })`
    case 'country':
      return `country('${place.code}')`
    case 'subdivision':
      return `country('US') and region('${place.code}')`
    case 'default':
      return 'true'
    case 'none':
      return 'false'
  }
}

function countriesOf(continent: string): readonly string[] {
  return CONTINENTS.find(({ code }) => code === continent)?.countries ?? []
}

/** The cost of a geoproximity branch: kilometres by the factor of its bias. */
export function biasWords(branch: GeoproximityBranch, { negativeBias }: World): string {
  const at = coordinatesOf(branch.location)
  const factor = biasFactor(readable(branch.bias) ?? 0, negativeBias)
  return at
    ? `la = ${at.latitude.toString()}, lo = ${at.longitude.toString()}, base = 0, per = ${factor.toString()}`
    : ''
}

/** The cost of a latency branch: milliseconds as given, else estimated from kilometres. */
export function latencyWords(branch: LatencyBranch, { latencies }: World): string {
  const code = readable(branch.region) ?? ''
  const region = regionByCode(code)
  const given = latencies.filter((row) => row.region === code)
  const everywhere = given.findLast(({ country }) => country === null)
  const byCountry = new Map(
    given.flatMap(({ country, milliseconds }) => (country === null ? [] : [[country, milliseconds]])),
  )
  return [
    ...(region ? [`la = ${region.latitude.toString()}, lo = ${region.longitude.toString()}`] : []),
    `base = ${LATENCY_BASE_MS.toString()}, per = ${LATENCY_MS_PER_KM.toString()}`,
    ...(everywhere ? [`all = ${everywhere.milliseconds.toString()}`] : []),
    ...(byCountry.size > 0
      ? [
          `by = { ${[...byCountry].map(([country, ms]) => `[${luaText(String(country))}] = ${String(ms)}`).join(', ')} }`,
        ]
      : []),
    // Clients in China get the Beijing Region where the rule has it (route53.md 4.5).
    ...(code === 'cn-north-1' ? ['cn = true'] : []),
  ].join(', ')
}
