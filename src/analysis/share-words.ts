import { countryName } from '../geo/countries'
import type { EndpointId } from '../model/address'
import type { DemandPoint } from './demand/demand'
import type { Move, MovedPlace } from './movers'
import type { DemandShares } from './shares'

/** A share of demand for a table or a bar: `35.2 %`; a part that is not nothing never reads as 0 %. */
export function shareText(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 0.05) return '< 0.1 %'
  return `${percent.toFixed(1)} %`
}

/** What shares are percents of and where that is from; `own` where it is the user's own demand, which is no estimate. */
export function demandText(
  { unit, places, source }: { readonly unit: string; readonly places: number; readonly source: string },
  own: boolean,
): string {
  const whole = own ? `your ${unit}` : `the world’s ${unit}; an estimate`
  return `Percent of ${whole} from ${places.toLocaleString('en')} places. ${source}.`
}

/** A difference of two shares: `+2.1 points`, `−0.4 points`; a tiny one as `< +0.1 points` or `> −0.1 points`. */
export function pointsText(difference: number): string {
  const points = difference * 100
  const size = Math.abs(points)
  if (size > 0 && size < 0.05) return points > 0 ? '< +0.1 points' : '> −0.1 points'
  const sign = size === 0 ? '' : points > 0 ? '+' : '−'
  return `${sign}${size.toFixed(1)} points`
}

/** What a place is called: `Warsaw`, or its coordinates. */
export function demandPointText({ name, coordinates: { latitude, longitude } }: DemandPoint): string {
  return name ?? `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`
}

/** Some of the places, the first ones by name: `Warsaw, Kraków and 12 more`. */
export function placesText(places: readonly MovedPlace[], most = 2): string {
  const names = [...new Set(places.map(({ point }) => demandPointText(point)))]
  const shown = names.slice(0, most).join(', ')
  return names.length > most ? `${shown} and ${(names.length - most).toLocaleString('en')} more` : shown
}

/** A move in a line: `Warsaw, Kraków → eu-central-1, +2.1 points`. */
export function moveText({ to, share, places }: Move): string {
  return `${placesText(places)} → ${to ?? 'no answer'}, ${pointsText(share)}`
}

/** Each endpoint's part in a sentence: `eu-central-1: 35.0 % of demand, largest: Germany, Poland, Italy`. */
export function endpointTexts(shares: DemandShares, most = 3): ReadonlyMap<EndpointId, string> {
  const largest = largestCountries(shares.countries, most)
  return new Map(
    [...shares.shares].map(([endpoint, share]) => {
      if (share === 0) return [endpoint, `${endpoint}: no demand`]
      const names = (largest.get(endpoint) ?? []).map(({ country }) =>
        country === null ? 'the open sea' : countryName(country),
      )
      return [endpoint, `${endpoint}: ${shareText(share)} of demand, largest: ${names.join(', ')}`]
    }),
  )
}

interface Reached {
  readonly country: string | null
  readonly share: number
}

/** The countries that each endpoint has most of, the largest first. */
function largestCountries(
  countries: DemandShares['countries'],
  most: number,
): ReadonlyMap<EndpointId, readonly Reached[]> {
  const largest = new Map<EndpointId, Reached[]>()
  // No more are kept than are told: hundreds of endpoints may each reach every country.
  for (const { country, endpoints } of countries) {
    for (const [endpoint, share] of endpoints) {
      const kept = largest.get(endpoint)
      if (!kept) largest.set(endpoint, [{ country, share }])
      else if (kept.length < most || share > (kept.at(-1)?.share ?? 0)) {
        kept.push({ country, share })
        kept.sort((a, b) => b.share - a.share)
        kept.length = Math.min(kept.length, most)
      }
    }
  }
  return largest
}
