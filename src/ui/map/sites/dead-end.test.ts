import { expect, test } from 'vitest'
import { compilePolicy } from '../../../engine/compile'
import { ALL_UP } from '../../../model/world'
import type { Policy } from '../../../policy/policy'
import { geolocation, policyOf, to, weighted } from '../../../policy/testing/policy-of'
import { deadEndOf } from './dead-end'

const endOf = (policy: Policy) => deadEndOf(compilePolicy(policy, ALL_UP))

/** The policy with no branch of one of its rules leading anywhere. */
function emptied(policy: Policy, id: string): Policy {
  const rule = policy.rules.get(id)
  if (!rule) throw new Error(`the test policy has no rule ${id}`)
  return { ...policy, rules: new Map([...policy.rules, [id, { ...rule, branches: [] }]]) }
}

test('a rule without branches is named', () => {
  const { text, rule } = endOf(emptied(policyOf(weighted([1, to('a')])), 'weighted-1'))
  expect(rule).toBe('weighted-1')
  expect(text).toMatch(/^No branch of weighted-1 leads anywhere yet/)
})

test('below another rule, the one that ends the way is named', () => {
  const policy = policyOf(geolocation(to(weighted([1, to('a')]), { IsDefault: true })))
  const [below = ''] = [...policy.rules].flatMap(([id, { type }]) => (type === 'weighted' ? [id] : []))
  expect(endOf(emptied(policy, below)).rule).toBe(below)
})

test('a start that does not exist is said', () => {
  const policy = policyOf(weighted([1, to('a')]))
  const { text, rule } = endOf({ ...policy, start: { kind: 'rule', id: 'elsewhere' } })
  expect(rule).toBeNull()
  expect(text).toMatch(/start/)
})
