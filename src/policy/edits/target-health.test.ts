import { describe, expect, it } from 'vitest'
import { failover, multivalue, policyOf, to, weighted } from '../testing/policy-of'
import { addBranch } from './branches'
import { connect } from './connect'
import { edited } from './testing/edited'
import { setEndpointType } from './update-endpoint'

const policy = policyOf(
  weighted(
    [1, to(failover(to('value'), to('cdn')))],
    [1, to('alb', { EvaluateTargetHealth: true })],
    [1, to('bucket', { EvaluateTargetHealth: false })],
    [1, to('other')],
  ),
  { endpointTypes: { alb: 'application-load-balancer', cdn: 'cloudfront', bucket: 's3-website' } },
)
const endpoint = (id: string) => ({ kind: 'endpoint', id }) as const
const flagOf = (after: typeof policy, branch: number) =>
  after.rules.get('weighted-1')?.branches[branch]?.evaluateTargetHealth

describe('the target-health flag of a new branch', () => {
  const flagOfNew = (target: Parameters<typeof addBranch>[2], rule = 'weighted-1') =>
    edited(addBranch(policy, rule, target))
      .rules.get(rule)
      ?.branches.at(-1)?.evaluateTargetHealth

  it('is written as true to a rule and to an AWS resource, as AWS’s console does (route53.md 9.1)', () => {
    expect(flagOfNew({ kind: 'rule', id: 'failover-2' })).toBe(true)
    expect(flagOfNew(endpoint('alb'))).toBe(true)
    expect(flagOfNew(endpoint('bucket'))).toBe(true)
  })

  it('is left out to a value, to CloudFront and to nothing, where it means nothing', () => {
    expect(flagOfNew(endpoint('value'))).toBeUndefined()
    expect(flagOfNew(endpoint('cdn'))).toBeUndefined()
    expect(flagOfNew(null)).toBeUndefined()
  })

  it('is left out under a multivalue answer, which has no place for it (route53.md 3.5)', () => {
    const several = policyOf(multivalue(to('a')))
    const after = edited(addBranch(several, 'multivalue-1', endpoint('a')))
    expect(after.rules.get('multivalue-1')?.branches[1]?.evaluateTargetHealth).toBeUndefined()
  })
})

describe('the flag of a branch that is led elsewhere', () => {
  const lead = (branch: string, id: string) =>
    edited(connect(policy, { rule: 'weighted-1', branch }, endpoint(id)))

  it('follows the new target', () => {
    expect(flagOf(lead('b2', 'value'), 1)).toBeUndefined()
    expect(flagOf(lead('b4', 'alb'), 3)).toBe(true)
  })

  it('stays where it was set otherwise', () => {
    expect(flagOf(lead('b3', 'alb'), 2)).toBe(false)
  })

  it('stays left out on an alias that came without it, since that is what was imported', () => {
    expect(
      flagOf(edited(connect(policy, { rule: 'weighted-1', branch: 'b1' }, endpoint('alb'))), 0),
    ).toBeUndefined()
  })

  it('never says true to CloudFront, which AWS refuses (V13)', () => {
    expect(flagOf(lead('b2', 'cdn'), 1)).toBeUndefined()
  })
})

describe('the flag when an endpoint becomes another type', () => {
  it('appears with an AWS resource and goes with a value', () => {
    expect(flagOf(setEndpointType(policy, 'other', 'network-load-balancer'), 3)).toBe(true)
    expect(flagOf(setEndpointType(policy, 'alb', 'value'), 1)).toBeUndefined()
  })

  it('goes with CloudFront and stays where it was set to false', () => {
    expect(flagOf(setEndpointType(policy, 'alb', 'cloudfront'), 1)).toBeUndefined()
    expect(flagOf(setEndpointType(policy, 'bucket', 'value'), 2)).toBe(false)
  })
})
