import type { Coordinates } from '../../geo/coordinates'
import type { DegreeBox } from '../../geo/degree-box'

// The sphere as a grid of cells in longitude and latitude. A cell is 1.2 km high, so that none of its places is a
// kilometre from all four corners; its degrees are binary fractions, so that neighbours have the very same corners.

export const COLUMNS = 2 ** 15
export const ROWS = COLUMNS / 2
/** Cells a side of the blocks that are looked at first. */
export const LARGEST = 2 ** 11
/** Levels from there down to blocks of two cells a side, and the whole sphere above. */
export const LEVELS = Math.log2(LARGEST) + 1

const DEGREES = 360 / COLUMNS

export function longitudeOf(column: number): number {
  return column * DEGREES - 180
}

export function latitudeOf(row: number): number {
  return row * DEGREES - 90
}

export function boxOf(column: number, row: number, size: number): DegreeBox {
  return {
    west: longitudeOf(column),
    south: latitudeOf(row),
    east: longitudeOf(column + size),
    north: latitudeOf(row + size),
  }
}

/** A place by column and row, fractions too. One place has one longitude: also a pole and the antimeridian. */
export function placeOf(column: number, row: number): Coordinates {
  const latitude = latitudeOf(row)
  if (row <= 0 || row >= ROWS) return { latitude, longitude: 0 }
  return { latitude, longitude: longitudeOf(column === COLUMNS ? 0 : column) }
}

/** One number for each corner of the grid. */
export function cornerKey(column: number, row: number): number {
  return row * (COLUMNS + 1) + column
}
