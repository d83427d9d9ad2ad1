import { describe, expect, it } from 'vitest'
import { RULE_TYPES } from '../../rules'
import { documentOf } from '../testing/meaning-of'
import {
  geolocation,
  geoproximity,
  latency,
  multivalue,
  policyFrom,
  policyOf,
  to,
  weighted,
} from '../testing/policy-of'
import { changeRuleType } from './change-rule-type'
import { edited } from './testing/edited'

const dropped = (result: ReturnType<typeof changeRuleType>) =>
  result.ok ? result.dropped.map(({ branch, what }) => `${branch}: ${what}`) : result.reason

describe('changing a rule’s type', () => {
  const two = policyOf(weighted([3, to('a', { HealthCheck: 'one' })], [7, to('b')]))

  it.each(RULE_TYPES)('to %s keeps branches, targets and health checks', (type) => {
    const rule = edited(changeRuleType(two, 'weighted-1', type)).rules.get('weighted-1')
    expect(rule?.type).toBe(type)
    expect(rule?.branches.map(({ target, healthCheck }) => [target?.id, healthCheck])).toEqual([
      ['a', 'one'],
      ['b', undefined],
    ])
  })

  it('puts the new keys in the place of the old, and keeps unknown ones', () => {
    const policy = policyFrom({
      Endpoints: { a: { Type: 'value' } },
      Rules: {
        r: {
          _why: 'kept',
          Items: [{ Weight: '3', EndpointReference: 'a', _note: 'kept' }],
          RuleType: 'weighted',
          _end: 1,
        },
      },
    })
    expect(JSON.stringify(documentOf(edited(changeRuleType(policy, 'r', 'geolocation'))))).toBe(
      '{"Endpoints":{"a":{"Type":"value"}},"Rules":{"r":{"_why":"kept",' +
        '"Locations":[{"EndpointReference":"a","_note":"kept","IsDefault":true}],"RuleType":"geo","_end":1}}}',
    )
  })

  it('says which weights are dropped', () => {
    expect(dropped(changeRuleType(two, 'weighted-1', 'latency'))).toEqual(['b1: weight 3', 'b2: weight 7'])
    expect(dropped(changeRuleType(two, 'weighted-1', 'weighted'))).toEqual([])
  })

  it('says that the CIDR collection of an IP-based rule is dropped', () => {
    const policy = policyFrom({
      Endpoints: { a: { Type: 'value' } },
      Rules: {
        r: {
          RuleType: 'cidr',
          CidrCollection: 'offices',
          CidrLocations: [{ EndpointReference: 'a', LocationName: '*' }],
        },
      },
    })
    expect(dropped(changeRuleType(policy, 'r', 'multivalue'))).toEqual([
      'null: CIDR collection “offices”',
      'b1: default location',
    ])
    expect(dropped(changeRuleType(policy, 'r', 'ip-based'))).toEqual([])
  })

  it('says which places, biases and flags are dropped', () => {
    const places = policyOf(
      geolocation(to('a', { Country: 'US', Subdivision: 'WA' }), to('b', { IsDefault: true })),
    )
    expect(dropped(changeRuleType(places, 'geo-1', 'weighted'))).toEqual([
      'b1: place Washington',
      'b2: place Default',
    ])
    const near = policyOf(geoproximity(['eu-west-1', 20, to('a')], [[51.5, -0.16], 0, to('b')]))
    expect(dropped(changeRuleType(near, 'geoproximity-1', 'failover'))).toEqual([
      'b1: location eu-west-1',
      'b1: bias 20',
      'b2: location 51.5, −0.16',
    ])
    const flagged = policyOf(weighted([1, to('a', { EvaluateTargetHealth: false })]))
    expect(dropped(changeRuleType(flagged, 'weighted-1', 'multivalue'))).toEqual([
      'b1: evaluate target health false',
      'b1: weight 1',
    ])
  })

  it('carries Regions between latency and geoproximity', () => {
    const fast = policyOf(latency(['eu-west-1', to('a')], ['us-east-1', to('b')]))
    const near = changeRuleType(fast, 'latency-1', 'geoproximity')
    expect(dropped(near)).toEqual([])
    expect(documentOf(edited(near))).toMatchObject({
      Rules: {
        'latency-1': {
          GeoproximityLocations: [
            { Location: { Type: 'Region', LocationName: 'aws:route53:eu-west-1' }, Bias: '0' },
            { Location: { Type: 'Region', LocationName: 'aws:route53:us-east-1' } },
          ],
        },
      },
    })
    const back = changeRuleType(edited(near), 'latency-1', 'latency')
    expect(dropped(back)).toEqual([])
    expect(documentOf(edited(back))).toEqual(documentOf(fast))
  })

  it('carries a Region in the flat spelling of the older version', () => {
    const fast = policyOf(latency(['eu-west-1', to('a')]), { formatVersion: '2015-10-01' })
    expect(documentOf(edited(changeRuleType(fast, 'latency-1', 'geoproximity')))).toMatchObject({
      Rules: { 'latency-1': { GeoproximityLocations: [{ Region: 'aws:route53:eu-west-1' }] } },
    })
  })

  it('takes a Region that was not filled in yet for none, and names no place that was none', () => {
    const open = policyFrom({
      AWSPolicyFormatVersion: '2023-05-09',
      Rules: { fast: { RuleType: 'latency', Regions: [{}] } },
    })
    const near = changeRuleType(open, 'fast', 'geoproximity')
    expect(dropped(near)).toEqual([])
    expect(edited(near).rules.get('fast')?.branches[0]).toMatchObject({ location: { kind: 'none' } })
  })

  it('leaves a place that is no Region without one, and says so', () => {
    const near = policyOf(geoproximity([[51.5, -0.16], 0, to('a')], ['us-east-1', 5, to('b')]))
    const fast = changeRuleType(near, 'geoproximity-1', 'latency')
    expect(dropped(fast)).toEqual(['b1: location 51.5, −0.16', 'b2: bias 5'])
    expect(edited(fast).rules.get('geoproximity-1')?.branches).toMatchObject([
      { region: undefined },
      { region: 'us-east-1' },
    ])
  })
})

describe('changing to failover', () => {
  const three = policyOf(weighted([1, to('a')], [2, to('b')], [3, to('c')]))

  it('makes the first the primary, and an open secondary where there is none', () => {
    const one = policyOf(weighted([1, to('a')]))
    expect(documentOf(edited(changeRuleType(one, 'weighted-1', 'failover')))).toMatchObject({
      Rules: { 'weighted-1': { RuleType: 'failover', Primary: { EndpointReference: 'a' }, Secondary: {} } },
    })
  })

  it('refuses more than two branches, and names what does not fit', () => {
    expect(dropped(changeRuleType(three, 'weighted-1', 'failover'))).toBe(
      'Failover has a primary and a secondary, and “weighted-1” has 3 branches. There is no place for “c”.',
    )
  })

  it('can put the surplus, as a rule of the former type, below the secondary', () => {
    const after = edited(changeRuleType(three, 'weighted-1', 'failover', 'nest'))
    expect(documentOf(after)).toMatchObject({
      Rules: {
        'weighted-1': {
          RuleType: 'failover',
          Primary: { EndpointReference: 'a' },
          Secondary: { RuleReference: 'weighted-2', EvaluateTargetHealth: true },
        },
        'weighted-2': {
          RuleType: 'weighted',
          Items: [
            { EndpointReference: 'b', Weight: '2' },
            { EndpointReference: 'c', Weight: '3' },
          ],
        },
      },
    })
  })
})

describe('changing from failover', () => {
  it('leaves out a side that was never filled', () => {
    const half = policyFrom({
      Endpoints: { a: { Type: 'value' } },
      Rules: { f: { RuleType: 'failover', Primary: { EndpointReference: 'a' } } },
    })
    expect(documentOf(edited(changeRuleType(half, 'f', 'weighted')))).toMatchObject({
      Rules: { f: { RuleType: 'weighted', Items: [{ EndpointReference: 'a', Weight: '1' }] } },
    })
  })
})

describe('changing to a multivalue answer', () => {
  it('refuses rules and AWS resources, and names them all', () => {
    const policy = policyOf(weighted([1, to(multivalue(to('a')))], [1, to('alb')], [1, to('b')]), {
      endpointTypes: { alb: 'network-load-balancer' },
    })
    const reason = dropped(changeRuleType(policy, 'weighted-1', 'multivalue'))
    expect(reason).toContain('“multivalue-2” is a rule')
    expect(reason).toContain('“alb” is an AWS resource')
  })
})

it('refuses to change a rule that does not exist', () => {
  expect(changeRuleType(policyOf('a'), 'x', 'weighted')).toEqual({
    ok: false,
    reason: 'There is no rule “x”.',
  })
})
