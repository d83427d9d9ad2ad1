import type { Client } from './client'
import {
  anyHealthy,
  type BranchHealth,
  type Candidate,
  type Choice,
  type Decision,
  type Measures,
  NONE,
  type Reason,
  singles,
} from './decision'

/** How a rule ranks its branches for a client; document order breaks ties (route53.md 9.7). */
export interface Ranking {
  readonly count: number
  /** The best of the healthy branches, or of all when `health` is null; below zero where there is none. */
  best(client: Client, health: BranchHealth | null): number
  /** Cost of a branch for this client: `best` has the lowest. */
  cost(branch: number, client: Client): number
  measures(branch: number, client: Client): Measures
  /** Why a healthy branch was taken, or passed over for `winner`. */
  reason(branch: number, winner: number, client: Client): Reason
  /** Whether AWS leaves open that `winner` wins. */
  isUndefined(winner: number, client: Client): boolean
  /** `cost` by distance, see `Decision`. */
  readonly costLines: Decision['costLines']
}

/**
 * The decision of every rule that takes one branch by preference: the best healthy one, and when none
 * is healthy the best of all, as though every one were (route53.md 4.4).
 */
export function byPreference(ranking: Ranking): Decision {
  const { count } = ranking
  const choices = singles(count)

  function winnerFor(client: Client, health: BranchHealth): number {
    const healthyWinner = ranking.best(client, health)
    return healthyWinner >= 0 ? healthyWinner : ranking.best(client, null)
  }

  return {
    choose(client, health): Choice {
      return choices[winnerFor(client, health)] ?? NONE
    },
    explain(client, health): readonly Candidate[] {
      const winner = winnerFor(client, health)
      const order = Array.from({ length: count }, (_, branch) => branch).sort(
        (a, b) => ranking.cost(a, client) - ranking.cost(b, client) || a - b,
      )
      return order.map((branch) => {
        const healthy = health.healthy(branch, client)
        const taken = branch === winner
        return {
          branch,
          taken,
          healthy,
          probability: taken ? 1 : 0,
          reason: healthy ? ranking.reason(branch, winner, client) : taken ? 'last-resort' : 'unhealthy',
          measures: ranking.measures(branch, client),
        }
      })
    },
    groupHealthy: (client, health) => anyHealthy(count, client, health),
    groupHealthVaries: false,
    undefinedFor: (client, health) => count > 0 && ranking.isUndefined(winnerFor(client, health), client),
    costLines: ranking.costLines,
  }
}
