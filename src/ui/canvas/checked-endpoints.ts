import type { EndpointId } from '../../model/address'
import { readable } from '../../model/field'
import type { Policy } from '../../policy/policy'
import { remembered } from '../../store/derived'

/** The health checks on branches that lead straight to an endpoint, each once; endpoints without one are missing. */
export const checkedEndpoints = remembered((policy: Policy): ReadonlyMap<EndpointId, readonly string[]> => {
  const found = new Map<EndpointId, string[]>()
  for (const { branches } of policy.rules.values()) {
    for (const { target, healthCheck } of branches) {
      const check = readable(healthCheck)
      if (!check || target?.kind !== 'endpoint') continue
      const checks = found.get(target.id) ?? []
      if (!checks.includes(check)) found.set(target.id, [...checks, check])
    }
  }
  return found
})
