import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Policy } from '../../../policy/policy'
import {
  cidr,
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
import { refusedByOctodns, unsortedIn, ZoneSchema } from './octodns-rules.fixtures'
import { exportOctodns, octodnsLosses } from './record'

const scenarioWith = (policy: Policy) => ({
  ...scenarioOf(policy),
  record: { name: 'www.example.com', hostedZone: 'example.com', ttl: 30 },
})
const read = (policy: Policy) => ZoneSchema.parse(parse(exportOctodns(scenarioWith(policy))))['www']
const refusals = (policy: Policy) => {
  const record = read(policy)
  return record && refusedByOctodns(record)
}

type Pools = NonNullable<ReturnType<typeof read>>['dynamic']['pools']

/** The first value of a pool and of each that it falls back to. */
function chainIn(pools: Pools | undefined, name: string | undefined): readonly (string | undefined)[] {
  const found = name === undefined ? undefined : pools?.[name]
  return found ? [found.values[0]?.value, ...chainIn(pools, found.fallback)] : []
}

const codes = (policy: Policy) =>
  octodnsLosses(scenarioWith(policy)).map(({ code, severity }) => `${severity} ${code}`)
const checked = { HealthCheck: 'c1' }

describe('the dynamic record of octoDNS', () => {
  it.each([
    ['WWW.Example.com', 'example.com', 'www'],
    ['Example.com', 'example.COM', ''],
    [String.raw`\052.example.com`, 'example.com', '*'],
  ])('of %s stands in the zone %s under %j, in small letters', (name, hostedZone, key) => {
    const text = exportOctodns({ ...scenarioOf(policyOf('a')), record: { name, hostedZone, ttl: 60 } })
    expect(text).toContain('zone example.com. for octoDNS, as example.com.yaml')
    expect(Object.keys(ZoneSchema.parse(parse(text)))).toEqual([key])
  })

  it('draws by weight, and members of weight zero stand in for the others', () => {
    const policy = policyOf(weighted([3, to('a', checked)], [1, to('b')], [0, to('c')]))
    expect(codes(policy)).toEqual(['note loss/health-checks'])
    expect(read(policy)).toEqual({
      type: 'A',
      ttl: 30,
      values: ['192.0.2.1', '192.0.2.2'],
      dynamic: {
        pools: {
          'weighted-1': {
            fallback: 'c',
            values: [
              { value: '192.0.2.1', weight: 3 },
              { value: '192.0.2.2', weight: 1, status: 'up' },
            ],
          },
          c: { values: [{ value: '192.0.2.3', status: 'up' }] },
        },
        rules: [{ pool: 'weighted-1' }],
      },
    })
  })

  it('has its keys in the order that octoDNS demands, with pools named after what answers', () => {
    const chain = failover(
      to('b10', checked),
      to(failover(to('b9', checked), to('B 2')), { EvaluateTargetHealth: true }),
    )
    const pools = exportOctodns(scenarioWith(policyOf(chain))).match(/^ {6}\w[\w-]*(?=:)/gm)
    expect(pools?.map((line) => line.trim())).toEqual(['b9', 'b10', 'b-2'])
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
    expect(rules?.map(({ pool }) => chainIn(pools, pool))).toEqual([
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
    expect(codes(policyOf(weighted([2.5, to('a')], [1, to('b')])))).toEqual(['warning loss/whole-weight'])
    const nested = weighted([1, to(failover(to('a'), to('b')))], [2, to('c')])
    expect(codes(policyOf(nested))).toEqual(['warning loss/weighted-rules'])
    expect(codes(policyOf('a', { recordType: 'TXT' }))).toEqual(['error loss/type'])
  })

  it('finds a country where octoDNS has it, in a rule before the continent that would take it', () => {
    const policy = policyOf(
      geolocation(
        to('world', { Country: '*' }),
        to('asia', { Continent: 'AS' }),
        to('south', { Continent: 'SA' }),
        to('europe', { Continent: 'EU' }),
        to('ice', { Continent: 'AN' }),
        to('kosovo', { Country: 'XK' }),
      ),
    )
    expect(codes(policy)).toEqual(['warning loss/country'])
    const geos = read(policy)?.dynamic.rules.map((rule) => rule.geos)
    expect(geos).toEqual([
      ['AN-BV', 'AS-CX', 'AN-HM', 'AS-TL'],
      ['EU', 'AS-CY', 'AS-TR'],
      ['AN', 'SA-GS'],
      ['AS'],
      ['SA'],
      undefined,
    ])
    expect(refusals(policy)).toEqual([])
  })

  it('leads to a pool from one rule only, since octoDNS refuses a second', () => {
    const policy = policyOf(
      geolocation(
        to('west', { Country: 'FR' }),
        to('west', { Country: 'ES' }),
        to('west', { Continent: 'NA' }),
        to('east', { Country: '*' }),
      ),
    )
    expect(read(policy)?.dynamic.rules).toEqual([
      { geos: ['EU-FR', 'EU-ES'], pool: 'west' },
      { geos: ['NA'], pool: 'west-2' },
      { pool: 'east' },
    ])
    expect(refusals(policy)).toEqual([])
  })

  it('goes by blocks, the longest first, each with those around it to fall back to', () => {
    const policy = policyOf(
      cidr(
        ['wide', ['10.0.0.0/8', '2001:db8::/32'], to('a', checked)],
        ['near', ['10.1.0.0/24', '10.2.0.0/24'], to('b', checked)],
        ['*', [], to('c')],
      ),
    )
    expect(codes(policy)).toEqual(['note loss/health-checks'])
    const { pools, rules } = read(policy)?.dynamic ?? {}
    expect(rules?.map(({ subnets }) => subnets)).toEqual([
      ['2001:db8::/32'],
      ['10.1.0.0/24', '10.2.0.0/24'],
      ['10.0.0.0/8'],
      undefined,
    ])
    expect(chainIn(pools, rules?.[1]?.pool)).toEqual(['192.0.2.2', '192.0.2.1', '192.0.2.3'])
    expect(refusals(policy)).toEqual([])
    const without = policyOf(cidr(['near', ['10.1.0.0/24'], to('b')]))
    expect(codes(without)).toEqual(['warning loss/default'])
    const below = policyOf(
      failover(to(cidr(['near', ['10.1.0.0/24'], to('b')], ['*', [], to('c')])), to('d')),
    )
    expect(codes(below)).toEqual(['warning loss/nested-blocks'])
    expect(read(below)?.values).toEqual(['192.0.2.2'])
  })

  it('of every example is what octoDNS takes', () => {
    const written = exampleScenarios().filter(
      (scenario) => !octodnsLosses(scenario).some(({ severity }) => severity === 'error'),
    )
    expect(written.length).toBeGreaterThan(5)
    for (const scenario of written) {
      const zone: unknown = parse(exportOctodns(scenario))
      const [record] = Object.values(ZoneSchema.parse(zone))
      expect(record && refusedByOctodns(record)).toEqual([])
      expect(unsortedIn(zone)).toEqual([])
    }
  })
})
