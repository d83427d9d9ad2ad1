import { readable } from '../../model/field'
import type { Policy } from '../../policy/policy'
import { type TestBranch, type TestRule, to } from '../../policy/testing/policy-of'

const FAILING = 'failing-'

/** A way to make a branch to an endpoint. */
export type Mark = (endpoint: string) => TestBranch

/** `hc✓` of route53.md 4.8: a branch whose own check passes. */
export function passing(leadsTo: string, name = leadsTo): TestBranch {
  return to(leadsTo, { HealthCheck: `passing-${name}` })
}

/** `hc✗` of route53.md 4.8: a branch whose own check fails. */
export function failing(leadsTo: string, name = leadsTo): TestBranch {
  return to(leadsTo, { HealthCheck: FAILING + name })
}

/** A branch to a rule or an AWS resource with `EvaluateTargetHealth`. */
export function evaluating(leadsTo: string | TestRule, evaluates = true): TestBranch {
  return to(leadsTo, { EvaluateTargetHealth: evaluates })
}

/** The ids of all checks that `failing` made. */
export function failingChecks(policy: Policy): readonly string[] {
  const checks = [...policy.rules.values()].flatMap(({ branches }) =>
    branches.map(({ healthCheck }) => readable(healthCheck) ?? ''),
  )
  return checks.filter((check) => check.startsWith(FAILING))
}
