import type { Coordinates } from './coordinates'
import { toUnitVector, type UnitVector } from './distance'
import type { Place } from './place'
import { createPlaceSearch, type PlaceHit } from './place-search'

/** The populated places of the world, most populous first, and questions about them. */
export interface Gazetteer {
  readonly places: readonly Place[]
  /** At most `limit` hits for what a user types; see `createPlaceSearch`. */
  readonly search: (text: string, limit: number) => readonly PlaceHit[]
  /** The most populous place of a country or US state; null where the table has none. */
  readonly largestPlaceOf: (country: string, subdivision?: string) => Place | null
  /** The place nearest to a point on the great circle; throws if there are no places. */
  readonly nearestPlace: (coordinates: Coordinates) => Place
}

/** A gazetteer of places that are given most populous first. */
export function createGazetteer(places: readonly Place[]): Gazetteer {
  const largest = new Map<string, Place>()
  for (const place of places) {
    for (const key of [place.country, territoryKey(place.country, place.subdivision ?? '')]) {
      if (!largest.has(key)) largest.set(key, place)
    }
  }

  // A few thousand comparisons take a fiftieth of a millisecond: less than an index is worth.
  let vectors: readonly UnitVector[] | undefined
  function nearestPlace(coordinates: Coordinates): Place {
    vectors ??= places.map(toUnitVector)
    const { x, y, z } = toUnitVector(coordinates)
    const cosines = vectors.map((vector) => vector.x * x + vector.y * y + vector.z * z)
    const closest = cosines.reduce((best, cosine, i) => (cosine > (cosines[best] ?? 0) ? i : best), 0)
    const nearest = places[closest]
    if (!nearest) throw new Error('a gazetteer without places was asked for the nearest')
    return nearest
  }

  let search: Gazetteer['search'] | undefined
  return {
    places,
    search(text, limit) {
      search ??= createPlaceSearch(places)
      return search(text, limit)
    },
    largestPlaceOf: (country, subdivision) =>
      largest.get(subdivision === undefined ? country : territoryKey(country, subdivision)) ?? null,
    nearestPlace,
  }
}

function territoryKey(country: string, subdivision: string): string {
  return `${country}-${subdivision}`
}
