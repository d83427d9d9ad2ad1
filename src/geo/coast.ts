import Flatbush from 'flatbush'
import type { Coordinates } from './coordinates'
import { distanceKm, toUnitVector } from './distance'
import { NO_SIDE, type Segments } from './segments'
import { floatAt, shortAt } from './typed-arrays'

/**
 * The coasts of the world as short straight pieces through the unit sphere: piece i runs from `points[6i…]` to
 * `points[6i + 3…]` and is the coast of `units[i]`.
 */
export interface Coast {
  readonly points: Float64Array
  readonly units: Int16Array
  /** The pieces that meet a box in degrees; `west` may be below −180 and `east` above 180. */
  readonly within: (west: number, south: number, east: number, north: number) => readonly number[]
}

/** Longer pieces are cut up, so that the straight lines stay within 50 m of the borders that the map draws. */
const LONGEST_PIECE_KM = 50

/** The coast among segments: where there is a unit on one side only. */
export function createCoast(segments: Segments): Coast {
  const ends: Coordinates[] = []
  const units: number[] = []
  for (let i = 0; i < segments.count; i++) {
    const start = { longitude: floatAt(segments.x0, i), latitude: floatAt(segments.y0, i) }
    const end = { longitude: floatAt(segments.x1, i), latitude: floatAt(segments.y1, i) }
    if (shortAt(segments.sideB, i) !== NO_SIDE || isSeam(start, end)) continue
    const parts = Math.ceil(distanceKm(start, end) / LONGEST_PIECE_KM)
    for (let part = 0; part < parts; part++) {
      ends.push(between(start, end, part / parts), between(start, end, (part + 1) / parts))
      units.push(shortAt(segments.sideA, i))
    }
  }
  return { points: vectorsOf(ends), units: Int16Array.from(units), within: createIndex(ends) }
}

/** Whether a piece is a cut of the map rather than a coast: the antimeridian, and the edge of Antarctica at the pole. */
function isSeam(a: Coordinates, b: Coordinates): boolean {
  return (
    (Math.abs(a.longitude) === 180 && a.longitude === b.longitude) ||
    (a.latitude === -90 && b.latitude === -90)
  )
}

function between(a: Coordinates, b: Coordinates, fraction: number): Coordinates {
  // The ends themselves must stay as they are: neighbours share them.
  if (fraction === 1) return b
  return {
    latitude: a.latitude + fraction * (b.latitude - a.latitude),
    longitude: a.longitude + fraction * (b.longitude - a.longitude),
  }
}

function vectorsOf(ends: readonly Coordinates[]): Float64Array {
  const points = new Float64Array(ends.length * 3)
  ends.forEach((end, i) => {
    const { x, y, z } = toUnitVector(end)
    points.set([x, y, z], i * 3)
  })
  return points
}

function createIndex(ends: readonly Coordinates[]): Coast['within'] {
  if (ends.length === 0) return () => []
  const index = new Flatbush(ends.length / 2)
  for (let i = 0; i + 1 < ends.length; i += 2) {
    const [a, b] = [ends[i], ends[i + 1]]
    if (!a || !b) continue
    index.add(
      Math.min(a.longitude, b.longitude),
      Math.min(a.latitude, b.latitude),
      Math.max(a.longitude, b.longitude),
      Math.max(a.latitude, b.latitude),
    )
  }
  index.finish()

  return (west, south, east, north) => {
    if (east - west >= 360) return index.search(-180, south, 180, north)
    const found = index.search(west, south, east, north)
    if (west < -180) found.push(...index.search(west + 360, south, 180, north))
    if (east > 180) found.push(...index.search(-180, south, east - 360, north))
    return found
  }
}
