import { readable } from '../model/field'
import type { World } from '../model/world'
import type { Policy } from '../policy/policy'

/**
 * Which health checks pass, by id. An endpoint that is down fails every check, by id, on a branch that leads
 * straight to it; an override by id wins (design section 3, World).
 */
export function checkStates(policy: Policy, world: World): (check: string) => boolean {
  const failing = new Set<string>()
  for (const { branches } of policy.rules.values()) {
    for (const { target, healthCheck } of branches) {
      const check = readable(healthCheck)
      if (check && target?.kind === 'endpoint' && world.down.has(target.id)) failing.add(check)
    }
  }
  return (check) => {
    const given = world.checks.get(check)
    return given === undefined ? !failing.has(check) : given === 'healthy'
  }
}
