/** Some pixels that lie close together, as the unit vectors of their centres. */
export interface PixelBlock {
  /** Changes from block to block; the arrays are longer. */
  count: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
}

/** The most pixels of a block. */
export const MOST_PIXELS = 16

export function createPixelBlock(): PixelBlock {
  const numbers = () => new Float64Array(MOST_PIXELS)
  return { count: 0, x: numbers(), y: numbers(), z: numbers() }
}
