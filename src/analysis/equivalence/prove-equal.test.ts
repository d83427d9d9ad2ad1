import { expect, it } from 'vitest'
import { documentOf, failover, policyFrom, to } from '../../policy/testing/policy-of'
import { proveEqual } from './prove-equal'

it('has the same checks fail for both policies, though one lacks the branch that tells what a check is of', () => {
  const document = documentOf(failover(to('b', { HealthCheck: 'c1' }), to('c')))
  const unused = { RuleType: 'failover', Primary: { EndpointReference: 'a', HealthCheck: 'c1' } }
  const endpoints = { ...document.Endpoints, a: { Type: 'value', Value: '192.0.2.9' } }
  const whole = policyFrom({
    ...document,
    Endpoints: endpoints,
    Rules: { ...document.Rules, unused },
  })
  const used = policyFrom({ ...document, Endpoints: endpoints })
  const idOf = ({ id }: { readonly id: string }) => id
  expect(proveEqual(whole, used, idOf)).toMatchObject({ kind: 'equal' })
  expect(proveEqual(used, policyFrom(documentOf(failover(to('b'), to('c')))), idOf)).toMatchObject({
    kind: 'different',
  })
})
