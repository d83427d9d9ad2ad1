import type { CoveragePoints } from '../engine/coverage-points'
import type { Atlas } from '../geo/atlas'
import { normaliseLongitude } from '../geo/coordinates'
import { toUnitVector } from '../geo/distance'

/** Points of a Fibonacci sphere, each standing for the same area; about 20,000 of them lie on land. */
const SPHERE_POINTS = 75_000

const GOLDEN_ANGLE = 180 * (3 - Math.sqrt(5))

/**
 * Points spread evenly over the land, without Antarctica, which would outweigh Europe and asks nothing.
 * Always the same points.
 */
export function landSample(atlas: Atlas, spherePoints = SPHERE_POINTS): CoveragePoints {
  const vectors: number[] = []
  const units: number[] = []
  for (let index = 0; index < spherePoints; index++) {
    const z = 1 - (2 * index + 1) / spherePoints
    const coordinates = {
      latitude: (Math.asin(z) * 180) / Math.PI,
      longitude: normaliseLongitude((index * GOLDEN_ANGLE) % 360),
    }
    const unit = atlas.landUnitAt(coordinates)
    const country = atlas.units[unit]?.country
    if (country === undefined || country === 'AQ') continue
    const { x, y, z: height } = toUnitVector(coordinates)
    vectors.push(x, y, height)
    units.push(unit)
  }
  return { vectors: Float64Array.from(vectors), units: Int16Array.from(units) }
}
