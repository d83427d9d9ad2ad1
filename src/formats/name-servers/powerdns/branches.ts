import { CONTINENTS, isContinentCode, isCountryCode } from '../../../geo/continents'
import { biasFactor } from '../../../geo/distance'
import { LATENCY_BASE_MS, LATENCY_MS_PER_KM } from '../../../geo/latency'
import { regionByCode } from '../../../geo/regions'
import { readable } from '../../../model/field'
import type { World } from '../../../model/world'
import type { GeolocationBranch } from '../../../rules/geolocation/definition'
import { type GeolocationPlace, placeOf } from '../../../rules/geolocation/location'
import type { GeoproximityBranch } from '../../../rules/geoproximity/definition'
import { coordinatesOf } from '../../../rules/geoproximity/location'
import type { LatencyBranch } from '../../../rules/latency/definition'
import type { WeightedBranch } from '../../../rules/weighted/definition'
import { effectiveWeight } from '../../../rules/weighted/definition'
import { luaText } from './lua-record'

/** The most that PowerDNS draws by. */
const HEAVIEST = 2_147_483_647

/** What a weighted branch adds to its table. */
export function weightWords(branch: WeightedBranch): string {
  return `w = ${wholeWeight(branch).toString()}`
}

/** The weight as the whole number that name servers draw by. */
export function wholeWeight(branch: WeightedBranch): number {
  return Math.min(HEAVIEST, Math.round(effectiveWeight(branch)))
}

const DEPTH: Readonly<Record<GeolocationPlace['kind'], number>> = {
  subdivision: 0,
  country: 1,
  continent: 2,
  default: 3,
  none: 4,
}

/** Geolocation branches that someone can be in, from the smallest place to the default; the first of two for one place. */
export function placesInOrder<B extends { readonly branch: GeolocationBranch }>(
  branches: readonly B[],
): readonly (B & { readonly place: GeolocationPlace })[] {
  const seen = new Set<string>()
  return branches
    .map((each) => ({ ...each, place: placeOf(each.branch) }))
    .filter(({ place }) => {
      const key = JSON.stringify(place)
      const isNew = place.kind !== 'none' && isWord(place) && !seen.has(key)
      seen.add(key)
      return isNew
    })
    .toSorted((a, b) => DEPTH[a.place.kind] - DEPTH[b.place.kind])
}

/** Whether its codes are codes: other texts match nobody, and only the US has states (route53.md 4.5). */
function isWord(place: GeolocationPlace): boolean {
  switch (place.kind) {
    case 'continent':
      return isContinentCode(place.code)
    case 'country':
      return isCountryCode(place.code)
    case 'subdivision':
      return place.country === 'US' && /^[A-Z]{2}$/.test(place.code)
    case 'default':
    case 'none':
      return true
  }
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
