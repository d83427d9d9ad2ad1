import { describe, expect, it } from 'vitest'
import { documentOf } from '../testing/meaning-of'
import { failover, geolocation, latency, policyFrom, policyOf, to, weighted } from '../testing/policy-of'
import { addBranch, moveBranch, removeBranch, updateBranch } from './branches'
import { edited } from './testing/edited'

const policy = policyOf(weighted([1, to('a')], [2, to('b', { _note: 'kept' })], [3, to('c')]))
const weightsOf = (after: typeof policy) =>
  after.rules.get('weighted-1')?.branches.map((branch) => ('weight' in branch ? branch.weight : null))

describe('adding a branch', () => {
  it('may leave the target open', () => {
    const after = edited(addBranch(policy, 'weighted-1', null))
    expect(documentOf(after)).toMatchObject({
      Rules: { 'weighted-1': { Items: [{}, {}, {}, { Weight: '3' }] } },
    })
  })

  it('gives sensible first values: the default location, the next Region', () => {
    const places = edited(addBranch(policyOf(geolocation()), 'geo-1', null))
    expect(documentOf(places)).toMatchObject({ Rules: { 'geo-1': { Locations: [{ IsDefault: true }] } } })
    const regions = edited(addBranch(policyOf(latency(['us-east-1', to('a')])), 'latency-1', null))
    expect(documentOf(regions)).toMatchObject({
      Rules: { 'latency-1': { Regions: [{ Region: 'us-east-1' }, { Region: 'us-east-2' }] } },
    })
  })

  it('gives an id that no sibling has, after removals too', () => {
    const shorter = removeBranch(policy, 'weighted-1', 'b1')
    const added = addBranch(shorter, 'weighted-1', null)
    expect(added).toMatchObject({ branch: 'b4' })
  })

  it('is refused for a rule that does not exist', () => {
    expect(addBranch(policy, 'none', null)).toEqual({ ok: false, reason: 'There is no rule “none”.' })
  })
})

describe('removing a branch', () => {
  it('leaves its siblings the same objects', () => {
    const after = removeBranch(policy, 'weighted-1', 'b2')
    expect(weightsOf(after)).toEqual([1, 3])
    expect(after.rules.get('weighted-1')?.branches[1]).toBe(policy.rules.get('weighted-1')?.branches[2])
  })

  it('of a failover rule empties the side', () => {
    const sides = policyOf(failover(to('a', { HealthCheck: 'one' }), to('b')))
    const after = removeBranch(sides, 'failover-1', 'primary')
    expect(documentOf(after)).toMatchObject({ Rules: { 'failover-1': { Primary: {} } } })
    expect(after.rules.get('failover-1')?.branches.map(({ id }) => id)).toEqual(['primary', 'secondary'])
  })

  it('that is not there changes nothing', () => {
    expect(removeBranch(policy, 'weighted-1', 'none')).toBe(policy)
    expect(removeBranch(policy, 'none', 'b1')).toBe(policy)
  })
})

describe('moving a branch', () => {
  it('reorders the list and keeps ids and unknown keys', () => {
    const after = moveBranch(policy, 'weighted-1', 'b2', 0)
    expect(after.rules.get('weighted-1')?.branches.map(({ id }) => id)).toEqual(['b2', 'b1', 'b3'])
    expect(documentOf(after)).toMatchObject({
      Rules: { 'weighted-1': { Items: [{ _note: 'kept' }, {}, {}] } },
    })
  })

  it('goes no further than the ends', () => {
    expect(weightsOf(moveBranch(policy, 'weighted-1', 'b1', 99))).toEqual([2, 3, 1])
    expect(weightsOf(moveBranch(policy, 'weighted-1', 'b3', -99))).toEqual([3, 1, 2])
    expect(moveBranch(policy, 'weighted-1', 'b1', 0)).toBe(policy)
    expect(moveBranch(policy, 'weighted-1', 'none', 0)).toBe(policy)
  })

  it('swaps the sides of a failover rule with their health checks', () => {
    const sides = policyOf(failover(to('a', { HealthCheck: 'one' }), to('b')))
    expect(documentOf(moveBranch(sides, 'failover-1', 'secondary', 0))).toMatchObject({
      Rules: {
        'failover-1': {
          Primary: { EndpointReference: 'b' },
          Secondary: { EndpointReference: 'a', HealthCheck: 'one' },
        },
      },
    })
  })
})

describe('changing a branch', () => {
  it('writes a number as it was spelled before', () => {
    const spelled = policyFrom({
      Rules: { w: { RuleType: 'weighted', Items: [{ Weight: 1 }, { Weight: '2' }] } },
    })
    const once = updateBranch(spelled, 'weighted', { rule: 'w', branch: 'b1' }, { weight: 10 })
    const twice = updateBranch(once, 'weighted', { rule: 'w', branch: 'b2' }, { weight: 20 })
    expect(documentOf(twice)).toEqual({
      Rules: { w: { RuleType: 'weighted', Items: [{ Weight: 10 }, { Weight: '20' }] } },
    })
  })

  it('to what it is changes nothing', () => {
    expect(updateBranch(policy, 'weighted', { rule: 'weighted-1', branch: 'b1' }, { weight: 1 })).toBe(policy)
  })

  it('sets and clears a health check', () => {
    const at = { rule: 'weighted-1', branch: 'b1' }
    const set = updateBranch(policy, 'weighted', at, { healthCheck: 'one' })
    expect(documentOf(set)).toMatchObject({
      Rules: { 'weighted-1': { Items: [{ HealthCheck: 'one' }, {}, {}] } },
    })
    expect(documentOf(updateBranch(set, 'weighted', at, { healthCheck: undefined }))).toEqual(
      documentOf(policy),
    )
  })

  it('of a rule of another type changes nothing', () => {
    expect(updateBranch(policy, 'latency', { rule: 'weighted-1', branch: 'b1' }, { region: 'x' })).toBe(
      policy,
    )
    expect(updateBranch(policy, 'latency', { rule: 'none', branch: 'b1' }, { region: 'x' })).toBe(policy)
  })
})
