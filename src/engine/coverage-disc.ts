/** A cap of the unit sphere: its middle and how far it reaches. */
export interface CoverageDisc {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly radiusKm: number
  /** Cosine and sine of the radius as an angle. */
  readonly cos: number
  readonly sin: number
}

/**
 * The way down from the whole sphere (level 0) into smaller and smaller discs: the number of the present
 * visit at each level, by which narrowed results are known to belong to it.
 */
export interface DescentPath {
  readonly visits: Int32Array
}
