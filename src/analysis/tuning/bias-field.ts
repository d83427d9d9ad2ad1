import { clientFlow } from '../../engine/client-flow'
import { candidatesFor, nearestIn } from '../../engine/client-nearest'
import type { CompiledPolicy } from '../../engine/compile'
import { vectorDistanceKm } from '../../geo/distance'
import { type Client, NOBODY } from '../../rules/client'
import type { CostLine } from '../../rules/decision'
import { byBiasedDistance } from '../../rules/geoproximity/decision'
import { coordinatesOf } from '../../rules/geoproximity/location'
import type { PreparedDemand } from '../demand/prepared-demand'
import type { BiasRule } from './bias-locations'
import { type ClientGroup, createRanking, type Ranking } from './bias-ranking'

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
  /** Consecutive clients that have the same locations to choose from. */
  readonly groups: readonly ClientGroup[]
  /** Kilometres to each location, by client; null where its place is not known. */
  readonly distances: readonly (Float64Array | null)[]
  /** What each location costs a client anywhere; null for one that the client does not get in any case. */
  readonly costsFor: (client: Client, biases: readonly number[]) => readonly (number | null)[]
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

  // The rule's own decision with other biases; its lines are the same for all clients.
  function linesWith(biases: readonly number[]): readonly CostLine[] {
    const located = sites.map((coordinates, index) => ({ coordinates, bias: biases[index] ?? 0 }))
    return byBiasedDistance(located, negativeBias).costLines?.(NOBODY) ?? []
  }

  const distances = linesWith([]).map(({ site }) => site && table.distancesFrom(site))

  function winners(biases: readonly number[]): Int32Array {
    const lines = linesWith(biases)
    const found = new Int32Array(table.count)
    for (const { start, end, candidates: among } of groups) {
      found.set(nearestIn(table, lines, among)(start, end).subarray(start, end), start)
    }
    return found
  }

  function rank(biases: readonly number[]): Ranking {
    return createRanking({ groups, distances, reach, negativeBias }, biases)
  }

  function costsFor(client: Client, biases: readonly number[]): readonly (number | null)[] {
    const among = new Set(candidatesFor(node, client))
    return linesWith(biases).map(({ site, perKm }, location) =>
      site && client.vector && among.has(location) ? perKm * vectorDistanceKm(site, client.vector) : null,
    )
  }

  return {
    biasRule,
    biases: live.map(({ bias }) => bias),
    adjustable: sites.map((site, index) => site !== null && candidates.has(index)),
    reach,
    winners,
    rank,
    groups,
    distances,
    costsFor,
  }
}

/** Consecutive clients with the same candidates. */
function groupsOf(
  ranges: PreparedDemand['table']['ranges'],
  candidatesOf: (client: (typeof ranges)[number]['client']) => readonly number[],
): readonly ClientGroup[] {
  const groups: ClientGroup[] = []
  for (const { client, start, end } of ranges) {
    const candidates = candidatesOf(client)
    const last = groups.at(-1)
    if (last && last.candidates.join() === candidates.join()) groups[groups.length - 1] = { ...last, end }
    else groups.push({ start, end, candidates })
  }
  return groups
}
