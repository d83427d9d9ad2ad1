import { describe, expect, test } from 'vitest'
import { toJson } from '../../model/json'
import { checkPolicy } from '../../policy/check'
import { encodePolicy } from '../../policy/document'
import { openText } from '../open'

const ZONE = `---
'':
  type: MX
  values: [{exchange: mx.example.com., preference: 10}]
www:
  dynamic:
    pools:
      europe:
        fallback: america
        values:
          - value: 192.0.2.1
            weight: 3
          - value: 192.0.2.2
            status: up
      america:
        values:
          - value: 198.51.100.1
    rules:
      - geos: [EU, AS-JP, NA-US-CA, NA-CA-ON]
        pool: europe
      - subnets: [203.0.113.0/24]
        pool: america
      - pool: america
  ttl: 300
  type: A
  values: [203.0.113.1, 203.0.113.2]
`

const toOne = (id: string, value: string) => ({
  EndpointReference: id,
  HealthCheck: `\${health check of ${value}}`,
})

describe('octoDNS', () => {
  test('dynamic records become rules by subnet and place over pools with their fallbacks', () => {
    const opened = openText(ZONE, { name: 'zones/example.com.yaml' })
    expect(opened.ok && opened.value.kind === 'policy' && encodePolicy(opened.value.policy)).toEqual(
      toJson({
        AWSPolicyFormatVersion: '2023-05-09',
        RecordType: 'A',
        StartRule: 'subnets',
        Endpoints: {
          'europe-1': { Type: 'value', Value: '192.0.2.1' },
          'europe-2': { Type: 'value', Value: '192.0.2.2' },
          america: { Type: 'value', Value: '198.51.100.1' },
          default: { Type: 'value', Value: '203.0.113.1' },
          'default-2': { Type: 'value', Value: '203.0.113.2' },
        },
        Rules: {
          'europe-weights': {
            RuleType: 'weighted',
            Items: [
              { ...toOne('europe-1', '192.0.2.1'), Weight: '3' },
              { EndpointReference: 'europe-2', Weight: '1' },
            ],
          },
          'default-values': {
            RuleType: 'multivalue',
            Items: [{ EndpointReference: 'default' }, { EndpointReference: 'default-2' }],
          },
          'america-failover': {
            RuleType: 'failover',
            Primary: toOne('america', '198.51.100.1'),
            Secondary: { RuleReference: 'default-values', EvaluateTargetHealth: true },
          },
          'europe-failover': {
            RuleType: 'failover',
            Primary: { RuleReference: 'europe-weights', EvaluateTargetHealth: true },
            Secondary: { RuleReference: 'america-failover', EvaluateTargetHealth: true },
          },
          places: {
            RuleType: 'geo',
            Locations: [
              ...[{ Continent: 'EU' }, { Country: 'JP' }, { Country: 'US', Subdivision: 'CA' }].map(
                (place) => ({
                  ...place,
                  RuleReference: 'europe-failover',
                  EvaluateTargetHealth: true,
                }),
              ),
              { IsDefault: true, RuleReference: 'america-failover', EvaluateTargetHealth: true },
            ],
          },
          subnets: {
            RuleType: 'cidr',
            CidrLocations: [
              {
                LocationName: 'america',
                CidrList: ['203.0.113.0/24'],
                RuleReference: 'america-failover',
                EvaluateTargetHealth: true,
              },
              { LocationName: '*', RuleReference: 'places', EvaluateTargetHealth: true },
            ],
          },
        },
      }),
    )
    const problems = opened.ok && opened.value.kind === 'policy' ? checkPolicy(opened.value.policy) : []
    expect(problems.flatMap(({ code, severity }) => (severity === 'error' ? code : []))).toEqual([
      'rule/not-in-traffic-flow',
    ])
    expect(opened.ok && opened.value.kind === 'policy' && opened.value.record).toEqual({
      ttl: 300,
      name: 'www.example.com',
      hostedZone: 'example.com',
    })
    expect(opened.ok && opened.value.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'import/loss: The place “NA-CA-ON” of pool “europe” is left out: Route 53 knows continents, countries and US states only.',
      'import/health-checks: octoDNS makes a health check for each value. Their ids are not in the zone, so placeholders stand for them; put in the ids of checks that exist.',
    ])
  })

  test('records with “geo”, the older form, become a geolocation rule with a check for each place', () => {
    const geo = { 'AS-JP': ['192.0.2.1'], NA: ['198.51.100.1', '198.51.100.2'], 'NA-CA-QC': ['192.0.2.9'] }
    const octodns = { healthcheck: { host: 'www.example.com', path: '/up' } }
    const opened = openText(
      JSON.stringify({ www: { type: 'A', value: '203.0.113.1', ttl: 60, geo, octodns } }),
      { name: 'example.com.json' },
    )
    expect(opened.ok && opened.value.kind === 'policy' && encodePolicy(opened.value.policy)).toEqual(
      toJson({
        AWSPolicyFormatVersion: '2023-05-09',
        RecordType: 'A',
        StartRule: 'places',
        Endpoints: {
          'AS-JP': { Type: 'value', Value: '192.0.2.1' },
          NA: { Type: 'value', Value: '198.51.100.1' },
          'NA-2': { Type: 'value', Value: '198.51.100.2' },
          default: { Type: 'value', Value: '203.0.113.1' },
        },
        Rules: {
          'NA-values': {
            RuleType: 'multivalue',
            Items: [{ EndpointReference: 'NA' }, { EndpointReference: 'NA-2' }],
          },
          places: {
            RuleType: 'geo',
            Locations: [
              { Country: 'JP', ...toOne('AS-JP', '192.0.2.1') },
              {
                Continent: 'NA',
                RuleReference: 'NA-values',
                EvaluateTargetHealth: true,
                HealthCheck: '${health check of 198.51.100.1}',
              },
              { IsDefault: true, EndpointReference: 'default' },
            ],
          },
        },
      }),
    )
    expect(opened.ok && opened.value.problems.map(({ message }) => message)).toEqual([
      'The place “NA-CA-QC” of “geo” is left out: Route 53 knows continents, countries and US states only.',
      'octoDNS makes a health check for each value (host www.example.com, path /up). Their ids are not in the zone, so placeholders stand for them; put in the ids of checks that exist.',
    ])
  })

  test('a rule with subnets and places stands in both, and it is said that either is enough', () => {
    const pools = { a: { values: [{ value: '192.0.2.1' }] }, b: { values: [{ value: '192.0.2.2' }] } }
    const rules = [{ pool: 'a', geos: ['EU'], subnets: ['198.51.100.0/24'] }, { pool: 'b' }]
    const opened = openText(JSON.stringify({ www: { type: 'A', dynamic: { pools, rules } } }))
    const { policy } = opened.ok && opened.value.kind === 'policy' ? opened.value : { policy: null }
    expect(policy && [...policy.rules.keys()]).toEqual(['places', 'subnets'])
    expect(opened.ok && opened.value.problems[0]?.message).toMatch(/^Pool “a” is for the subnets .* and for/)
  })

  const zone = (dynamic: unknown, rest: object = {}) =>
    JSON.stringify({ www: { type: 'CNAME', dynamic, ...rest } })
  const losses = (text: string) => {
    const opened = openText(text)
    return (opened.ok ? opened.value.problems : opened.problems).map(({ message }) => message)
  }

  test('with one pool for everybody starts at that pool', () => {
    const opened = openText(
      zone({ pools: { a: { values: [{ value: 'a.example.com.', status: 'up' }] } }, rules: [{ pool: 'a' }] }),
    )
    expect(opened.ok && opened.value.kind === 'policy' && encodePolicy(opened.value.policy)).toEqual(
      toJson({
        AWSPolicyFormatVersion: '2023-05-09',
        RecordType: 'CNAME',
        StartEndpoint: 'a',
        Endpoints: { a: { Type: 'value', Value: 'a.example.com.' } },
      }),
    )
  })

  test.each([
    [
      {
        pools: {
          a: { fallback: 'b', values: [{ value: 'x.' }] },
          b: { fallback: 'a', values: [{ value: 'y.' }] },
        },
        rules: [{ pool: 'a' }],
      },
      'The fallbacks of pool “b” lead back to “a”; the way ends before that.',
    ],
    [
      {
        pools: { a: { values: [{ value: 'x.' }, { value: 'y.', status: 'down' }] } },
        rules: [{ pool: 'a' }],
      },
      'Values of pool “a” that octoDNS holds down are left out: a traffic policy has no switch for them.',
    ],
    [
      { pools: { a: { values: [{ value: 'y.', status: 'down' }] } }, rules: [{ pool: 'a' }] },
      'octoDNS holds every value of pool “a” down, and a traffic policy has no switch for that; they are kept as up.',
    ],
    [
      { pools: { a: { fallback: 'c', values: [{ value: 'x.' }] } }, rules: [{ pool: 'a' }] },
      'There is no pool “c”, though something leads to it; that is left out.',
    ],
    [{ pools: {}, rules: [] }, 'This dynamic record has no rule that leads to one of its pools.'],
  ])('%j says what is lost', (dynamic, message) => {
    expect(losses(zone(dynamic))).toContain(message)
  })

  test('a zone without dynamic records says so', () => {
    expect(losses('www:\n  type: A\n  value: 192.0.2.1\n')).toEqual([
      'This octoDNS zone holds no dynamic record, which is one with “dynamic”, its pools and its rules, or with “geo”.',
    ])
  })
})
