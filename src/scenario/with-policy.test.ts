import { expect, test } from 'vitest'
import { policyOf } from '../policy/documents.fixtures'
import { removeNodes } from '../policy/edits/remove-nodes'
import { scenarioOf } from './scenario'
import { withPolicy } from './with-policy'

const policy = policyOf({
  AWSPolicyFormatVersion: '2023-05-09',
  RecordType: 'A',
  StartEndpoint: 'a',
  Endpoints: { a: { Type: 'value', Value: '192.0.2.1' }, b: { Type: 'value', Value: '192.0.2.2' } },
})
const scenario = {
  ...scenarioOf(policy),
  layout: new Map([
    ['start', { x: 0, y: 0 }],
    ['endpoint:a', { x: 1, y: 1 }],
    ['endpoint:b', { x: 2, y: 2 }],
  ]),
  world: { ...scenarioOf(policy).world, down: new Set(['a', 'b']) },
  capacities: {
    total: null,
    endpoints: new Map([
      ['a', { amount: 40, in: 'percent' as const }],
      ['b', { amount: 60, in: 'percent' as const }],
    ]),
  },
}

test('places, down marks and capacities of nodes that are gone go with them', () => {
  const after = withPolicy(scenario, removeNodes(policy, [{ kind: 'endpoint', id: 'b' }], 'keep'))
  expect([...after.layout.keys()]).toEqual(['start', 'endpoint:a'])
  expect([...after.world.down]).toEqual(['a'])
  expect([...after.capacities.endpoints.keys()]).toEqual(['a'])
})

test('an edit that removes nothing keeps the very layout, world and capacities', () => {
  const after = withPolicy(scenario, { ...policy, start: null })
  expect(after.layout).toBe(scenario.layout)
  expect(after.world).toBe(scenario.world)
  expect(after.capacities).toBe(scenario.capacities)
})

test('the same policy is no change', () => {
  expect(withPolicy(scenario, policy)).toBe(scenario)
})
