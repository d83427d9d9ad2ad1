import { bandOf, createBands } from './latitude-bands'
import { NO_SIDE, type Segments } from './segments'
import { createUnitSet } from './unit-set'

/**
 * Which unit contains a point, planar in longitude and latitude: the lowest of those for which the even-odd rule
 * counts an odd number of crossings (there are several only where simplified borders cross). A point exactly on a
 * border belongs to the unit east or north of it. Longitudes in −180…180, where 180 itself is to be given as −180.
 */
export interface Containment {
  /** Index of the unit, or -1. */
  readonly unitContaining: (longitude: number, latitude: number) => number
  /**
   * Writes into `row` the unit of each of `longitudes`, which ascend, at one latitude: the very answers of
   * `unitContaining`.
   */
  readonly fillRow: (row: Int16Array, longitudes: Float64Array, latitude: number) => void
}

/** Prepares the question for segments whose sides are below `unitCount`. */
export function createContainment(segments: Segments, unitCount: number): Containment {
  const { x0, y0, x1, y1, sideA, sideB } = segments
  const { starts, items, fullest } = createBands(segments)
  const inside = createUnitSet(unitCount)
  // The crossings of one row, from west to east.
  const crossingX = new Float64Array(fullest)
  const crossingSegment = new Int32Array(fullest)

  function toggle(segment: number): void {
    inside.toggle(sideA[segment] ?? 0)
    const b = sideB[segment] ?? 0
    if (b !== NO_SIDE) inside.toggle(b)
  }

  /** Longitude at which a segment crosses the latitude, else NaN. Its lower end belongs to it, its upper one does not. */
  function crossing(segment: number, latitude: number): number {
    const bottom = y0[segment] ?? 0
    const top = y1[segment] ?? 0
    if (latitude < bottom || latitude >= top) return Number.NaN
    const left = x0[segment] ?? 0
    return left + ((latitude - bottom) / (top - bottom)) * ((x1[segment] ?? 0) - left)
  }

  function unitContaining(longitude: number, latitude: number): number {
    const band = bandOf(latitude)
    const end = starts[band + 1] ?? 0
    inside.clear()
    for (let i = starts[band] ?? 0; i < end; i++) {
      const segment = items[i] ?? 0
      if (crossing(segment, latitude) <= longitude) toggle(segment)
    }
    return inside.lowest()
  }

  /** Notes a crossing at its place in the order from west to east. */
  function insertCrossing(count: number, x: number, segment: number): void {
    let position = count
    for (; position > 0 && (crossingX[position - 1] ?? 0) > x; position--) {
      crossingX[position] = crossingX[position - 1] ?? 0
      crossingSegment[position] = crossingSegment[position - 1] ?? 0
    }
    crossingX[position] = x
    crossingSegment[position] = segment
  }

  function fillRow(row: Int16Array, longitudes: Float64Array, latitude: number): void {
    const west = longitudes[0] ?? 0
    const east = longitudes[longitudes.length - 1] ?? 0
    const band = bandOf(latitude)
    const end = starts[band + 1] ?? 0
    let count = 0
    inside.clear()
    for (let i = starts[band] ?? 0; i < end; i++) {
      const segment = items[i] ?? 0
      const x = crossing(segment, latitude)
      if (x <= west) toggle(segment)
      else if (x <= east) insertCrossing(count++, x, segment)
    }

    let column = 0
    for (let i = 0; i < count; i++) {
      const next = firstFrom(longitudes, column, crossingX[i] ?? 0)
      if (next > column) row.fill(inside.lowest(), column, next)
      toggle(crossingSegment[i] ?? 0)
      column = next
    }
    row.fill(inside.lowest(), column, longitudes.length)
  }

  return { unitContaining, fillRow }
}

/** Index of the first of the ascending values, from `start` on, that is not below `limit`. */
function firstFrom(values: Float64Array, start: number, limit: number): number {
  let low = start
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
