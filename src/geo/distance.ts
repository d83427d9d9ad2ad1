import { type Coordinates, toRadians } from './coordinates'

/** Mean earth radius in kilometres (route53.md 4.5, geoproximity: haversine, R = 6371.0088 km). */
export const EARTH_RADIUS_KM = 6371.0088

/**
 * A point of the unit sphere. Distances between such points need no trigonometry but one arcsine,
 * and give the haversine formula's value: half the chord is the root of the haversine.
 */
export interface UnitVector {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** The unit vector of a point given in degrees. */
export function toUnitVector({ latitude, longitude }: Coordinates): UnitVector {
  const phi = toRadians(latitude)
  const lambda = toRadians(longitude)
  const cosPhi = Math.cos(phi)
  return { x: cosPhi * Math.cos(lambda), y: cosPhi * Math.sin(lambda), z: Math.sin(phi) }
}

/** Length of the straight line through the unit sphere between two of its points. */
export function chordBetween(a: UnitVector, b: UnitVector): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  const dz = a.z - b.z
  return Math.sqrt(dx * dx + dy * dy + dz * dz)
}

/** Great-circle distance in kilometres between two unit vectors. */
export function vectorDistanceKm(a: UnitVector, b: UnitVector): number {
  // Rounding can push half the chord of antipodes past 1, where the arcsine is not a number.
  const halfChord = Math.min(1, chordBetween(a, b) / 2)
  return 2 * EARTH_RADIUS_KM * Math.asin(halfChord)
}

/** Great-circle (haversine) distance in kilometres between two points in degrees. */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  return vectorDistanceKm(toUnitVector(a), toUnitVector(b))
}

/**
 * Which of AWS's two published formulas a negative bias follows (route53.md 4.5):
 * `guide` is the current developer guide, `map` is AWS's own map component (and the guide to 2023).
 */
export type NegativeBias = 'guide' | 'map'

/** The factor by which a bias (−99…99) multiplies a distance; values beyond the range are clamped. */
export function biasFactor(bias: number, negativeBias: NegativeBias): number {
  const b = Math.min(99, Math.max(-99, bias))
  return b < 0 && negativeBias === 'map' ? 1 / (1 + b / 100) : 1 - b / 100
}
