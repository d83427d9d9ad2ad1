/**
 * The borders between mixes as found cell by cell. A crossing is where a border crosses an edge of the grid; a
 * junction is where three or more meet inside a cell. A link is a piece of border in one cell.
 */
export interface Tracing {
  readonly crossings: readonly Crossing[]
  readonly junctions: readonly Junction[]
  readonly links: readonly Link[]
}

export interface Crossing {
  readonly longitude: number
  readonly latitude: number
  /** Whether it lies on the edge of the map: the antimeridian. */
  readonly onRim: boolean
  /** Numbers of its links, one in each of the two cells at the edge; one only on the rim. */
  readonly links: number[]
}

export interface Junction {
  readonly longitude: number
  readonly latitude: number
  /** Its links against the clock, and the mix between each and the next. */
  readonly links: readonly number[]
  readonly sectors: readonly number[]
}

/** From a crossing to another, or to a junction; seen along it the mixes to its left and right. */
export interface Link {
  readonly from: number
  readonly to: LinkEnd
  readonly left: number
  readonly right: number
  /** Corners of a country's border between the two ends. */
  readonly between: readonly LonLat[]
}

export type LinkEnd =
  | { readonly kind: 'crossing'; readonly crossing: number }
  | { readonly kind: 'junction'; readonly junction: number }

export type LonLat = readonly [longitude: number, latitude: number]
