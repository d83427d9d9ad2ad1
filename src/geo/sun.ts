import { type Coordinates, normaliseLongitude, toRadians } from './coordinates'

const DAY_MS = 86_400_000
/** Noon of the first of January 2000, UTC, from which astronomers count days. */
const J2000_MS = 946_728_000_000

/**
 * Where the sun stands in the zenith at a time in milliseconds since 1970 (UTC): the low-precision formulas of the
 * Astronomical Almanac, good to about 0.01° between 1950 and 2050.
 */
export function subsolarPoint(timeMs: number): Coordinates {
  const days = (timeMs - J2000_MS) / DAY_MS
  const meanLongitude = 280.46 + 0.9856474 * days
  const anomaly = toRadians(357.528 + 0.9856003 * days)
  const eclipticLongitude = toRadians(
    meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly),
  )
  const obliquity = toRadians(23.439 - 0.0000004 * days)
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(eclipticLongitude))
  const rightAscension = Math.atan2(
    Math.cos(obliquity) * Math.sin(eclipticLongitude),
    Math.cos(eclipticLongitude),
  )
  // Sidereal time at Greenwich in degrees.
  const sidereal = 280.46061837 + 360.98564736629 * days
  return {
    latitude: toDegrees(declination),
    longitude: normaliseLongitude((toDegrees(rightAscension) - sidereal) % 360),
  }
}

/** How high the sun stands above the horizon at a place, in degrees; below zero it is down. */
export function solarElevation(sun: Coordinates, { latitude, longitude }: Coordinates): number {
  const [phi, delta] = [toRadians(latitude), toRadians(sun.latitude)]
  const hour = toRadians(longitude - sun.longitude)
  const sine = Math.sin(phi) * Math.sin(delta) + Math.cos(phi) * Math.cos(delta) * Math.cos(hour)
  return toDegrees(Math.asin(Math.min(1, Math.max(-1, sine))))
}

/**
 * Between which latitudes of a meridian the sun is lower than `elevation` degrees (0: night begins, −6: dark), as
 * pairs from south to north; none where it is day all along it.
 */
export function darkStretches(
  sun: Coordinates,
  longitude: number,
  elevation: number,
): readonly (readonly [south: number, north: number])[] {
  // sin φ · a + cos φ · b is a wave in φ: amplitude · cos(φ − peak).
  const a = Math.sin(toRadians(sun.latitude))
  const b = Math.cos(toRadians(sun.latitude)) * Math.cos(toRadians(longitude - sun.longitude))
  const amplitude = Math.hypot(a, b)
  const limit = Math.sin(toRadians(elevation))
  if (limit >= amplitude) return [[-90, 90]]
  if (limit <= -amplitude) return []
  const peak = toDegrees(Math.atan2(a, b))
  const half = toDegrees(Math.acos(limit / amplitude))
  // Bright around the peak, which lies beyond a pole where the meridian has midnight.
  const bright = [peak - 360, peak, peak + 360]
    .map((middle) => [Math.max(-90, middle - half), Math.min(90, middle + half)] as const)
    .filter(([south, north]) => south < north)
  const dark: (readonly [number, number])[] = []
  let from = -90
  for (const [south, north] of bright) {
    if (south > from) dark.push([from, south])
    from = north
  }
  if (from < 90) dark.push([from, 90])
  return dark
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI
}
