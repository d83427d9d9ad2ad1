import { describe, expect, it } from 'vitest'
import { multivalue, policyOf, to, weighted, withKeys } from '../../../policy/testing/policy-of'
import { type TargetHealth, targetHealthOf } from './target-health'

/** What the flag means for the first branch of the first rule. */
function healthOf(rule: Parameters<typeof policyOf>[0]): TargetHealth {
  const policy = policyOf(rule, { endpointTypes: { lb: 'application-load-balancer', cdn: 'cloudfront' } })
  const [first] = policy.rules.values()
  const branch = first?.branches[0]
  if (!first || !branch) throw new Error('the policy has no branch')
  return targetHealthOf(policy, first, branch)
}

const on = { EvaluateTargetHealth: true }

describe('evaluating target health', () => {
  it('has no effect on a plain value, and can be removed where it is written', () => {
    expect(healthOf(weighted([1, to('fra')]))).toMatchObject({ use: 'without-effect', written: false })
    const health = healthOf(weighted([1, withKeys(to('fra'), on)]))
    expect(health).toMatchObject({ use: 'without-effect', on: true, written: true })
    expect(health.note).toContain('plain value')
  })

  it('is not supported for CloudFront', () => {
    expect(healthOf(weighted([1, to('cdn')]))).toMatchObject({
      use: 'without-effect',
      note: 'Route 53 cannot evaluate the health of a CloudFront distribution. Use a health check.',
    })
  })

  it('counts as off where it is not written', () => {
    const health = healthOf(weighted([1, to('lb')]))
    expect(health).toMatchObject({ use: 'applies', on: false, written: false })
    expect(health.note).toContain('AWS documents no default')
  })

  it('says what it does for a rule and for a resource', () => {
    const below = weighted([1, to('fra')])
    expect(healthOf(weighted([1, to(below, on)])).note).toBe(
      'Counts as unhealthy when everything below “weighted-2” is unhealthy.',
    )
    expect(healthOf(weighted([1, to('lb', { EvaluateTargetHealth: 'false' })])).note).toBe(
      'Keeps sending here even when AWS finds “lb” unhealthy.',
    )
  })

  it('has no place in a multivalue answer, where it is shown only when written', () => {
    expect(healthOf(multivalue(to('fra'))).use).toBe('none')
    expect(healthOf(multivalue(to('fra', on)))).toMatchObject({ use: 'without-effect', written: true })
  })

  it('shows a text that is neither true nor false', () => {
    expect(healthOf(weighted([1, to('lb', { EvaluateTargetHealth: 'yes' })]))).toMatchObject({
      use: 'applies',
      on: false,
      written: true,
      note: 'The document says “yes”, which is neither true nor false.',
    })
  })
})
