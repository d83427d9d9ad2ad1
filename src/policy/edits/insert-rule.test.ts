import { describe, expect, it } from 'vitest'
import { documentOf } from '../testing/meaning-of'
import { failover, multivalue, policyOf, to, weighted } from '../testing/policy-of'
import { addSecondValue, valuesIn } from './add-second-value'
import { disconnect } from './connect'
import { insertRuleOn, wrapEndpoint } from './insert-rule'
import { edited } from './testing/edited'

describe('inserting a rule on a connection', () => {
  const policy = policyOf(failover(to('a', { HealthCheck: 'one' }), to('b')))

  it('leads on to where the connection led, and the health check stays before it', () => {
    const result = insertRuleOn(policy, { rule: 'failover-1', branch: 'primary' }, 'weighted')
    expect(result).toMatchObject({ ok: true, id: 'weighted-1' })
    expect(documentOf(edited(result))).toMatchObject({
      Rules: {
        'failover-1': {
          Primary: { RuleReference: 'weighted-1', HealthCheck: 'one', EvaluateTargetHealth: true },
          Secondary: { EndpointReference: 'b' },
        },
        'weighted-1': { RuleType: 'weighted', Items: [{ EndpointReference: 'a', Weight: '1' }] },
      },
    })
  })

  it('works on the start', () => {
    const after = edited(insertRuleOn(policy, null, 'geolocation'))
    expect(documentOf(after)).toMatchObject({
      StartRule: 'geolocation-1',
      Rules: {
        'geolocation-1': {
          Locations: [{ RuleReference: 'failover-1', EvaluateTargetHealth: true, IsDefault: true }],
        },
      },
    })
  })

  it('is refused where nothing is connected, and where the format has no place for it', () => {
    expect(insertRuleOn(disconnect(policy, null), null, 'weighted')).toMatchObject({ ok: false })
    expect(insertRuleOn(policy, { rule: 'x', branch: 'b1' }, 'weighted')).toMatchObject({ ok: false })
    expect(insertRuleOn(policy, null, 'multivalue')).toMatchObject({ ok: false })
    const several = policyOf(multivalue(to('a')))
    expect(insertRuleOn(several, { rule: 'multivalue-1', branch: 'b1' }, 'weighted')).toEqual({
      ok: false,
      reason: 'Multivalue answer takes endpoints only, so no rule can be put below “multivalue-1”.',
    })
  })
})

describe('wrapping an endpoint in a rule', () => {
  const policy = policyOf(failover(to('a'), to(weighted([1, to('a')], [2, to('b')]))))

  it('leads every connection to it through the rule', () => {
    const result = wrapEndpoint(policy, 'a', 'latency')
    const after = edited(result)
    expect(after.rules.get('failover-1')?.branches[0]?.target).toEqual({ kind: 'rule', id: 'latency-1' })
    expect(after.rules.get('weighted-2')?.branches[0]?.target).toEqual({ kind: 'rule', id: 'latency-1' })
    expect(after.rules.get('latency-1')?.branches[0]?.target).toEqual({ kind: 'endpoint', id: 'a' })
  })

  it('or only those named, and no connection to another node', () => {
    const named = [
      { rule: 'failover-1', branch: 'primary' },
      { rule: 'weighted-2', branch: 'b2' },
    ]
    const after = edited(wrapEndpoint(policy, 'a', 'latency', named))
    expect(after.rules.get('failover-1')?.branches[0]?.target).toEqual({ kind: 'rule', id: 'latency-1' })
    expect(after.rules.get('weighted-2')).toBe(policy.rules.get('weighted-2'))
  })

  it('is refused for an endpoint that does not exist', () => {
    expect(wrapEndpoint(policy, 'x', 'latency')).toMatchObject({ ok: false })
  })
})

describe('a second value for an endpoint', () => {
  it('makes a multivalue answer of a simple policy', () => {
    const result = addSecondValue(policyOf('a'), 'a', ['192.0.2.9'])
    expect(result).toMatchObject({ ok: true, endpoints: ['a-1'], rule: 'multivalue-1' })
    expect(documentOf(edited(result))).toMatchObject({
      StartRule: 'multivalue-1',
      Endpoints: { a: { Value: '192.0.2.1' }, 'a-1': { Type: 'value', Value: '192.0.2.9' } },
      Rules: { 'multivalue-1': { Items: [{ EndpointReference: 'a' }, { EndpointReference: 'a-1' }] } },
    })
  })

  it('joins the multivalue answer that the endpoint is already in', () => {
    const result = addSecondValue(policyOf(multivalue(to('a'), to('b'))), 'a', ['192.0.2.9', '192.0.2.10'])
    expect(result).toMatchObject({ ok: true, rule: null, endpoints: ['a-1', 'a-2'] })
    expect(edited(result).rules.get('multivalue-1')?.branches).toHaveLength(4)
  })

  it('does both where the endpoint is shared', () => {
    const policy = policyOf(failover(to(multivalue(to('a'))), to('a')))
    const after = edited(addSecondValue(policy, 'a', ['192.0.2.9']))
    expect(after.rules.get('multivalue-2')?.branches).toHaveLength(2)
    expect(after.rules.get('failover-1')?.branches[1]?.target).toEqual({ kind: 'rule', id: 'multivalue-1' })
  })

  it('is refused for an AWS resource, a CNAME, no value and no endpoint', () => {
    const cdn = policyOf('a', { endpointTypes: { a: 'cloudfront' } })
    expect(addSecondValue(cdn, 'a', ['192.0.2.9'])).toMatchObject({ ok: false })
    expect(addSecondValue(policyOf('a', { recordType: 'CNAME' }), 'a', ['example.com'])).toMatchObject({
      ok: false,
    })
    expect(addSecondValue(policyOf('a'), 'a', [])).toMatchObject({ ok: false })
    expect(addSecondValue(policyOf('a'), 'x', ['192.0.2.9'])).toMatchObject({ ok: false })
  })

  it('is seen in what a user types: addresses side by side, other values on lines', () => {
    expect(valuesIn('A', ' 192.0.2.1, 192.0.2.2;192.0.2.3\n192.0.2.4 ')).toHaveLength(4)
    expect(valuesIn('TXT', '"one" "two"\r\n\n"three"')).toEqual(['"one" "two"', '"three"'])
    expect(valuesIn(undefined, ' ')).toEqual([])
  })
})
