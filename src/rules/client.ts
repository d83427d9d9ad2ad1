import { continentOf } from '../geo/continents'
import { toUnitVector, type UnitVector } from '../geo/distance'
import type { IpPrefix } from '../model/dns/ip-prefix'
import type { Place } from '../model/query'

/** A query's deciding place in the form that rules compare with: null where it is not known. */
export interface Client {
  readonly vector: UnitVector | null
  readonly country: string | null
  readonly subdivision: string | null
  readonly continent: string | null
  /** The asker's address as far as Route 53 sees it. */
  readonly address: IpPrefix | null
}

/** The client of whom nothing is known. */
export const NOBODY: Client = {
  vector: null,
  country: null,
  subdivision: null,
  continent: null,
  address: null,
}

/** The client at a place, with an address if one is known; the continent is Route 53's own for the country. */
export function toClient(
  { coordinates, country, subdivision }: Place,
  address: IpPrefix | null = null,
): Client {
  return {
    vector: coordinates && toUnitVector(coordinates),
    country,
    subdivision,
    continent: country === null ? null : continentOf(country),
    address,
  }
}
