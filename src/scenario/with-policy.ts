import type { Policy } from '../policy/policy'
import { withEndpointsOnly } from './endpoint-facts'
import type { Scenario } from './scenario'

/** The scenario around an edited policy: what was said of nodes that are gone goes with them. */
export function withPolicy(scenario: Scenario, policy: Policy): Scenario {
  if (policy === scenario.policy) return scenario
  const { layout } = scenario
  const places = [...layout].filter(([key]) => hasNode(policy, key))
  return {
    ...withEndpointsOnly(scenario, (id) => policy.endpoints.has(id)),
    policy,
    layout: places.length === layout.size ? layout : new Map(places),
  }
}

/** Whether the node with a key of the layout (see `nodeKey`) exists. */
function hasNode(policy: Policy, key: string): boolean {
  if (key === 'start') return true
  const id = key.slice(key.indexOf(':') + 1)
  return key.startsWith('rule:') ? policy.rules.has(id) : policy.endpoints.has(id)
}
