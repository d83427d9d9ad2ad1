import type { Client } from '../client'
import { anyHealthy, type BranchHealth, type Candidate, type Choice, type Decision, NONE } from '../decision'

/** How many values one answer holds at most (route53.md 4.5, multivalue). */
export const MOST_ANSWERS = 8

/** The decision of a multivalue answer rule: all healthy members, or all when none is, eight at most. */
export function byAnswering(count: number): Decision {
  function poolFor(client: Client, health: BranchHealth): readonly number[] {
    const all = Array.from({ length: count }, (_, branch) => branch)
    const healthy = all.filter((branch) => health.healthy(branch, client))
    return healthy.length > 0 ? healthy : all
  }

  return {
    choose(client, health): Choice {
      const branches = poolFor(client, health)
      return branches.length === 0 ? NONE : { kind: 'upTo', count: MOST_ANSWERS, branches }
    },
    explain(client, health): readonly Candidate[] {
      const pool = new Set(poolFor(client, health))
      return Array.from({ length: count }, (_, branch) => {
        const healthy = health.healthy(branch, client)
        const taken = pool.has(branch)
        return {
          branch,
          taken,
          healthy,
          probability: taken ? Math.min(1, MOST_ANSWERS / pool.size) : 0,
          reason: taken ? (healthy ? 'among-answers' : 'last-resort') : 'unhealthy',
          measures: {},
        }
      })
    },
    groupHealthy: (client, health) => anyHealthy(count, client, health),
    groupHealthVaries: false,
    undefinedFor: () => false,
    costLines: null,
  }
}
