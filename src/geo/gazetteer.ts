import type { Coordinates } from './coordinates'
import { toUnitVector } from './distance'
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

  // To compare all takes some hundredths of a millisecond: an index would cost more than it gives.
  let vectors: Float64Array | undefined
  function nearestPlace(coordinates: Coordinates): Place {
    vectors ??= vectorsOf(places)
    const { x, y, z } = toUnitVector(coordinates)
    let nearest = 0
    let greatestCosine = Number.NEGATIVE_INFINITY
    for (let i = 0; i < vectors.length; i += 3) {
      const cosine = (vectors[i] ?? 0) * x + (vectors[i + 1] ?? 0) * y + (vectors[i + 2] ?? 0) * z
      if (cosine <= greatestCosine) continue
      greatestCosine = cosine
      nearest = i / 3
    }
    const place = places[nearest]
    if (!place) throw new Error('a gazetteer without places was asked for the nearest')
    return place
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

/** The unit vectors of points, three numbers each. */
function vectorsOf(points: readonly Coordinates[]): Float64Array {
  return Float64Array.from(
    points.flatMap((point) => {
      const { x, y, z } = toUnitVector(point)
      return [x, y, z]
    }),
  )
}
