import { EARTH_RADIUS_KM } from './distance'

/** Length of the straight line through the unit sphere under a great-circle distance. */
export function chordOfKm(km: number): number {
  return 2 * Math.sin(km / (2 * EARTH_RADIUS_KM))
}

/** Great-circle distance in km over a straight line through the unit sphere. */
export function kmOfChord(chord: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2))
}

/**
 * Square of the straight distance from (x, y, z) to a straight piece, of which `points` holds start and end in six
 * numbers from `6 · piece` on. At an end shared by two pieces both give the very same number.
 */
export function squaredChordTo(points: Float64Array, piece: number, x: number, y: number, z: number): number {
  const offset = piece * 6
  const ax = points[offset] ?? 0
  const ay = points[offset + 1] ?? 0
  const az = points[offset + 2] ?? 0
  const bx = points[offset + 3] ?? 0
  const by = points[offset + 4] ?? 0
  const bz = points[offset + 5] ?? 0
  const dx = bx - ax
  const dy = by - ay
  const dz = bz - az
  const px = x - ax
  const py = y - ay
  const pz = z - az
  const along = px * dx + py * dy + pz * dz
  if (along <= 0) return px * px + py * py + pz * pz
  const squaredLength = dx * dx + dy * dy + dz * dz
  if (along >= squaredLength) return (x - bx) * (x - bx) + (y - by) * (y - by) + (z - bz) * (z - bz)
  const t = along / squaredLength
  const rx = px - t * dx
  const ry = py - t * dy
  const rz = pz - t * dz
  return rx * rx + ry * ry + rz * rz
}
