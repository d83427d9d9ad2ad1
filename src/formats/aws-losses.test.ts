import { describe, expect, it } from 'vitest'
import { emptyPolicy } from '../policy/policy'
import { cidr, policyOf, to } from '../policy/testing/policy-of'
import { type Scenario, scenarioOf, withEndpointDown } from '../scenario/scenario'
import { awsLosses, BARE_NAME } from './aws-losses'

const plain = scenarioOf(policyOf('a'))
const codes = (scenario: Scenario) => awsLosses(scenario).map(({ code, severity }) => `${severity} ${code}`)

describe('writing a scenario as an AWS document', () => {
  it('loses nothing of a scenario that says no more than the document', () => {
    expect(codes(plain)).toEqual([])
  })

  it('loses a TTL, where a value is answered with it', () => {
    expect(codes({ ...plain, record: { ...plain.record, ttl: 300 } })).toEqual(['warning loss/ttl'])
    const alias = scenarioOf(policyOf('cdn', { endpointTypes: { cdn: 'cloudfront' } }))
    expect(codes({ ...alias, record: { ...alias.record, ttl: 300 } })).toEqual([])
    expect(codes({ ...scenarioOf(emptyPolicy()), record: { ...plain.record, ttl: 300 } })).toEqual([])
  })

  it('loses what is simulated', () => {
    expect(codes(withEndpointDown(plain, 'a', true))).toEqual(['warning loss/world'])
    expect(codes({ ...plain, world: { ...plain.world, negativeBias: 'map' } })).toEqual([
      'warning loss/world',
    ])
  })

  it('names what is simulated, in one line', () => {
    const world = {
      ...withEndpointDown(plain, 'a', true).world,
      checks: new Map([['hc', 'healthy' as const]]),
    }
    expect(awsLosses({ ...plain, world }).map(({ message }) => message)).toEqual([
      'A traffic policy document has no place for what is only assumed here: that “a” is down, the states given to “hc”.',
    ])
  })

  it('says in one line what only Catchment works with', () => {
    const capacities = { total: { amount: 1, unit: 'requests' }, endpoints: new Map() }
    const demand = { name: 'logs', unit: 'requests', places: [], leftOut: { rows: 0, weight: 0 } }
    expect(awsLosses({ ...plain, capacities, demand })).toMatchObject([
      {
        severity: 'note',
        message: 'A traffic policy document has no place for the demand table and the capacities.',
      },
    ])
  })

  it('cannot be done with a rule that Traffic Flow does not have', () => {
    const policy = policyOf(cidr(['office', ['192.0.2.0/24'], to('a')], ['*', [], to('b')]))
    const [problem] = awsLosses(scenarioOf(policy))
    expect(codes(scenarioOf(policy))).toEqual(['error loss/rule-type'])
    expect(problem).toMatchObject({ path: ['Rules', 'cidr-1'], at: { kind: 'rule', id: 'cidr-1' } })
    expect(problem?.message).toContain('Write plain record sets instead')
  })

  it('only notes what has no effect on an answer', () => {
    const query = {
      type: null,
      client: { coordinates: null, country: null, subdivision: null },
      resolver: null,
    }
    const queries = [{ name: 'one', place: '', query: { ...query, clientSubnet: true } }]
    expect(codes({ ...plain, queries })).toEqual(['note loss/unused'])
    expect(codes({ ...plain, record: { ...plain.record, name: 'a.example.com' } })).toEqual([
      'note loss/name',
    ])
    expect(codes({ ...plain, record: { ...plain.record, name: BARE_NAME } })).toEqual([])
  })
})
