import { kmOfChord } from '../geo/chord'
import { chordBetween, toUnitVector, type UnitVector } from '../geo/distance'
import type { Place } from '../model/query'
import { type Client, toClient } from '../rules/client'

/** The clients of one country and US state: those from `start` up to `end`. */
export interface ClientRange {
  /** All that they have in common, without coordinates. */
  readonly client: Client
  readonly start: number
  readonly end: number
}

/**
 * Many clients about whom many policies are asked, as when a bias is tuned. Those of a territory stand together,
 * and their distances, which no bias changes, are computed once for each site.
 */
export interface ClientTable {
  readonly count: number
  /** The unit vector of a client; clients go by their number in the table. */
  readonly vectorOf: (client: number) => UnitVector
  readonly ranges: readonly ClientRange[]
  /** Great-circle distance in kilometres from a site to every client. */
  readonly distancesFrom: (site: UnitVector) => Float64Array
}

/** A place of a client table: its coordinates are known. */
export interface LocatedPlace extends Place {
  readonly coordinates: NonNullable<Place['coordinates']>
}

/** How many sites' distances are kept: more than there are Regions, so that only dragged sites are forgotten. */
const SITES_KEPT = 64

/** A table of clients. Clients of a territory must be given one after another. */
export function createClientTable(places: readonly LocatedPlace[]): ClientTable {
  const vectors = places.map(({ coordinates }) => toUnitVector(coordinates))
  const distances = new Map<string, Float64Array>()

  function distancesFrom(site: UnitVector): Float64Array {
    const key = `${site.x} ${site.y} ${site.z}`
    const known = distances.get(key)
    if (known) {
      // Set anew, so that the map's first entry is the one that was not asked for the longest time.
      distances.delete(key)
      distances.set(key, known)
      return known
    }
    const made = new Float64Array(vectors.length)
    vectors.forEach((vector, client) => {
      made[client] = kmOfChord(chordBetween(site, vector))
    })
    const [oldest] = distances.keys()
    if (distances.size >= SITES_KEPT && oldest !== undefined) distances.delete(oldest)
    distances.set(key, made)
    return made
  }

  return {
    count: places.length,
    vectorOf(client) {
      const vector = vectors[client]
      if (!vector) throw new RangeError(`there is no client ${client} in the table`)
      return vector
    },
    ranges: rangesOf(places),
    distancesFrom,
  }
}

function rangesOf(places: readonly LocatedPlace[]): readonly ClientRange[] {
  const ranges: ClientRange[] = []
  const seen = new Set<string>()
  let start = 0
  places.forEach((place, index) => {
    const next = places[index + 1]
    if (next && territoryKey(next) === territoryKey(place)) return
    const key = territoryKey(place)
    if (seen.has(key)) throw new Error(`the clients of ${key} do not stand together`)
    seen.add(key)
    ranges.push(rangeOf(place, start, index + 1))
    start = index + 1
  })
  return ranges
}

function rangeOf({ country, subdivision }: Place, start: number, end: number): ClientRange {
  return { client: toClient({ coordinates: null, country, subdivision }), start, end }
}

/** One text for each country and US state that rules can tell apart. */
export function territoryKey({ country, subdivision }: Pick<Place, 'country' | 'subdivision'>): string {
  return `${country ?? ''}-${subdivision ?? ''}`
}
