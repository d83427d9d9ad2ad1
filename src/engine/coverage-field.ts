import { EARTH_RADIUS_KM } from '../geo/distance'
import type { CostLine } from '../rules/decision'
import { ROUGH_ERROR_KM, roughKm } from './coverage-arcs'
import type { CoverageDisc, DescentPath } from './coverage-disc'
import { withoutHopeless } from './coverage-hopeless'
import { MOST_PIXELS, type PixelBlock } from './pixel-block'

/** Which of some branches is the cheapest to reach, place by place. */
export interface PointField {
  /** The branch that wins at a unit vector; `level` is 0 where nothing has been narrowed. */
  readonly winner: (level: number, x: number, y: number, z: number) => number
}

/**
 * A field that is narrowed: going from a disc to a smaller one inside it, branches that win nowhere in it drop out.
 * Level 0 is the whole sphere; vectors are to lie in the disc of their level.
 */
export interface CoverageField extends PointField {
  /** What each branch costs. */
  readonly lines: readonly CostLine[]
  /** Finds the branches that may win in the disc of a level, and how many they are. */
  readonly narrow: (level: number, disc: CoverageDisc) => number
  /** One of the branches found last on the way to a level, by position. */
  readonly survivor: (level: number, position: number) => number
  /** Writes into `out` the branch that wins at each pixel of a block. */
  readonly winners: (level: number, block: PixelBlock, out: Int32Array) => void
}

export function createField(
  lines: readonly CostLine[],
  candidates: readonly number[],
  path: DescentPath,
): CoverageField {
  const xs = Float64Array.from(lines, ({ site }) => site?.x ?? 0)
  const ys = Float64Array.from(lines, ({ site }) => site?.y ?? 0)
  const zs = Float64Array.from(lines, ({ site }) => site?.z ?? 0)
  const bases = Float64Array.from(lines, ({ base }) => base)
  const slopes = Float64Array.from(lines, ({ site, perKm }) => (site ? perKm : 0))
  const possible = Int32Array.from(withoutHopeless(lines, candidates))
  // At each level: the branches left in document order, how many, and the visit that they belong to.
  const lists = Array.from(path.visits, () => possible.slice())
  const counts = new Int32Array(lists.length).fill(possible.length)
  const visited = new Int32Array(lists.length).fill(-1)
  // Of one narrowing, by branch: half the chord to the site, and the cost.
  const halfChords = new Float64Array(lines.length)
  const costs = new Float64Array(lines.length)
  // Of one block of pixels, by pixel: the lowest cost and the next to it.
  const lowest = new Float64Array(MOST_PIXELS)
  const second = new Float64Array(MOST_PIXELS)

  /** The deepest level down to the given one that the present way has narrowed. */
  function narrowed(level: number): number {
    let at = level
    while (at > 0 && visited[at] !== path.visits[at]) at--
    return at
  }

  function narrow(level: number, { x, y, z, radiusKm, cos, sin }: CoverageDisc): number {
    const from = narrowed(level)
    const before = lists[from] ?? possible
    const countBefore = counts[from] ?? 0
    if (from === level || countBefore === 1) return countBefore
    const best = cheapest(before, countBefore, x, y, z)
    let upper = Number.POSITIVE_INFINITY
    for (let i = 0; i < countBefore; i++) {
      const branch = before[i] ?? 0
      upper = Math.min(upper, (costs[branch] ?? 0) + (slopes[branch] ?? 0) * radiusKm)
    }
    const left = lists[level] ?? possible
    let count = 0
    for (let i = 0; i < countBefore; i++) {
      const branch = before[i] ?? 0
      if (branch !== best) {
        if ((costs[branch] ?? 0) - (slopes[branch] ?? 0) * radiusKm > upper) continue
        if (isBeaten(branch, best, radiusKm, cos, sin)) continue
      }
      left[count++] = branch
    }
    counts[level] = count
    visited[level] = path.visits[level] ?? 0
    return count
  }

  /** The branch of lowest cost at a point, the first of equals; fills the scratch. */
  function cheapest(branches: Int32Array, count: number, x: number, y: number, z: number): number {
    let best = branches[0] ?? 0
    let lowest = costAt(best, x, y, z)
    for (let i = 1; i < count; i++) {
      const branch = branches[i] ?? 0
      const cost = costAt(branch, x, y, z)
      if (cost >= lowest) continue
      best = branch
      lowest = cost
    }
    return best
  }

  // Must give the very value that the decision compares (`vectorDistanceKm` in the rules).
  function costAt(branch: number, x: number, y: number, z: number): number {
    const dx = (xs[branch] ?? 0) - x
    const dy = (ys[branch] ?? 0) - y
    const dz = (zs[branch] ?? 0) - z
    const halfChord = Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2)
    const cost = (bases[branch] ?? 0) + (slopes[branch] ?? 0) * (2 * EARTH_RADIUS_KM * Math.asin(halfChord))
    halfChords[branch] = halfChord
    costs[branch] = cost
    return cost
  }

  /**
   * Whether one branch costs more than another all over the disc. The difference of their costs changes by at
   * most its slope in the middle times the radius, and the bend of both distances: along a great circle a
   * distance d bends by at most the cotangent of d.
   */
  function isBeaten(branch: number, by: number, radiusKm: number, cos: number, sin: number): boolean {
    const lead = (costs[branch] ?? 0) - (costs[by] ?? 0)
    const k = slopes[branch] ?? 0
    const kBy = slopes[by] ?? 0
    const h = halfChords[branch] ?? 0
    const hBy = halfChords[by] ?? 0
    const cosD = 1 - 2 * h * h
    const cosBy = 1 - 2 * hBy * hBy
    const sinD = 2 * h * Math.sqrt(1 - h * h)
    const sinBy = 2 * hBy * Math.sqrt(1 - hBy * hBy)
    // The middle lies on a site or opposite one, where distance has no direction.
    if (sinD < TINY || sinBy < TINY) return false
    // Distance to the far edge of the disc from the one site, to its near edge from the other.
    const sinFar = sinD * cos + cosD * sin
    const sinNear = sinBy * cos - cosBy * sin
    if (sinFar < TINY || sinNear < TINY) return false
    const sites =
      (xs[branch] ?? 0) * (xs[by] ?? 0) +
      (ys[branch] ?? 0) * (ys[by] ?? 0) +
      (zs[branch] ?? 0) * (zs[by] ?? 0)
    const cosAngle = (sites - cosD * cosBy) / (sinD * sinBy)
    const slope = Math.sqrt(Math.max(0, k * k + kBy * kBy - 2 * k * kBy * cosAngle))
    const bend =
      k * Math.max(0, -(cosD * cos - sinD * sin) / sinFar) +
      kBy * Math.max(0, (cosBy * cos + sinBy * sin) / sinNear)
    return lead > slope * radiusKm + ((bend / EARTH_RADIUS_KM) * radiusKm * radiusKm) / 2
  }

  function winners(level: number, { count, x, y, z }: PixelBlock, out: Int32Array): void {
    const from = narrowed(level)
    const branches = lists[from] ?? possible
    const branchCount = counts[from] ?? 0
    out.fill(branches[0] ?? 0, 0, count)
    if (branchCount === 1) return
    lowest.fill(Number.POSITIVE_INFINITY)
    second.fill(Number.POSITIVE_INFINITY)
    let steepest = 0
    for (let i = 0; i < branchCount; i++) {
      const branch = branches[i] ?? 0
      const slope = slopes[branch] ?? 0
      const base = bases[branch] ?? 0
      steepest = Math.max(steepest, slope)
      for (let pixel = 0; pixel < count; pixel++) {
        const dx = (xs[branch] ?? 0) - (x[pixel] ?? 0)
        const dy = (ys[branch] ?? 0) - (y[pixel] ?? 0)
        const dz = (zs[branch] ?? 0) - (z[pixel] ?? 0)
        const cost = base + slope * roughKm(Math.sqrt(dx * dx + dy * dy + dz * dz) / 2)
        const least = lowest[pixel] ?? 0
        if (cost < least) {
          second[pixel] = least
          lowest[pixel] = cost
          out[pixel] = branch
        } else if (cost < (second[pixel] ?? 0)) second[pixel] = cost
      }
    }
    // Where two are so near to one another that the error may decide, the very distances do.
    const unsure = 2 * steepest * ROUGH_ERROR_KM
    for (let pixel = 0; pixel < count; pixel++) {
      if ((second[pixel] ?? 0) - (lowest[pixel] ?? 0) > unsure) continue
      out[pixel] = cheapest(branches, branchCount, x[pixel] ?? 0, y[pixel] ?? 0, z[pixel] ?? 0)
    }
  }

  return {
    lines,
    narrow,
    winners,
    survivor: (level, position) => (lists[narrowed(level)] ?? possible)[position] ?? 0,
    winner(level, x, y, z) {
      const from = narrowed(level)
      const count = counts[from] ?? 0
      const branches = lists[from] ?? possible
      return count === 1 ? (branches[0] ?? 0) : cheapest(branches, count, x, y, z)
    },
  }
}

const TINY = 1e-9
