import { createShapes, isIn } from './shapes.mjs'
import { distanceKm } from './sphere.mjs'

/** Places lie on a grid of this many points a degree, some 200 m apart: the Vatican holds a few of them. */
export const PER_DEGREE = 500

/** No place is moved further. */
const LIMIT_KM = 20

/**
 * `settle(unit, point)` gives the point of the grid, nearest to the given one, at which the map finds
 * the unit, and how far it lies from there; null if there is none within the limit. Simplified borders and GeoNames'
 * points disagree along rivers and in enclaves.
 */
export function createSettle(topology) {
  const { unitAt, nearestBorder } = createShapes(topology)

  return function settle(unit, point) {
    const start = point.map((degrees) => Math.round(degrees * PER_DEGREE))
    const isHome = (candidate) => isIn(unitAt(candidate), unit)
    if (isHome(toDegrees(start))) return { point: toDegrees(start), km: 0 }
    if (nearestBorder(unit, point).km > LIMIT_KM) return null

    const candidates = around(start, LIMIT_KM / 111 / Math.cos((point[1] * Math.PI) / 180))
      .map((candidate) => ({ point: candidate, km: distanceKm(candidate, point) }))
      .filter(({ km }) => km <= LIMIT_KM)
    candidates.sort((a, b) => a.km - b.km)
    return candidates.find((candidate) => isHome(candidate.point)) ?? null
  }
}

function toDegrees(gridPoint) {
  return gridPoint.map((steps) => steps / PER_DEGREE)
}

/** The grid points in a square around one, in degrees. */
function around([x, y], halfWidthDegrees) {
  const reach = Math.ceil(halfWidthDegrees * PER_DEGREE)
  const points = []
  for (let dx = -reach; dx <= reach; dx++) {
    for (let dy = -reach; dy <= reach; dy++) points.push(toDegrees([x + dx, y + dy]))
  }
  return points
}
