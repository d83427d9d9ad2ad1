import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../model/testing/deep-freeze'
import { policyOf, to, weighted } from '../policy/testing/policy-of'
import { renameNode } from './rename-node'
import { scenarioOf, withEndpointDown } from './scenario'

describe('renaming a node of a scenario', () => {
  const plain = scenarioOf(policyOf(weighted([1, to('a')], [1, to('b')])))
  const scenario = deepFreeze({
    ...withEndpointDown(plain, 'a', true),
    layout: new Map([
      ['endpoint:a', { x: 1, y: 2 }],
      ['rule:weighted-1', { x: 3, y: 4 }],
    ]),
  })

  it('takes its place on the canvas and its being down along', () => {
    const renamed = renameNode(scenario, { kind: 'endpoint', id: 'a' }, 'fra')
    if (!renamed.ok) throw new Error(renamed.reason)
    expect([...renamed.scenario.layout.keys()]).toEqual(['endpoint:fra', 'rule:weighted-1'])
    expect([...renamed.scenario.world.down]).toEqual(['fra'])
    expect(renamed.scenario.policy).toBe(renamed.policy)
  })

  it('of a rule leaves the world as it is', () => {
    const renamed = renameNode(scenario, { kind: 'rule', id: 'weighted-1' }, 'split')
    if (!renamed.ok) throw new Error(renamed.reason)
    expect([...renamed.scenario.layout.keys()]).toEqual(['endpoint:a', 'rule:split'])
    expect(renamed.scenario.world).toBe(scenario.world)
  })

  it('refuses what renaming in the policy refuses, and the same id changes nothing', () => {
    expect(renameNode(scenario, { kind: 'rule', id: 'weighted-1' }, 'a')).toMatchObject({ ok: false })
    expect(renameNode(scenario, { kind: 'rule', id: 'weighted-1' }, 'weighted-1')).toMatchObject({ scenario })
  })
})
