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

/** Great-circle distance in kilometres over a straight line through the unit sphere. */
function arcKm(chord: number): number {
  // Rounding can push half the chord of antipodes past 1, where the arcsine is not a number.
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2))
}

/** Great-circle distance in kilometres between two unit vectors. */
export function vectorDistanceKm(a: UnitVector, b: UnitVector): number {
  return arcKm(chordBetween(a, b))
}

/**
 * `base + perKm · distance` between two unit vectors where that is below `limit`; elsewhere anything from
 * `limit` up, found without an arcsine when even the straight line through the earth costs that much.
 */
export function costBelow(a: UnitVector, b: UnitVector, base: number, perKm: number, limit: number): number {
  const chord = chordBetween(a, b)
  // No arc is shorter, in floating point too: multiplying and adding keep the order.
  const least = base + perKm * (EARTH_RADIUS_KM * chord)
  return least < limit ? base + perKm * arcKm(chord) : least
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

/** The bias that multiplies distances by a factor, a fraction in most cases; −99…99. The inverse of `biasFactor`. */
export function biasOfFactor(factor: number, negativeBias: NegativeBias): number {
  const bias = factor > 1 && negativeBias === 'map' ? 100 * (1 / factor - 1) : 100 * (1 - factor)
  return Math.min(99, Math.max(-99, bias))
}
