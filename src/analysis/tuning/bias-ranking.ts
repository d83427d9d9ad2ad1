import { biasFactor, type NegativeBias } from '../../geo/distance'

/** No bias makes the location win the client. */
export const NEVER = 100

/**
 * The two cheapest locations for each client, kept up to date while one bias after another is changed. Locations
 * rank as in the decision: by cost, the first of equals.
 */
export interface Ranking {
  readonly best: Int32Array
  /** The location that would be the cheapest without the best; -1 where there is no other. */
  readonly second: Int32Array
  /** By how much the second costs more than the best, as a logarithm; 0 or above. */
  readonly leadOf: (client: number) => number
  /** Gives a location another bias. */
  readonly setBias: (location: number, bias: number) => void
  /**
   * The lowest whole bias from `least` to `most` at which a location wins each client from the best of the others;
   * NEVER where none does, or where the client does not reach the rule.
   */
  readonly thresholds: (location: number, least?: number, most?: number) => Int16Array
}

/** Consecutive clients with the same candidates. */
export interface ClientGroup {
  readonly start: number
  readonly end: number
  readonly candidates: readonly number[]
}

interface Ranked {
  readonly groups: readonly ClientGroup[]
  /** Kilometres to each location, by client; null where its place is not known, which ranks behind all others. */
  readonly distances: readonly (Float64Array | null)[]
  readonly reach: Float64Array
  readonly negativeBias: NegativeBias
}

export function createRanking(
  { groups, distances, reach, negativeBias }: Ranked,
  biases: readonly number[],
): Ranking {
  const best = new Int32Array(reach.length).fill(-1)
  const second = new Int32Array(reach.length).fill(-1)
  const lowest = new Float64Array(reach.length).fill(UNKNOWN)
  const next = new Float64Array(reach.length).fill(UNKNOWN)
  const factors = biases.map((bias) => biasFactor(bias, negativeBias))

  function costOf(location: number, client: number): number {
    const column = distances[location]
    return column ? (factors[location] ?? 0) * (column[client] ?? 0) : UNKNOWN
  }

  /** Puts a location that is not among the two in its place. */
  function enter(client: number, location: number, cost: number): void {
    const first = best[client] ?? -1
    const other = second[client] ?? -1
    if (precedes(cost, location, lowest[client] ?? 0, first)) {
      second[client] = first
      next[client] = lowest[client] ?? 0
      best[client] = location
      lowest[client] = cost
    } else if (precedes(cost, location, next[client] ?? 0, other)) {
      second[client] = location
      next[client] = cost
    }
  }

  function rankAgain(client: number, candidates: readonly number[]): void {
    best[client] = -1
    second[client] = -1
    lowest[client] = UNKNOWN
    next[client] = UNKNOWN
    for (const location of candidates) enter(client, location, costOf(location, client))
  }

  function setBias(location: number, bias: number): void {
    const column = distances[location]
    if (!column) return
    const before = factors[location] ?? 0
    const factor = biasFactor(bias, negativeBias)
    factors[location] = factor
    for (const { start, end, candidates } of groups) {
      if (!candidates.includes(location)) continue
      for (let client = start; client < end; client++) {
        const cost = factor * (column[client] ?? 0)
        if (best[client] === location) {
          if (precedes(cost, location, next[client] ?? 0, second[client] ?? -1)) lowest[client] = cost
          else rankAgain(client, candidates)
        } else if (second[client] === location) {
          // Whoever was third may be second now; what became cheaper can only have become the best.
          if (factor > before || precedes(cost, location, lowest[client] ?? 0, best[client] ?? -1)) {
            rankAgain(client, candidates)
          } else next[client] = cost
        } else if (factor < before) enter(client, location, cost)
      }
    }
  }

  function thresholds(location: number, least = -99, most = 99): Int16Array {
    const found = new Int16Array(reach.length).fill(NEVER)
    const column = distances[location]
    if (!column) return found
    const steps = factorsBetween(least, most, negativeBias)
    const highest = steps[0] ?? 0
    const smallest = steps[most - least] ?? 0
    for (const { start, end, candidates } of groups) {
      if (!candidates.includes(location)) continue
      for (let client = start; client < end; client++) {
        if (reach[client] === 0) continue
        const isBest = best[client] === location
        const rivalCost = (isBest ? next[client] : lowest[client]) ?? 0
        const km = column[client] ?? 0
        // Most clients are far from a border: the ends of the biases say so.
        if (smallest * km > rivalCost) continue
        if (highest * km < rivalCost) found[client] = least
        else {
          const rival = (isBest ? second[client] : best[client]) ?? -1
          const step = lowestWinning(steps, km, location, rivalCost, rival)
          if (step < steps.length) found[client] = least + step
        }
      }
    }
    return found
  }

  // Location by location, which is faster than client by client.
  for (const { start, end, candidates } of groups) {
    for (const location of candidates) {
      for (let client = start; client < end; client++) enter(client, location, costOf(location, client))
    }
  }
  return {
    best,
    second,
    leadOf: (client) => Math.log((next[client] ?? 0) / (lowest[client] ?? 0)),
    setBias,
    thresholds,
  }
}

/** The cost of a location whose place is not known (see `nearness.ts`); nothing costs more. */
const UNKNOWN = Number.MAX_VALUE

/** Whether a location goes before another: by cost, then by number; anything before none (-1). */
function precedes(cost: number, location: number, otherCost: number, other: number): boolean {
  return cost < otherCost || (cost === otherCost && (other < 0 || location < other))
}

/**
 * The first of falling factors with which a location precedes its rival at a distance; their number if none. By
 * halves, since a lower factor never costs more.
 */
function lowestWinning(
  steps: Float64Array,
  km: number,
  location: number,
  rivalCost: number,
  rival: number,
): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (precedes((steps[middle] ?? 0) * km, location, rivalCost, rival)) high = middle
    else low = middle + 1
  }
  return low
}

/** The factors of the whole biases from `least` to `most`. */
function factorsBetween(least: number, most: number, negativeBias: NegativeBias): Float64Array {
  return Float64Array.from({ length: most - least + 1 }, (_, index) =>
    biasFactor(least + index, negativeBias),
  )
}
