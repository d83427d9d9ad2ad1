import { clientFlow } from '../engine/client-flow'
import { candidatesFor, nearestIn } from '../engine/client-nearest'
import type { CompiledPolicy } from '../engine/compile'
import { biasFactor } from '../geo/distance'
import { UNMAPPED } from '../model/query'
import { toClient } from '../rules/client'
import type { CostLine } from '../rules/decision'
import { byBiasedDistance } from '../rules/geoproximity/decision'
import { coordinatesOf } from '../rules/geoproximity/location'
import type { BiasRule } from './bias-locations'
import type { PreparedDemand } from './prepared-demand'

/** No bias makes the location win a client. */
export const NEVER = 100

/**
 * Who reaches which location of one geoproximity rule as its biases change, with all else as it is. Locations go by
 * their number among the rule's live branches, clients by theirs in the demand's table.
 */
export interface BiasField {
  readonly biasRule: BiasRule
  /** The biases as they are. */
  readonly biases: readonly number[]
  /** Whether a bias means anything: the location's place is known and it is healthy for somebody. */
  readonly adjustable: readonly boolean[]
  /** The part of the world's demand that arrives at the rule from each client. */
  readonly reach: Float64Array
  /** The location that each client gets; fractions of a bias are allowed. Means nothing where `reach` is 0. */
  readonly winners: (biases: readonly number[]) => Int32Array
  readonly rank: (biases: readonly number[]) => Ranking
}

/** The two cheapest locations for each client. */
export interface Ranking {
  readonly best: Int32Array
  /** The location that would be the cheapest without the best; -1 where there is no other. */
  readonly second: Int32Array
  /** The lowest whole bias at which a location wins each client from the best of the others; NEVER if none does. */
  readonly thresholds: (location: number) => Int16Array
}

interface Group {
  readonly start: number
  readonly end: number
  readonly candidates: readonly number[]
}

export function createBiasField(
  compiled: CompiledPolicy,
  { table, parts }: PreparedDemand,
  biasRule: BiasRule,
): BiasField {
  const { node } = biasRule
  const { negativeBias } = compiled.world
  const { byClient } = clientFlow(compiled, table, parts, node).rules[node.index] ?? {}
  const reach = byClient ?? new Float64Array(table.count)
  const live = biasRule.locations.filter(({ live: position }) => position !== null)
  const sites = live.map(({ index }) => {
    const branch = biasRule.rule.branches[index]
    return branch ? coordinatesOf(branch.location) : null
  })
  const groups = groupsOf(table.ranges, (client) => candidatesFor(node, client))
  const candidates = new Set(groups.flatMap((group) => group.candidates))
  const factors = Float64Array.from({ length: 199 }, (_, index) => biasFactor(index - 99, negativeBias))

  // The rule's own decision with other biases; its lines are the same for all clients.
  function linesWith(biases: readonly number[]): readonly CostLine[] {
    const located = sites.map((coordinates, index) => ({ coordinates, bias: biases[index] ?? 0 }))
    return byBiasedDistance(located, negativeBias).costLines?.(NOBODY) ?? []
  }

  function winners(biases: readonly number[]): Int32Array {
    const lines = linesWith(biases)
    const found = new Int32Array(table.count)
    for (const { start, end, candidates: among } of groups) {
      found.set(nearestIn(table, lines, among)(start, end).subarray(start, end), start)
    }
    return found
  }

  function rank(biases: readonly number[]): Ranking {
    const lines = linesWith(biases)
    const best = new Int32Array(table.count).fill(-1)
    const second = new Int32Array(table.count).fill(-1)
    const lowest = new Float64Array(table.count).fill(Number.POSITIVE_INFINITY)
    const next = new Float64Array(table.count).fill(Number.POSITIVE_INFINITY)
    for (const { start, end, candidates: among } of groups) {
      for (const location of among) {
        const { site = null, base = 0, perKm = 0 } = lines[location] ?? {}
        const distances = site ? table.distancesFrom(site) : null
        for (let client = start; client < end; client++) {
          // The first of equals wins, as in the decision.
          const cost = distances ? base + perKm * (distances[client] ?? 0) : base
          if (cost < (lowest[client] ?? 0)) {
            next[client] = lowest[client] ?? 0
            second[client] = best[client] ?? -1
            lowest[client] = cost
            best[client] = location
          } else if (cost < (next[client] ?? 0)) {
            next[client] = cost
            second[client] = location
          }
        }
      }
    }

    function thresholds(location: number): Int16Array {
      const found = new Int16Array(table.count).fill(NEVER)
      const site = lines[location]?.site
      if (!site) return found
      const distances = table.distancesFrom(site)
      for (const { start, end, candidates: among } of groups) {
        if (!among.includes(location)) continue
        for (let client = start; client < end; client++) {
          if (reach[client] === 0) continue
          const isBest = best[client] === location
          const rival = (isBest ? second[client] : best[client]) ?? -1
          const rivalCost = (isBest ? next[client] : lowest[client]) ?? 0
          found[client] = lowestWinning(factors, distances[client] ?? 0, rivalCost, location < rival)
        }
      }
      return found
    }

    return { best, second, thresholds }
  }

  return {
    biasRule,
    biases: live.map(({ bias }) => bias),
    adjustable: sites.map((site, index) => site !== null && candidates.has(index)),
    reach,
    winners,
    rank,
  }
}

const NOBODY = toClient(UNMAPPED)

/**
 * The lowest bias (−99…99) at which a location at a distance costs less than its rival, or as much where it comes
 * first; NEVER if none. By halves, since a higher bias never costs more.
 */
function lowestWinning(
  factors: Float64Array,
  distanceKm: number,
  rivalCost: number,
  comesFirst: boolean,
): number {
  let low = 0
  let high = factors.length
  while (low < high) {
    const middle = (low + high) >> 1
    const cost = (factors[middle] ?? 0) * distanceKm
    if (cost < rivalCost || (comesFirst && cost === rivalCost)) high = middle
    else low = middle + 1
  }
  return low === factors.length ? NEVER : low - 99
}

/** Consecutive clients with the same candidates. */
function groupsOf(
  ranges: PreparedDemand['table']['ranges'],
  candidatesOf: (client: (typeof ranges)[number]['client']) => readonly number[],
): readonly Group[] {
  const groups: Group[] = []
  for (const { client, start, end } of ranges) {
    const candidates = candidatesOf(client)
    const last = groups.at(-1)
    if (last && last.candidates.join() === candidates.join()) groups[groups.length - 1] = { ...last, end }
    else groups.push({ start, end, candidates })
  }
  return groups
}
