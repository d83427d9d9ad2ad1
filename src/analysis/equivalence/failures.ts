import { readable } from '../../model/field'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { checkStates } from '../../scenario/check-states'

/** What is broken in one comparison. */
export type Failure =
  | { readonly kind: 'none' }
  | { readonly kind: 'endpoint'; readonly endpoint: string }
  | { readonly kind: 'check'; readonly check: string }
  | { readonly kind: 'all-endpoints' }

/** Nothing, each endpoint, each health check, and all endpoints of some policies. */
export function failuresOf(policies: readonly Policy[]): readonly Failure[] {
  const endpoints = new Set(policies.flatMap((policy) => [...policy.endpoints.keys()]))
  const checks = new Set(policies.flatMap(checksOf))
  return [
    { kind: 'none' },
    ...[...endpoints].map((endpoint) => ({ kind: 'endpoint', endpoint }) as const),
    ...[...checks].map((check) => ({ kind: 'check', check }) as const),
    { kind: 'all-endpoints' },
  ]
}

function checksOf({ rules }: Policy): readonly string[] {
  return [...rules.values()].flatMap(({ branches }) =>
    branches.flatMap(({ healthCheck }) => readable(healthCheck) || []),
  )
}

/**
 * The world in which only that is broken; latencies and the bias formula stay as they are. Which checks an endpoint
 * that is down fails is a fact of the world, told by `policy`: another policy with fewer branches has the same checks.
 */
export function worldWith(
  failure: Failure,
  world: World,
  endpoints: readonly string[],
  policy: Policy,
): World {
  const up = { ...world, down: new Set<string>(), checks: new Map<string, 'healthy' | 'unhealthy'>() }
  switch (failure.kind) {
    case 'none':
      return up
    case 'endpoint':
      return withChecksOf(policy, { ...up, down: new Set([failure.endpoint]) })
    case 'check':
      return { ...up, checks: new Map([[failure.check, 'unhealthy']]) }
    case 'all-endpoints':
      return withChecksOf(policy, { ...up, down: new Set(endpoints) })
  }
}

/** The world with the state of every check of a policy said. */
function withChecksOf(policy: Policy, world: World): World {
  const passes = checkStates(policy, world)
  const checks = checksOf(policy).map((check) => [check, passes(check) ? 'healthy' : 'unhealthy'] as const)
  return { ...world, checks: new Map(checks) }
}
