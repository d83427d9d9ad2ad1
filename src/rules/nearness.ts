import { costBelow, type UnitVector } from '../geo/distance'
import type { Client } from './client'
import type { BranchHealth, CostLine, Decision, Measures, Reason } from './decision'
import { byPreference } from './preference'

/** Ranks behind every branch whose cost is known; document order breaks the tie (route53.md 9.6, 10). */
const UNKNOWN_COST = Number.MAX_VALUE

/** The line of a branch that stands nowhere, as long as its Region is not known. */
export const UNKNOWN_LINE: CostLine = { site: null, base: UNKNOWN_COST, perKm: 0 }

/** How a rule that goes by nearness sees its branches. */
export interface Nearness {
  readonly count: number
  /** The line of each branch for a client of this country; the same array for all who are treated alike. */
  linesFor(client: Client): readonly CostLine[]
  measures(branch: number, client: Client): Measures
  /** Why the branch of the lowest cost was taken, and the others passed over. */
  reasons(lowestCost: number): { readonly won: Reason; readonly lost: Reason }
}

/** The decision of a rule that goes by nearness: the healthy branch of the lowest cost. */
export function byNearness({ count, linesFor, measures, reasons }: Nearness): Decision {
  function cost(branch: number, client: Client): number {
    const line = linesFor(client)[branch]
    return line ? costOf(line, client.vector, Number.POSITIVE_INFINITY) : UNKNOWN_COST
  }

  return byPreference({
    count,
    best: (client, health) => cheapest(linesFor(client), client, health),
    cost,
    measures,
    reason(branch, winner, client) {
      const isWinner = branch === winner
      const lowestCost = cost(winner, client)
      if (cost(branch, client) < UNKNOWN_COST) return reasons(lowestCost)[isWinner ? 'won' : 'lost']
      if (isWinner) return 'first-in-document'
      return client.vector === null && lowestCost === UNKNOWN_COST ? 'later-in-document' : 'unknown-region'
    },
    isUndefined: (winner, client) => cost(winner, client) === UNKNOWN_COST,
    costLines: linesFor,
  })
}

/** The cost of a line where that is below `limit`, else anything from there up. */
function costOf({ site, base, perKm }: CostLine, client: UnitVector | null, limit: number): number {
  if (perKm === 0) return base
  return site && client ? costBelow(site, client, base, perKm, limit) : UNKNOWN_COST
}

/**
 * The branch of the lowest cost, the first of equals; below zero where there is none. This is the hot path
 * of the engine: most branches are told to be too far without an arcsine.
 */
function cheapest(lines: readonly CostLine[], client: Client, health: BranchHealth | null): number {
  let winner = -1
  let lowest = Number.POSITIVE_INFINITY
  for (let branch = 0; branch < lines.length; branch++) {
    const line = lines[branch]
    if (line === undefined || (health !== null && !health.healthy(branch, client))) continue
    const cost = costOf(line, client.vector, lowest)
    if (cost < lowest) {
      winner = branch
      lowest = cost
    }
  }
  return winner
}
