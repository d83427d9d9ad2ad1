import { toRadians } from './coordinates'
import { EARTH_RADIUS_KM } from './distance'

/** A rectangle in degrees that does not cross the antimeridian. */
export interface DegreeBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** A cap of the unit sphere: its middle, and how far it reaches in kilometres and as an angle. */
export interface Cap {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly radiusKm: number
  readonly cos: number
  readonly sin: number
}

/** Caps are taken this much larger: far above rounding errors, far below what anybody sees. */
const SLACK_RADIANS = 1e-4 / EARTH_RADIUS_KM

/** A cap around the middle of a box that holds all of it. */
export function capAround({ west, south, east, north }: DegreeBox): Cap {
  const latitude = toRadians((south + north) / 2)
  const longitude = toRadians((west + east) / 2)
  const gap = toRadians(north - south) / 2
  const widest = Math.cos(toRadians(Math.max(0, south, -north)))
  const middle = Math.cos(latitude)
  // The haversine of a distance grows with the gaps in both directions and with the cosines of both latitudes.
  const haversine =
    Math.sin(gap / 2) ** 2 +
    middle * widest * Math.sin(Math.min(Math.PI, toRadians(east - west) / 2) / 2) ** 2
  const radius = Math.min(Math.PI, 2 * Math.asin(Math.min(1, Math.sqrt(haversine))) + SLACK_RADIANS)
  return {
    x: middle * Math.cos(longitude),
    y: middle * Math.sin(longitude),
    z: Math.sin(latitude),
    radiusKm: radius * EARTH_RADIUS_KM,
    cos: Math.cos(radius),
    sin: Math.sin(radius),
  }
}
