import type { CompiledPolicy } from '../../engine/compile'
import type { Coordinates } from '../../geo/coordinates'
import { toUnitVector, type UnitVector, vectorDistanceKm } from '../../geo/distance'
import type { Place } from '../../model/query'
import { toClient } from '../../rules/client'
import type { CostLine } from '../../rules/decision'

/** Points spread evenly over the sphere, between which borders are looked for; about 700 km apart. */
const SPREAD = 1000
/** Crossings looked for on the border of two locations. */
const CROSSINGS = 3
/** Halvings of the way between two points: half the globe becomes a metre. */
const HALVINGS = 24

/** Points at which locations rank differently. */
export interface RankedPoints {
  /** One for each ranking that was found. */
  readonly points: readonly Coordinates[]
  /** How many points were looked at. */
  readonly tried: number
}

/**
 * Points for policies that go by nearness: at the locations, spread over the globe, and right on both sides of the
 * border of every two locations of a rule, of which one is kept for each ranking of the locations. Points that rank
 * all locations alike are answered alike, whatever is healthy. Empty where no rule goes by nearness.
 */
export function rankedPoints(
  policies: readonly CompiledPolicy[],
  territories: readonly Place[],
): RankedPoints {
  const rules = lineSets(policies, territories)
  if (rules.length === 0) return { points: [], tried: 0 }
  const spread = Array.from({ length: SPREAD }, (_, index) => spreadPoint(index))
  const tried = [
    ...rules.flatMap((lines) => lines.flatMap(({ site }) => (site ? [toCoordinates(site)] : []))),
    ...rules.flatMap((lines) => borderPoints(lines, spread)),
    ...spread.map(toCoordinates),
  ]
  const found = new Map<string, Coordinates>()
  for (const point of tried) {
    const vector = toUnitVector(point)
    const key = rules.map((lines) => rankingAt(lines, vector)).join(' ')
    if (!found.has(key)) found.set(key, point)
  }
  return { points: [...found.values()], tried: tried.length }
}

/** The cost lines of every rule for clients of every territory; those of equal content once. */
function lineSets(
  policies: readonly CompiledPolicy[],
  territories: readonly Place[],
): readonly (readonly CostLine[])[] {
  const sets = new Map<string, readonly CostLine[]>()
  for (const { rules } of policies) {
    for (const { decision } of rules) {
      if (!decision.costLines) continue
      for (const territory of territories) {
        const lines = decision.costLines(toClient(territory))
        sets.set(JSON.stringify(lines), lines)
      }
    }
  }
  return [...sets.values()]
}

/** Points close to the border of each two locations, on both sides of it. */
function borderPoints(lines: readonly CostLine[], spread: readonly UnitVector[]): readonly Coordinates[] {
  const costs = lines.map((line) => spread.map((point) => costAt(line, point)))
  return lines.flatMap((a, first) =>
    lines.slice(first + 1).flatMap((b, offset) => {
      const others = costs[first + 1 + offset] ?? []
      const nearer = (costs[first] ?? []).map((cost, point) => cost < (others[point] ?? 0))
      return crossings(nearer).flatMap(([from, to]) => {
        const [start, end] = [spread[from], spread[to]]
        return start && end ? bothSides(a, b, start, end) : []
      })
    }),
  )
}

/** Pairs of points of which one is nearer and the other is not, spread over all there are. */
function crossings(nearer: readonly boolean[]): readonly (readonly [number, number])[] {
  const yes = nearer.flatMap((is, point) => (is ? [point] : []))
  const no = nearer.flatMap((is, point) => (is ? [] : [point]))
  if (yes.length === 0 || no.length === 0) return []
  return Array.from({ length: CROSSINGS }, (_, index) => {
    const at = (points: readonly number[]) =>
      points[Math.floor(((index + 0.5) / CROSSINGS) * points.length)] ?? 0
    return [at(yes), at(no)] as const
  })
}

function bothSides(a: CostLine, b: CostLine, start: UnitVector, end: UnitVector): readonly Coordinates[] {
  let [near, far] = [start, end]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = between(near, far)
    if (costAt(a, middle) < costAt(b, middle)) near = middle
    else far = middle
  }
  return [toCoordinates(near), toCoordinates(far)]
}

/** The branches of a rule in the order of their cost, the first of equals first. */
function rankingAt(lines: readonly CostLine[], point: UnitVector): string {
  const costs = lines.map((line) => costAt(line, point))
  return costs
    .map((_, branch) => branch)
    .sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b)
    .join(',')
}

function costAt({ site, base, perKm }: CostLine, point: UnitVector): number {
  return site ? base + perKm * vectorDistanceKm(site, point) : base
}

/** Point of a golden spiral over the sphere. */
function spreadPoint(index: number): UnitVector {
  const z = 1 - (2 * index + 1) / SPREAD
  const radius = Math.sqrt(1 - z * z)
  const turn = index * Math.PI * (3 - Math.sqrt(5))
  return { x: radius * Math.cos(turn), y: radius * Math.sin(turn), z }
}

/** The middle of the shorter way between two points. */
function between(a: UnitVector, b: UnitVector): UnitVector {
  const [x, y, z] = [a.x + b.x, a.y + b.y, a.z + b.z]
  const length = Math.hypot(x, y, z) || 1
  return { x: x / length, y: y / length, z: z / length }
}

function toCoordinates({ x, y, z }: UnitVector): Coordinates {
  const degrees = 180 / Math.PI
  return {
    latitude: Math.asin(Math.min(1, Math.max(-1, z))) * degrees,
    longitude: Math.atan2(y, x) * degrees,
  }
}
