import { isContinentCode, isCountryCode } from '../../geo/continents'
import type { GeolocationBranch } from '../../rules/geolocation/definition'
import { type GeolocationPlace, placeOf } from '../../rules/geolocation/location'
import { effectiveWeight, type WeightedBranch } from '../../rules/weighted/definition'

/** The most that name servers draw by. */
const HEAVIEST = 1_048_575

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
