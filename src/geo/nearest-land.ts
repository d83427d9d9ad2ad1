import { chordOfKm, squaredChordTo } from './chord'
import type { Coast } from './coast'
import { type Coordinates, toRadians } from './coordinates'
import { EARTH_RADIUS_KM, toUnitVector } from './distance'

/** A place at sea within this distance of land belongs to the nearest land. */
export const COASTAL_KM = 25

export const COASTAL_CHORD = chordOfKm(COASTAL_KM)

const COASTAL_RADIANS = COASTAL_KM / EARTH_RADIUS_KM

/** Degrees of latitude in the coastal distance, rounded up a little so that no box is too small. */
export const COASTAL_LATITUDE = (COASTAL_RADIANS * 180) / Math.PI + 1e-6

/** Degrees of longitude in the coastal distance at a latitude; 180 where the circle around a point holds a pole. */
export function coastalLongitude(latitude: number): number {
  const ratio = Math.sin(COASTAL_RADIANS) / Math.cos(toRadians(Math.min(90, Math.abs(latitude))))
  return ratio < 1 ? (Math.asin(ratio) * 180) / Math.PI + 1e-6 : 180
}

/** Unit of the nearest of `pieces[from…to - 1]` within 25 km, the lowest at equal distance; -1 if there is none. */
export function nearestUnit(
  coast: Coast,
  pieces: Int32Array,
  from: number,
  to: number,
  x: number,
  y: number,
  z: number,
): number {
  let least = COASTAL_CHORD * COASTAL_CHORD
  let nearest = -1
  for (let i = from; i < to; i++) {
    const piece = pieces[i] ?? 0
    const squared = squaredChordTo(coast.points, piece, x, y, z)
    // Written so that a distance that is no number is never the least.
    if (!(squared <= least)) continue
    const unit = coast.units[piece] ?? 0
    if (squared < least || nearest === -1 || unit < nearest) nearest = unit
    least = squared
  }
  return nearest
}

/** Unit of the nearest coast within 25 km of a point, -1 if there is none. */
export function unitNear(coast: Coast, point: Coordinates): number {
  const { latitude, longitude } = point
  const margin = coastalLongitude(latitude)
  const pieces = coast.within(
    longitude - margin,
    latitude - COASTAL_LATITUDE,
    longitude + margin,
    latitude + COASTAL_LATITUDE,
  )
  const { x, y, z } = toUnitVector(point)
  return nearestUnit(coast, Int32Array.from(pieces), 0, pieces.length, x, y, z)
}
