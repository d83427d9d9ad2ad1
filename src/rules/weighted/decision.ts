import type { Client } from '../client'
import { anyHealthy, type BranchHealth, type Candidate, type Choice, type Decision, NONE } from '../decision'

/** Probabilities of weighted members (route53.md 4.5): one figure per branch, summing to 1. */
export function weightShares(weights: readonly number[], healthy: readonly boolean[]): readonly number[] {
  const pool = healthy.some((up) => up) ? healthy : weights.map(() => true)
  const total = weights.reduce((sum, weight, index) => sum + (pool[index] ? weight : 0), 0)
  if (total > 0) return weights.map((weight, index) => (pool[index] ? weight / total : 0))
  // Only members of weight zero are left: they share equally (9.2; documented for all weights zero).
  const members = pool.filter((up) => up).length
  return pool.map((up) => (up ? 1 / members : 0))
}

/** The decision of a weighted rule. */
export function byWeight(weights: readonly number[]): Decision {
  function healthOf(client: Client, health: BranchHealth): readonly boolean[] {
    return weights.map((_, branch) => health.healthy(branch, client))
  }

  return {
    choose(client, health): Choice {
      if (weights.length === 0) return NONE
      const shares = weightShares(weights, healthOf(client, health))
      const branches = shares.flatMap((share, branch) => (share > 0 ? [branch] : []))
      return { kind: 'split', branches, probabilities: branches.map((branch) => shares[branch] ?? 0) }
    },
    explain(client, health): readonly Candidate[] {
      const healthy = healthOf(client, health)
      return weightShares(weights, healthy).map((probability, branch) => {
        const up = healthy[branch] ?? false
        const reason =
          probability > 0 ? (up ? 'drawn-by-weight' : 'last-resort') : up ? 'weight-zero' : 'unhealthy'
        return {
          branch,
          taken: probability > 0,
          healthy: up,
          probability,
          reason,
          measures: { weight: weights[branch] ?? 0 },
        }
      })
    },
    groupHealthy: (client, health) => anyHealthy(weights.length, client, health),
    groupHealthVaries: false,
    undefinedFor: () => false,
    costLines: null,
  }
}
