import type { EndpointId } from '../model/address'
import { type Endpoint, hasTargetHealth } from '../model/endpoint'
import { readable } from '../model/field'
import type { World } from '../model/world'
import type { Policy } from '../policy/policy'
import { type Branch, definitionOf, type Rule } from '../rules'
import { checkStates } from '../scenario/check-states'

/** What the world says of checks and resources, for one policy. */
export interface HealthInputs {
  /** Whether the branch's own check passes; a branch without one always does (route53.md 4.2). */
  ownHealth(branch: Branch): boolean
  /** Health of an endpoint as an evaluated target. */
  targetHealth(endpoint: Endpoint): boolean
  isDown(endpoint: EndpointId): boolean
}

/** How a flag left out is read: AWS documents no default (route53.md 9.1), so it is one setting. */
export const TARGET_HEALTH_WHEN_OMITTED = false

/**
 * Whether a branch takes the health of what it leads to into account. A multivalue answer has no place
 * for the flag, so one that stands there is kept and ignored (route53.md 3.5).
 */
export function evaluatesTarget(rule: Rule, branch: Branch): boolean {
  if (definitionOf(rule).endpointsOnly) return false
  return readable(branch.evaluateTargetHealth) ?? TARGET_HEALTH_WHEN_OMITTED
}

/** Health of checks and resources in a world. */
export function healthInputs(policy: Policy, world: World): HealthInputs {
  const passes = checkStates(policy, world)
  return {
    ownHealth({ healthCheck }) {
      const check = readable(healthCheck)
      return !check || passes(check)
    },
    targetHealth: (endpoint) => !hasTargetHealth(endpoint) || !world.down.has(endpoint.id),
    isDown: (endpoint) => world.down.has(endpoint),
  }
}
