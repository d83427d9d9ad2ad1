import type { Decision } from '../decision'
import { byPreference } from '../preference'

export type FailoverRole = 'primary' | 'secondary'

/** The decision of a failover rule over the roles of its branches: the primary first, then the secondary. */
export function byRole(roles: readonly FailoverRole[]): Decision {
  const rank = (branch: number) => (roles[branch] === 'primary' ? 0 : 1)
  const order = roles.map((_, branch) => branch).sort((a, b) => rank(a) - rank(b))

  return byPreference({
    count: roles.length,
    best: (client, health) => order.find((branch) => health === null || health.healthy(branch, client)) ?? -1,
    cost: rank,
    measures: () => ({}),
    reason: (branch, winner) => (branch === winner ? (roles[branch] ?? 'not-needed') : 'not-needed'),
    isUndefined: () => false,
    costLines: null,
  })
}
