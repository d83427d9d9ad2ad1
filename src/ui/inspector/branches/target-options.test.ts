import { describe, expect, it } from 'vitest'
import { failover, multivalue, policyOf, to, weighted } from '../../../policy/testing/policy-of'
import { RULE_TYPES } from '../../../rules'
import { targetOptions } from './target-options'

const inner = failover(to('a'), to('lb'))
const policy = policyOf(weighted([1, to(inner)], [1, to(multivalue(to('a'), to('b')))]), {
  endpointTypes: { lb: 'network-load-balancer' },
})

function options(rule: string | null, typed = '') {
  const branch = rule === null ? undefined : policy.rules.get(rule)?.branches[0]?.id
  const from = rule === null || branch === undefined ? null : { rule, branch }
  return targetOptions({ policy, from, current: null }, typed)
}

describe('what a branch can lead to', () => {
  it('is any endpoint or rule, or a new one, endpoints first', () => {
    const labels = options(null).map(({ label }) => label)
    expect(labels.slice(0, 7)).toEqual([
      'a',
      'lb',
      'b',
      'weighted-1',
      'failover-2',
      'multivalue-3',
      'New endpoint',
    ])
    expect(labels).toContain('New geoproximity rule')
  })

  it('says why a rule would close a circle, after all that can be chosen', () => {
    const refused = options('failover-2').filter(({ disabled }) => disabled)
    expect(refused.map(({ label }) => label)).toEqual(['weighted-1', 'failover-2'])
    expect(refused[0]?.reason).toContain('That would lead in a circle')
    expect(options('failover-2').slice(-2)).toEqual(refused)
  })

  it('may be new for either side of a failover rule, though it takes no third', () => {
    const fresh = options('failover-2').filter(({ value }) => value.kind === 'new')
    expect(fresh).toHaveLength(RULE_TYPES.length + 1)
    expect(fresh.every(({ disabled }) => !disabled)).toBe(true)
  })

  it('says that a multivalue answer takes plain values only', () => {
    const reasons = new Map(options('multivalue-3').map(({ label, reason }) => [label, reason]))
    expect(reasons.get('lb')).toContain('endpoints of type value only')
    expect(reasons.get('New weighted rule')).toContain('takes endpoints only')
    expect(reasons.get('a')).toBeUndefined()
  })

  it('is found by id, kind or value', () => {
    expect(options(null, '192.0.2').map(({ label }) => label)).toEqual(['a', 'b'])
    expect(options(null, 'failover').map(({ label }) => label)).toEqual(['failover-2', 'New failover rule'])
  })

  it('offers to lead nowhere only what leads somewhere', () => {
    expect(options(null).some(({ key }) => key === 'nowhere')).toBe(false)
    const current = { kind: 'endpoint', id: 'a' } as const
    const leading = targetOptions({ policy, from: null, current }, '')
    expect(leading.at(-1)?.label).toBe('Nowhere yet')
    expect(leading.find(({ label }) => label === 'a')?.detail).toContain('now')
  })
})
