import { describe, expect, it } from 'vitest'
import { policyFrom } from '../policy/testing/policy-of'
import { type Scenario, scenarioOf, withEndpointDown } from './scenario'
import { withRewrittenPolicy } from './with-rewritten-policy'

const policyWith = (...ids: readonly string[]) =>
  policyFrom({
    RecordType: 'A',
    Endpoints: Object.fromEntries(ids.map((id) => [id, { Type: 'value', Value: '192.0.2.1' }])),
  })

const SCENARIO: Scenario = {
  ...withEndpointDown(scenarioOf(policyWith('a', 'b', 'c')), 'b', true),
  layout: new Map([
    ['endpoint:a', { x: 1, y: 1 }],
    ['endpoint:b', { x: 2, y: 2 }],
  ]),
}

describe('a rewritten policy', () => {
  it('keeps the place and the state of a node that got another id', () => {
    const { world, layout } = withRewrittenPolicy(SCENARIO, policyWith('a', 'spare', 'c'))
    expect([...world.down]).toEqual(['spare'])
    expect(layout.get('endpoint:spare')).toEqual({ x: 2, y: 2 })
    expect(layout.has('endpoint:b')).toBe(false)
  })

  it('drops what was said of a node that is gone, and takes no other for it', () => {
    const { world, layout } = withRewrittenPolicy(SCENARIO, policyWith('a', 'c'))
    expect(world.down.size).toBe(0)
    expect([...layout.keys()]).toEqual(['endpoint:a'])
    expect([...withRewrittenPolicy(SCENARIO, policyWith('c', 'b', 'a')).world.down]).toEqual(['b'])
  })
})
