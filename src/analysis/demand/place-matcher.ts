import { COUNTRY_CODES } from '../../geo/continents'
import type { Coordinates } from '../../geo/coordinates'
import { countryName } from '../../geo/countries'
import { findCountry } from '../../geo/find-country'
import { fold } from '../../geo/fold'
import type { Gazetteer } from '../../geo/gazetteer'
import { nearestName } from '../../geo/nearest-name'
import type { Place } from '../../geo/place'
import type { Territory } from '../../geo/territory'
import { isSubdivisionCode, US_STATES } from '../../geo/us-states'
import type { DemandPoint } from './demand'

/** A row of demand as it was written; see `readDemandTable`. */
export interface WrittenDemand {
  /** The line of the row, from 1. */
  readonly line: number
  readonly country: string | null
  readonly subdivision: string | null
  readonly city: string | null
  readonly coordinates: Coordinates | null
  readonly weight: number
}

/** What demand is matched against. */
export interface Geography {
  readonly gazetteer: Gazetteer
  /** The country and state of a point (`Atlas.locate`). */
  readonly locate: (coordinates: Coordinates) => Pick<Territory, 'country' | 'subdivision'> | null
}

/** How a row was understood: by its own coordinates, as one town, or spread over the towns of its state or country. */
export type MatchKind = 'coordinates' | 'city' | 'subdivision' | 'country'

/** A place that a row means, with its part (0…1) of the row's demand. */
export interface MatchedTown {
  readonly point: Omit<DemandPoint, 'weight'>
  readonly part: number
}

/** The places that a row means. */
export type Match =
  | { readonly kind: 'none'; readonly reason: string }
  | {
      readonly kind: MatchKind
      readonly places: readonly MatchedTown[]
      /** What is not sure about it, in a sentence. */
      readonly doubt: string | null
    }

const MOST_SUGGESTED = 50
const LONGEST_CODE = 3

/** Finds what rows mean. Best made once for many rows. */
export function createMatcher({ gazetteer, locate }: Geography): {
  readonly find: (row: WrittenDemand) => Match
} {
  const byName = new Map<string, Place[]>()
  for (const place of gazetteer.places) {
    const key = fold(place.name)
    const same = byName.get(key)
    if (same) same.push(place)
    else byName.set(key, [place])
  }

  function find(row: WrittenDemand): Match {
    const country = row.country === null ? null : findCountry(row.country)
    const state = stateOf(row, country)
    if (row.coordinates) return atPoint(row, row.coordinates, country, state)
    if (row.country !== null && country === null) {
      return {
        kind: 'none',
        reason: `There is no country “${row.country}”.${meant(row.country, countryNames)}`,
      }
    }
    if (row.city !== null) {
      const found = inCity(row.city, country, state) ?? withSuffix(row.city, country, state)
      if (found) return found
      if (country === null && state === null) {
        // A list of places without names of columns may have countries among its towns; codes could be airports'.
        const alone = row.city.trim().length > LONGEST_CODE ? findCountry(row.city) : null
        if (alone !== null) return spread('country', alone, null, null)
        const reason = `There is no town “${row.city}” in the table of places.`
        return { kind: 'none', reason: `${reason}${meant(row.city, townNames)}` }
      }
    }
    const doubt = doubtOf(row, state)
    if (state !== null) return spread('subdivision', 'US', state, doubt)
    if (country !== null) return spread('country', country, null, doubt)
    return { kind: 'none', reason: `There is no state “${row.subdivision ?? ''}” of the US.` }
  }

  function atPoint(
    { city }: WrittenDemand,
    coordinates: Coordinates,
    country: string | null,
    state: string | null,
  ): Match {
    // What is given wins over what is derived, as on the command line.
    const territory = country === null ? locate(coordinates) : { country, subdivision: state }
    const point = {
      name: city,
      country: territory?.country ?? null,
      subdivision: territory?.subdivision ?? null,
      coordinates,
    }
    return { kind: 'coordinates', places: [{ point, part: 1 }], doubt: null }
  }

  function inCity(city: string, country: string | null, state: string | null): Match | null {
    const named = byName.get(fold(city)) ?? []
    const [place, next] = named.filter(
      (each) =>
        (country === null || each.country === country) && (state === null || each.subdivision === state),
    )
    if (!place) return null
    const doubt =
      next && country === null ? `“${city}” is taken to be in ${countryName(place.country)}` : null
    return { kind: 'city', places: [{ point: pointOf(place), part: 1 }], doubt: doubt && `${doubt}.` }
  }

  /** A town with its state or country behind a comma: `New York, NY`; null for any other. */
  function withSuffix(text: string, country: string | null, state: string | null): Match | null {
    const comma = text.indexOf(',')
    if (comma < 0) return null
    const [city, suffix] = [text.slice(0, comma), text.slice(comma + 1)]
    const suffixState = stateNamed(suffix)
    if (suffixState !== null && (country ?? 'US') === 'US' && (state ?? suffixState) === suffixState) {
      const found = inCity(city, 'US', suffixState)
      if (found) return found
    }
    const suffixCountry = findCountry(suffix)
    if (suffixCountry === null || (country ?? suffixCountry) !== suffixCountry) return null
    return inCity(city, suffixCountry, state)
  }

  function spread(
    kind: 'country' | 'subdivision',
    country: string,
    state: string | null,
    doubt: string | null,
  ): Match {
    const where = state === null ? countryName(country) : `${state}, ${countryName(country)}`
    const towns = townsOf(country, state)
    const sentence = doubt && `${doubt}: its demand is spread over ${where}.`
    if (towns.length === 0) return { kind: 'none', reason: `The table of places has none in ${where}.` }
    return { kind, places: towns, doubt: sentence }
  }

  let suggested = 0

  /** A question after what is likely meant; looking for it takes its time, so only for the first few. */
  function meant(word: string, names: () => Iterable<string>): string {
    const name = suggested++ < MOST_SUGGESTED ? nearestName(word, names()) : null
    return name === null ? '' : ` Did you mean ${name}?`
  }

  function* townNames(): Generator<string> {
    for (const { name } of gazetteer.places) yield name
  }

  const spreads = new Map<string, readonly MatchedTown[]>()

  function townsOf(country: string, state: string | null): readonly MatchedTown[] {
    const key = `${country}-${state ?? ''}`
    const known = spreads.get(key)
    if (known) return known
    const all = gazetteer.places.filter(
      (place) => place.country === country && (state === null || place.subdivision === state),
    )
    const people = all.reduce((sum, { weight }) => sum + weight, 0)
    // Where nobody is counted, the places count alike.
    const made = all.flatMap((place) => {
      const part = people > 0 ? place.weight / people : 1 / all.length
      return part > 0 ? [{ point: pointOf(place), part }] : []
    })
    spreads.set(key, made)
    return made
  }

  return { find }
}

function pointOf({ name, country, subdivision, latitude, longitude }: Place): Omit<DemandPoint, 'weight'> {
  return { name, country, subdivision, coordinates: { latitude, longitude } }
}

/** What of a row is not known, though its country or state is. */
function doubtOf({ city, subdivision, country }: WrittenDemand, state: string | null): string | null {
  if (city !== null) return `The town “${city}” is not known`
  if (subdivision === null || country === null || state !== null) return null
  return `“${subdivision}” is no US state, and no other states are told apart`
}

function countryNames(): readonly string[] {
  return COUNTRY_CODES.map(countryName)
}

/** The US state of a row, by code or name; other countries' states mean nothing to Route 53. */
function stateOf({ subdivision }: WrittenDemand, country: string | null): string | null {
  if (subdivision === null || (country !== null && country !== 'US')) return null
  return stateNamed(subdivision)
}

/** The US state of a code or name. */
function stateNamed(text: string): string | null {
  const code = text.trim().toUpperCase().replace(/^US-/, '')
  if (isSubdivisionCode(code)) return code
  const name = fold(text)
  return US_STATES.find((state) => fold(state.name) === name)?.code ?? null
}
