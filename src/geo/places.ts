import type { Coordinates } from './coordinates'

/** A populated place. `weight` is the population that it stands for: its own and that of the places left out around it. */
export interface Place extends Coordinates {
  readonly name: string
  /** Country code of Route 53. */
  readonly country: string
  /** US state, else null. */
  readonly subdivision: string | null
  readonly population: number
  readonly weight: number
}

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

/** The populated places of the world, most populous first, and questions about them. */
export interface Gazetteer {
  readonly places: readonly Place[]
  /** At most `limit` hits for what a user types; case and diacritics do not matter, the most populous come first. */
  readonly search: (text: string, limit: number) => readonly PlaceHit[]
  /** The most populous place of a country or US state; null where the table has none. */
  readonly largestPlaceOf: (country: string, subdivision?: string) => Place | null
  /** The place nearest to a point on the great circle. */
  readonly nearestPlace: (coordinates: Coordinates) => Place
}
