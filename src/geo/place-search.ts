import { countryName } from './countries'
import { fold } from './fold'
import type { Place } from './place'
import { subdivisionName } from './us-states'

/** A search result: a place, or a country or US state with its most populous place. */
export type PlaceHit =
  | { readonly kind: 'place'; readonly name: string; readonly place: Place }
  | { readonly kind: 'country'; readonly name: string; readonly country: string; readonly place: Place }
  | {
      readonly kind: 'subdivision'
      readonly name: string
      readonly subdivision: string
      readonly place: Place
    }

/** What is searched: `name`, `codes` and `context` are folded, `size` is the population behind the hit. */
interface Entry {
  readonly hit: PlaceHit
  readonly name: string
  readonly codes: readonly string[]
  readonly context: string
  readonly size: number
}

// Short names that people type and that no code says.
const ALIASES: Readonly<Record<string, string>> = { GB: 'uk', US: 'usa' }

/**
 * A search over places that are given most populous first, and over their countries and US states. Best first: hits of
 * which the name or code is the text, then names that begin with it, names with a word that does, and last those for
 * which each word of the text begins a word of name, state or country (`paris texas`); by population within each.
 */
export function createPlaceSearch(
  places: readonly Place[],
): (text: string, limit: number) => readonly PlaceHit[] {
  const entries = [...territoryEntries(places), ...placeEntries(places)]

  return (text, limit) => {
    const query = fold(text)
    if (query === '') return []
    const words = query.split(' ')
    return entries
      .flatMap((entry) => {
        const rank = rankOf(entry, query, words)
        return rank === null ? [] : [{ entry, rank }]
      })
      .sort((a, b) => a.rank - b.rank || b.entry.size - a.entry.size)
      .slice(0, limit)
      .map(({ entry }) => entry.hit)
  }
}

function rankOf({ name, codes, context }: Entry, query: string, words: readonly string[]): number | null {
  if (name === query || codes.includes(query)) return 0
  if (name.startsWith(query)) return 1
  if (name.includes(` ${query}`)) return 2
  return words.every((word) => context.includes(` ${word}`)) ? 3 : null
}

function placeEntries(places: readonly Place[]): readonly Entry[] {
  const contexts = new Map<string, string>()
  return places.map((place) => {
    const { country, subdivision } = place
    const territory = `${country}-${subdivision ?? ''}`
    const context = contexts.get(territory) ?? fold(namesOfTerritory(country, subdivision))
    contexts.set(territory, context)
    const name = fold(place.name)
    const hit = { kind: 'place', name: place.name, place } as const
    return { hit, name, codes: [], context: ` ${name} ${context}`, size: place.population }
  })
}

function namesOfTerritory(country: string, subdivision: string | null): string {
  const names = `${country} ${countryName(country)} ${ALIASES[country] ?? ''}`
  return subdivision === null ? names : `${subdivision} ${subdivisionName(subdivision)} ${names}`
}

function territoryEntries(places: readonly Place[]): readonly Entry[] {
  const countries = new Map<string, { place: Place; size: number }>()
  const states = new Map<string, { place: Place; size: number }>()
  for (const place of places) {
    count(countries, place.country, place)
    if (place.subdivision !== null) count(states, place.subdivision, place)
  }
  return [
    ...[...countries].map(([country, { place, size }]) => {
      const name = countryName(country)
      return entry({ kind: 'country', name, country, place }, [country, ALIASES[country] ?? country], size)
    }),
    ...[...states].map(([subdivision, { place, size }]) => {
      const name = subdivisionName(subdivision)
      return entry({ kind: 'subdivision', name, subdivision, place }, [subdivision], size)
    }),
  ]
}

function count(sizes: Map<string, { place: Place; size: number }>, key: string, place: Place): void {
  const known = sizes.get(key)
  sizes.set(key, { place: known?.place ?? place, size: (known?.size ?? 0) + place.weight })
}

function entry(hit: PlaceHit, codes: readonly string[], size: number): Entry {
  const name = fold(hit.name)
  return { hit, name, codes: codes.map(fold), context: ` ${name}`, size }
}
