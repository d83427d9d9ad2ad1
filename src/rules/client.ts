import { continentOf } from '../geo/continents'
import { toUnitVector, type UnitVector } from '../geo/distance'
import type { Place } from '../model/query'

/** A query's deciding place in the form that rules compare with: null where it is not known. */
export interface Client {
  readonly vector: UnitVector | null
  readonly country: string | null
  readonly subdivision: string | null
  readonly continent: string | null
}

/** The client at a place; the continent is Route 53's own for the country. */
export function toClient({ coordinates, country, subdivision }: Place): Client {
  return {
    vector: coordinates && toUnitVector(coordinates),
    country,
    subdivision,
    continent: country === null ? null : continentOf(country),
  }
}
