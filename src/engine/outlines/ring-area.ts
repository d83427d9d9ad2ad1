import { toRadians } from '../../geo/coordinates'
import { EARTH_RADIUS_KM } from '../../geo/distance'
import type { Ring } from './rings'

/**
 * The area on the sphere in km² of a closed ring whose points are joined straight in longitude and latitude, as
 * GeoJSON joins them (RFC 7946 3.1.1); below zero where it runs with the clock.
 */
export function ringAreaKm2(ring: Ring): number {
  let sum = 0
  for (let index = 1; index < ring.length; index++) {
    const [ax = 0, ay = 0] = ring[index - 1] ?? []
    const [bx = 0, by = 0] = ring[index] ?? []
    sum -= toRadians(bx - ax) * meanSine(toRadians(ay), toRadians(by))
  }
  return sum * EARTH_RADIUS_KM ** 2
}

/** The mean of the sine from one latitude to another. */
function meanSine(a: number, b: number): number {
  const half = (b - a) / 2
  // The sine of the middle, times what is lost by the bend.
  const bend = Math.abs(half) < 1e-4 ? 1 - (half * half) / 6 : Math.sin(half) / half
  return Math.sin((a + b) / 2) * bend
}
