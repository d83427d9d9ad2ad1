import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyPolicy, type Policy } from '../../policy/policy'
import { geoproximity, policyOf, to, weighted } from '../../policy/testing/policy-of'
import { policyDelta, withDelta } from './coverage-delta'

const SEED = 20_261_125

describe('the change from one policy to the next', () => {
  it('holds only the rule that a slider moved', () => {
    const before = policyOf(weighted([1, to(geoproximity(['us-east-1', 0, to('a')]))], [1, to('b')]))
    const moved = policyOf(geoproximity(['us-east-1', 5, to('a')])).rules.get('geoproximity-1')
    if (!moved) throw new Error('the test policy has no geoproximity rule')
    const after = { ...before, rules: new Map([...before.rules, ['geoproximity-2', moved] as const]) }
    expect(policyDelta(before, after)).toEqual({
      rules: { set: [['geoproximity-2', moved]], removed: [] },
      endpoints: { set: [], removed: [] },
    })
  })

  it('turns any policy into any other', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), { minLength: 1 })
    const policy = ids.map((all) => policyOf(weighted(...all.map((id, index) => [index, to(id)] as const))))
    fc.assert(
      fc.property(policy, policy, (before, after) => {
        const result = withDelta(before, structuredClone(policyDelta(before, after)))
        expect(sorted(result)).toEqual(sorted(after))
      }),
      { seed: SEED },
    )
  })

  it('starts from nothing', () => {
    const policy = policyOf(weighted([1, to('a')]))
    expect(sorted(withDelta(emptyPolicy(), policyDelta(null, policy)))).toEqual(sorted(policy))
  })
})

function sorted({ rules, endpoints }: Policy) {
  const byKey = <T>(members: ReadonlyMap<string, T>) => [...members].sort(([a], [b]) => (a < b ? -1 : 1))
  return { rules: byKey(rules), endpoints: byKey(endpoints) }
}
