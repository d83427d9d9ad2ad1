import { toRadians } from '../../geo/coordinates'
import { EARTH_RADIUS_KM } from '../../geo/distance'
import type { LonLat } from './tracing'

const KM_PER_DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180

/**
 * A line without the points that lie within a tolerance of what is left (Douglas and Peucker), always with its ends
 * and the fixed points. A closed line, of which the last point is the first, keeps three corners at least.
 */
export function simplified(
  points: readonly LonLat[],
  isFixed: readonly boolean[],
  toleranceKm: number,
): readonly LonLat[] {
  const last = points.length - 1
  if (last < 2) return points
  const isKept = isFixed.map((fixed, index) => fixed || index === 0 || index === last)
  const isClosed = samePoint(points[0], points[last])
  if (isClosed) {
    const opposite = farthestFrom(points[0] ?? [0, 0], points)
    isKept[opposite] = true
    const [from, to] = opposite > last / 2 ? [0, opposite] : [opposite, last]
    isKept[farthest(points, from, to).index] = true
  }
  let from = 0
  for (let index = 1; index <= last; index++) {
    if (!isKept[index]) continue
    keep(points, isKept, from, index, toleranceKm)
    from = index
  }
  return points.filter((_, index) => isKept[index])
}

/** Marks what must stay between two kept points. Loops instead of recursing: borders have many thousand points. */
function keep(
  points: readonly LonLat[],
  isKept: boolean[],
  first: number,
  end: number,
  toleranceKm: number,
): void {
  const open: (readonly [number, number])[] = [[first, end]]
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch
    if (to - from < 2) continue
    const { index, km } = farthest(points, from, to)
    if (km <= toleranceKm) continue
    isKept[index] = true
    open.push([from, index], [index, to])
  }
}

/** Which point strictly between two others is farthest from the straight line between those. */
function farthest(points: readonly LonLat[], from: number, to: number): { index: number; km: number } {
  const [ax = 0, ay = 0] = points[from] ?? []
  const [bx = 0, by = 0] = points[to] ?? []
  // A degree of longitude is longest where the line comes nearest to the equator.
  const shrink = Math.cos(toRadians(Math.min(Math.abs(ay), Math.abs(by))))
  const dx = (bx - ax) * shrink
  const dy = by - ay
  const squaredLength = dx * dx + dy * dy
  let index = from + 1
  let most = -1
  for (let at = from + 1; at < to; at++) {
    const [x = 0, y = 0] = points[at] ?? []
    const px = (x - ax) * shrink
    const py = y - ay
    const along = squaredLength === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squaredLength))
    const squared = (px - along * dx) ** 2 + (py - along * dy) ** 2
    if (squared <= most) continue
    most = squared
    index = at
  }
  return { index, km: Math.sqrt(Math.max(0, most)) * KM_PER_DEGREE }
}

function farthestFrom([ax, ay]: LonLat, points: readonly LonLat[]): number {
  let index = 0
  let most = -1
  points.forEach(([x, y], at) => {
    const squared = (x - ax) ** 2 + (y - ay) ** 2
    if (squared <= most) return
    most = squared
    index = at
  })
  return index
}

function samePoint(a: LonLat | undefined, b: LonLat | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1]
}
