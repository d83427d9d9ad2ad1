import { biasFactor, biasOfFactor, type NegativeBias } from '../../geo/distance'
import type { BranchId } from '../../model/address'
import type { Client } from '../../rules/client'
import { movedDemand } from '../demand/moved-demand'
import type { BiasField } from './bias-field'
import type { BiasLoads } from './bias-loads'

/** Biases by which a place goes to another location of the rule, with the least change elsewhere. */
export interface BorderPull {
  /** Of all locations, in the order of the document. */
  readonly biases: readonly number[]
  /** The locations whose bias changes. */
  readonly changed: readonly BranchId[]
  /** Whether the place goes there now; else no biases take it there, and these come as near as they can. */
  readonly reached: boolean
  /** The part of the world's demand that ends elsewhere. */
  readonly moved: number
}

/** How much of the way the location is drawn nearer; for the rest the others are pushed away. */
const PORTIONS = [1, 7 / 8, 3 / 4, 5 / 8, 1 / 2, 3 / 8, 1 / 4, 1 / 8, 0]

/**
 * Pulls a border over a place (a client with coordinates), so that it goes to the location of a branch. `loads` are for
 * all endpoints. Null where the place cannot go there: the location is unhealthy for it or its own place unknown.
 */
export function pullBorder(
  field: BiasField,
  loads: BiasLoads,
  client: Client,
  branch: BranchId,
  negativeBias: NegativeBias,
): BorderPull | null {
  const { locations } = field.biasRule
  const to = locations.find((location) => location.branch === branch)?.live ?? null
  const costs = field.costsFor(client, field.biases)
  if (to === null || costs[to] === null || costs[to] === undefined) return null

  const before = field.winners(field.biases)
  const pulls = PORTIONS.map((portion) => {
    const biases = pulled(field, client, to, portion, negativeBias)
    const reached = precedesAll(field.costsFor(client, biases), to)
    const moved = movedDemand(field, loads, before, field.winners(biases))
    const size = biases.reduce((sum, bias, index) => sum + Math.abs(bias - (field.biases[index] ?? 0)), 0)
    return { biases, reached, moved, size }
  })
  const [best] = pulls.sort(
    (a, b) => Number(b.reached) - Number(a.reached) || a.moved - b.moved || a.size - b.size,
  )
  if (!best) return null
  const biasOf = (live: number | null, bias: number) => (live === null ? bias : (best.biases[live] ?? bias))
  return {
    biases: locations.map(({ live, bias }) => biasOf(live, bias)),
    changed: locations
      .filter(({ live, bias }) => biasOf(live, bias) !== bias)
      .map((location) => location.branch),
    reached: best.reached,
    moved: best.moved,
  }
}

/** Whole biases by which the client goes to a location: a portion of the way by its own, the rest by the others'. */
function pulled(
  field: BiasField,
  client: Client,
  to: number,
  portion: number,
  negativeBias: NegativeBias,
): readonly number[] {
  const biases = [...field.biases]
  const costs = field.costsFor(client, biases)
  const own = costs[to] ?? 0
  const nearest = Math.min(
    ...costs.flatMap((cost, location) => (cost === null || location === to ? [] : [cost])),
  )
  if (own > nearest) {
    const factor = biasFactor(biases[to] ?? 0, negativeBias) * (nearest / own) ** portion
    biases[to] = Math.min(99, Math.floor(biasOfFactor(factor, negativeBias)))
  }
  // The whole bias above may be a step short, and a tie may fall to the other.
  for (let step = 0; portion === 1 && step < 3; step++) {
    if (precedesAll(field.costsFor(client, biases), to)) return biases
    biases[to] = Math.min(99, (biases[to] ?? 0) + 1)
  }
  const distances = field.costsFor(
    client,
    biases.map(() => 0),
  )
  const level = (distances[to] ?? 0) * biasFactor(biases[to] ?? 0, negativeBias)
  distances.forEach((km, location) => {
    if (km === null || location === to) return
    const precedes = (bias: number) => {
      const cost = km * biasFactor(bias, negativeBias)
      return level < cost || (level === cost && to < location)
    }
    let bias = biases[location] ?? 0
    while (bias > -99 && !precedes(bias)) bias--
    biases[location] = bias
  })
  return biases
}

/** Whether a location is the one that is taken: the first of the lowest cost. */
function precedesAll(costs: readonly (number | null)[], location: number): boolean {
  const own = costs[location]
  if (own === null || own === undefined) return false
  return costs.every(
    (cost, other) => cost === null || other === location || own < cost || (own === cost && location < other),
  )
}
