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

/** How a rule ranks its branches for a client: the smallest cost wins, document order breaks ties (9.7). */
export interface Ranking {
  readonly count: number
  /** Cost of a branch for this client; only ever compared with the costs of its siblings. */
  cost(branch: number, client: Client): number
  measures(branch: number, client: Client): Measures
  /** Reasons of the branch that wins and of those that rank behind it. */
  reasons(branch: number, client: Client): { readonly won: Reason; readonly lost: Reason }
  undefinedFor(client: Client): boolean
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

  function best(client: Client, health: BranchHealth | null): number {
    let winner = -1
    let lowest = Number.POSITIVE_INFINITY
    for (let branch = 0; branch < count; branch++) {
      if (health !== null && !health.healthy(branch, client)) continue
      const cost = ranking.cost(branch, client)
      if (winner < 0 || cost < lowest) {
        winner = branch
        lowest = cost
      }
    }
    return winner
  }

  function winnerFor(client: Client, health: BranchHealth): number {
    const healthyWinner = best(client, health)
    return healthyWinner >= 0 ? healthyWinner : best(client, null)
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
        const { won, lost } = ranking.reasons(branch, client)
        return {
          branch,
          taken,
          healthy,
          probability: taken ? 1 : 0,
          reason: taken ? (healthy ? won : 'last-resort') : healthy ? lost : 'unhealthy',
          measures: ranking.measures(branch, client),
        }
      })
    },
    groupHealthy: (client, health) => anyHealthy(count, client, health),
    groupHealthVaries: false,
    undefinedFor: (client) => ranking.undefinedFor(client),
    costLines: ranking.costLines,
  }
}
