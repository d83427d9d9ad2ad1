import type { Coordinates } from '../geo/coordinates'

/** Where queries come from, as the user's own table says it; a scenario without one uses the bundled world. */
export interface DemandModel {
  /** What the table is called: `resolver-log.csv`. */
  readonly name: string
  /** What the weights count, in the plural: `queries a day`. */
  readonly unit: string
  /** The table's places, each as coarse as the table had it: coordinates, a town, a US state or a country. */
  readonly places: readonly DemandPlace[]
  /** What the table had besides and what no place is known for. */
  readonly leftOut: { readonly rows: number; readonly weight: number }
}

/** A place of a demand model; what is null the table did not say. */
export interface DemandPlace {
  /** Country code in Route 53's use of it. */
  readonly country: string | null
  /** US state code. */
  readonly subdivision: string | null
  /** Name of the town. */
  readonly city: string | null
  readonly coordinates: Coordinates | null
  /** Above zero, in the model's unit. */
  readonly weight: number
}

/** As many places as a scenario keeps, which its file and its reader can bear. */
export const MOST_DEMAND_PLACES = 20_000
