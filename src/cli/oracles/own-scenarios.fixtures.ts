import { readable } from '../../model/field'
import { cidr, failover, policyOf, type TestRule, to } from '../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../scenario/scenario'

/** A scenario with a zone of its own. */
export function named(name: string, rule: TestRule): Scenario {
  const record = { name: `www.${name}.test`, hostedZone: `${name}.test`, ttl: 60 }
  return { ...scenarioOf(policyOf(rule), name), record }
}

/** The value of an endpoint. */
export function valueIn({ policy }: Scenario, id: string): string {
  return readable(policy.endpoints.get(id)?.value) ?? ''
}

/** A block within another, and everybody else. */
export const NESTED_BLOCKS = named(
  'blocks',
  cidr(['near', ['10.4.0.0/24'], to('a')], ['around', ['10.0.0.0/8'], to('b')], ['*', [], to('c')]),
)

/** A value that is checked, and one that stands in for it. */
export const CHECKED = named('checked', failover(to('a', { HealthCheck: 'check' }), to('b')))
