import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../model/testing/deep-freeze'
import { addEndpoint } from '../policy/edits/add-node'
import { emptyPolicy } from '../policy/policy'
import { renameNode } from './rename-node'
import { type Scenario, scenarioOf } from './scenario'

function scenarioWithEndpoint(): Scenario {
  const added = addEndpoint(emptyPolicy(), { type: 'value', value: '192.0.2.1' }, 'fra')
  if (!added.ok) throw new Error(added.reason)
  const scenario = scenarioOf(added.policy)
  return deepFreeze({
    ...scenario,
    layout: new Map([
      ['start', { x: 1, y: 2 }],
      ['endpoint:fra', { x: 30, y: 40 }],
    ]),
    world: { ...scenario.world, down: new Set(['fra']) },
    capacities: { total: null, endpoints: new Map([['fra', { amount: 40, in: 'percent' }]]) },
  })
}

describe('renaming a node', () => {
  it('takes its place on the canvas along', () => {
    const renamed = renameNode(scenarioWithEndpoint(), { kind: 'endpoint', id: 'fra' }, 'paris')
    expect(renamed.ok && [...renamed.scenario.layout]).toEqual([
      ['start', { x: 1, y: 2 }],
      ['endpoint:paris', { x: 30, y: 40 }],
    ])
  })

  it('leaves an endpoint down that was down', () => {
    const renamed = renameNode(scenarioWithEndpoint(), { kind: 'endpoint', id: 'fra' }, 'paris')
    expect(renamed.ok && [...renamed.scenario.world.down]).toEqual(['paris'])
  })

  it('takes the capacity of an endpoint along', () => {
    const renamed = renameNode(scenarioWithEndpoint(), { kind: 'endpoint', id: 'fra' }, 'paris')
    expect(renamed.ok && [...renamed.scenario.capacities.endpoints]).toEqual([
      ['paris', { amount: 40, in: 'percent' }],
    ])
  })

  it('changes nothing when the id stays', () => {
    const scenario = scenarioWithEndpoint()
    const renamed = renameNode(scenario, { kind: 'endpoint', id: 'fra' }, 'fra')
    expect(renamed.ok && renamed.scenario).toBe(scenario)
  })

  it('says why an id cannot be given', () => {
    const renamed = renameNode(scenarioWithEndpoint(), { kind: 'endpoint', id: 'fra' }, 'two words')
    expect(renamed.ok ? '' : renamed.reason).toContain('An id starts with a letter or digit')
  })
})
