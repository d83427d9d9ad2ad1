import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Policy } from '../../../policy/policy'
import {
  failover,
  geolocation,
  latency,
  multivalue,
  policyOf,
  to,
  weighted,
} from '../../../policy/testing/policy-of'
import { scenarioOf } from '../../../scenario/scenario'
import { exampleScenarios } from '../../testing/examples.fixtures'
import { exportOctodns, octodnsLosses } from './record'

const Zone = z.record(
  z.string(),
  z.strictObject({
    type: z.enum(['A', 'AAAA', 'CNAME']),
    ttl: z.number(),
    value: z.string().optional(),
    values: z.array(z.string()).optional(),
    dynamic: z.strictObject({
      pools: z.record(
        z.string(),
        z.strictObject({
          fallback: z.string().optional(),
          values: z.array(
            z.strictObject({
              value: z.string(),
              weight: z.number().int().min(1).max(100).optional(),
              status: z.literal('up').optional(),
            }),
          ),
        }),
      ),
      rules: z.array(z.strictObject({ geos: z.array(z.string()).optional(), pool: z.string() })),
    }),
  }),
)

const scenarioWith = (policy: Policy) => ({
  ...scenarioOf(policy),
  record: { name: 'www.example.com', hostedZone: 'example.com', ttl: 30 },
})
const read = (policy: Policy) => Zone.parse(parse(exportOctodns(scenarioWith(policy))))['www']
const codes = (policy: Policy) =>
  octodnsLosses(scenarioWith(policy)).map(({ code, severity }) => `${severity} ${code}`)
const checked = { HealthCheck: 'c1' }

describe('the dynamic record of octoDNS', () => {
  it('draws by weight, and members of weight zero stand in for the others', () => {
    const policy = policyOf(weighted([3, to('a', checked)], [1, to('b')], [0, to('c')]))
    expect(codes(policy)).toEqual(['note loss/health-checks'])
    expect(read(policy)).toEqual({
      type: 'A',
      ttl: 30,
      values: ['192.0.2.1', '192.0.2.2'],
      dynamic: {
        pools: {
          'pool-1': {
            fallback: 'pool-2',
            values: [
              { value: '192.0.2.1', weight: 3 },
              { value: '192.0.2.2', weight: 1, status: 'up' },
            ],
          },
          'pool-2': { values: [{ value: '192.0.2.3', status: 'up' }] },
        },
        rules: [{ pool: 'pool-1' }],
      },
    })
  })

  it('goes by place, where an unhealthy place falls through to the one around it', () => {
    const policy = policyOf(
      geolocation(
        to('world', { Country: '*' }),
        to('europe', { Continent: 'EU', ...checked }),
        to('california', { Country: 'US', Subdivision: 'CA', ...checked }),
        to('turkey', { Country: 'TR', ...checked }),
      ),
    )
    expect(codes(policy)).toEqual(['note loss/health-checks'])
    const { pools, rules } = read(policy)?.dynamic ?? {}
    expect(rules?.map(({ geos }) => geos)).toEqual([['NA-US-CA'], ['AS-TR'], ['EU', 'AS-CY'], undefined])
    const chain = (pool: string | undefined): readonly (string | undefined)[] => {
      const found = pool === undefined ? undefined : pools?.[pool]
      return found ? [found.values[0]?.value, ...chain(found.fallback)] : []
    }
    expect(rules?.map(({ pool }) => chain(pool))).toEqual([
      ['192.0.2.3', '192.0.2.1'],
      ['192.0.2.4', '192.0.2.2', '192.0.2.1'],
      ['192.0.2.2', '192.0.2.1'],
      ['192.0.2.1'],
    ])
  })

  it('passes no branch over whose target’s health does not count', () => {
    const inner = failover(to('a', checked), to('b', checked))
    const counted = policyOf(failover(to(inner, { EvaluateTargetHealth: true }), to('c')))
    const held = policyOf(failover(to(inner), to('c')))
    expect(Object.keys(read(counted)?.dynamic.pools ?? {})).toHaveLength(3)
    expect(Object.keys(read(held)?.dynamic.pools ?? {})).toHaveLength(2)
  })

  it('declares what it cannot say, at its rule', () => {
    expect(codes(policyOf(latency(['eu-west-1', to('a')], ['us-east-1', to('b')])))).toEqual([
      'warning loss/nearness',
    ])
    expect(codes(policyOf(multivalue(to('a'), to('b'))))).toEqual(['warning loss/one-value'])
    expect(codes(policyOf(geolocation(to('a', { Continent: 'EU' }))))).toEqual(['warning loss/default'])
    expect(codes(policyOf(weighted([255, to('a')], [1, to('b')])))).toEqual(['warning loss/weight'])
    const nested = weighted([1, to(failover(to('a'), to('b')))], [2, to('c')])
    expect(codes(policyOf(nested))).toEqual(['warning loss/weighted-rules'])
    expect(codes(policyOf('a', { recordType: 'TXT' }))).toEqual(['error loss/type'])
  })

  it('of every example is what octoDNS reads: pools that are used, and everybody last', () => {
    for (const scenario of exampleScenarios()) {
      if (octodnsLosses(scenario).some(({ severity }) => severity === 'error')) continue
      const [record] = Object.values(Zone.parse(parse(exportOctodns(scenario))))
      const { pools = {}, rules = [] } = record?.dynamic ?? {}
      const used = new Set([
        ...rules.map(({ pool }) => pool),
        ...Object.values(pools).map(({ fallback }) => fallback),
      ])
      expect(Object.keys(pools).filter((name) => !used.has(name))).toEqual([])
      expect(rules.at(-1)?.geos).toBe(undefined)
    }
  })
})
