import { describe, expect, it } from 'vitest'
import { toJson } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import { encodePolicy } from '../../policy/document'
import type { Policy } from '../../policy/policy'
import { type Opened, openText } from '../open'

const weighted = (name: string, id: string, weight: number, answer: object, more: object = {}) => ({
  Name: name,
  Type: 'A',
  SetIdentifier: id,
  Weight: weight,
  ...answer,
  ...more,
})
const value = (...values: readonly string[]) => ({
  TTL: 60,
  ResourceRecords: values.map((Value) => ({ Value })),
})
const alias = (DNSName: string, EvaluateTargetHealth = true, HostedZoneId = 'Z0ZONE') => ({
  AliasTarget: { HostedZoneId, DNSName, EvaluateTargetHealth },
})

/** As the AWS CLI prints them. */
const list = (...ResourceRecordSets: readonly object[]) =>
  JSON.stringify({ ResourceRecordSets, IsTruncated: false })

const ZONE = [
  { Name: 'example.com.', Type: 'NS', ...value('ns-1.example.net.') },
  {
    Name: 'example.com.',
    Type: 'SOA',
    ...value('ns-1.example.net. host.example.com. 1 7200 900 1209600 86400'),
  },
  { Name: 'example.com.', Type: 'MX', ...value('10 mail.example.com.') },
  weighted('pool.example.com.', 'blue', 3, value('192.0.2.1'), { HealthCheckId: 'hc-blue' }),
  weighted('pool.example.com.', 'green', 1, value('192.0.2.2')),
]

function open(text: string, choice: number | string = 0): Opened {
  const opened = openText(text, { choice })
  if (!opened.ok) throw new Error(opened.problems.map(({ message }) => message).join('\n'))
  return opened.value
}

function policyIn(opened: Opened): Policy {
  if (opened.kind !== 'policy') throw new Error('This is no policy.')
  return opened.policy
}

/** The document that record sets become, as a plain object. */
function documentOf(...sets: readonly object[]): unknown {
  return JSON.parse(toJsonText(encodePolicy(policyIn(open(list(...sets))))))
}

const said = ({ problems }: Opened) => problems.map(({ severity, message }) => `${severity} ${message}`)

describe('record sets as a policy', () => {
  it('become one rule for each name, with the endpoints called as the sets are', () => {
    expect(documentOf(...ZONE)).toEqual({
      AWSPolicyFormatVersion: '2023-05-09',
      RecordType: 'A',
      StartRule: 'pool',
      Endpoints: {
        blue: { Type: 'value', Value: '192.0.2.1' },
        green: { Type: 'value', Value: '192.0.2.2' },
      },
      Rules: {
        pool: {
          RuleType: 'weighted',
          Items: [
            { EndpointReference: 'blue', HealthCheck: 'hc-blue', Weight: '3' },
            { EndpointReference: 'green', Weight: '1' },
          ],
        },
      },
    })
  })

  it('keep the name, TTL and zone, and list what no policy can hold with the reason', () => {
    const opened = open(list(...ZONE))
    expect(opened).toMatchObject({
      kind: 'policy',
      record: { name: 'pool.example.com', ttl: 60, hostedZone: 'example.com' },
      found: {
        kind: 'Record sets',
        name: 'pool.example.com',
        where: 'the record sets of pool.example.com (A)',
      },
    })
    expect(said(opened)).toEqual([
      'note 2 records left out (the zone’s own): “example.com NS”, “example.com SOA”.',
      'note One record left out (nothing is routed there): “example.com MX”.',
    ])
  })

  it('share the names that several aliases lead to, through simple aliases too', () => {
    const geo = (id: string, place: object, answer: object) => ({
      Name: '\\052.example.com.',
      Type: 'A',
      SetIdentifier: id,
      GeoLocation: place,
      ...answer,
    })
    const document = documentOf(
      geo('europe', { ContinentCode: 'EU' }, alias('pool.example.com.')),
      geo('washington', { CountryCode: 'US', SubdivisionCode: 'WA' }, alias('step.example.com')),
      geo('rest', { CountryCode: '*' }, alias('d111111abcdef8.cloudfront.net.', false, 'Z2FDTNDATAQYW2')),
      { Name: 'step.example.com.', Type: 'A', ...alias('POOL.example.com.', false) },
      ...ZONE,
    )
    expect(document).toMatchObject({
      StartRule: 'example',
      Endpoints: { rest: { Type: 'cloudfront', Value: 'd111111abcdef8.cloudfront.net' } },
      Rules: {
        example: {
          RuleType: 'geo',
          Locations: [
            { RuleReference: 'pool', EvaluateTargetHealth: true, Continent: 'EU' },
            { RuleReference: 'pool', EvaluateTargetHealth: false, Country: 'US', Subdivision: 'WA' },
            { EndpointReference: 'rest', EvaluateTargetHealth: false, Country: '*' },
          ],
        },
        pool: { RuleType: 'weighted' },
      },
    })
  })

  it('of every routing policy become the rule of that type', () => {
    const set = (id: string, routing: object, address: string) => ({
      Name: 'www.example.com.',
      Type: 'A',
      SetIdentifier: id,
      ...routing,
      ...value(address),
    })
    const rules = (...routings: readonly object[]) => {
      const sets = routings.map((routing, index) => set(`s${index}`, routing, `192.0.2.${index + 1}`))
      return documentOf(...sets)
    }
    const rule = (members: object) => ({ Rules: { www: members } })
    expect(rules({ Failover: 'SECONDARY' }, { Failover: 'PRIMARY' })).toMatchObject(
      rule({
        RuleType: 'failover',
        Primary: { EndpointReference: 's1' },
        Secondary: { EndpointReference: 's0' },
      }),
    )
    expect(rules({ Region: 'eu-west-1' })).toMatchObject(
      rule({ RuleType: 'latency', Regions: [{ EndpointReference: 's0', Region: 'eu-west-1' }] }),
    )
    expect(rules({ MultiValueAnswer: true }, { MultiValueAnswer: true })).toMatchObject(
      rule({ RuleType: 'multivalue', Items: [{ EndpointReference: 's0' }, { EndpointReference: 's1' }] }),
    )
    expect(
      rules(
        { GeoProximityLocation: { AWSRegion: 'us-east-1', Bias: -10 } },
        { GeoProximityLocation: { LocalZoneGroup: 'us-west-2-lax-1' } },
        { GeoProximityLocation: { Coordinates: { Latitude: '51.50', Longitude: '-0.16' }, Bias: 5 } },
      ),
    ).toMatchObject(
      rule({
        RuleType: 'geoproximity',
        GeoproximityLocations: [
          { Location: { Type: 'Region', LocationName: 'aws:route53:us-east-1' }, Bias: '-10' },
          { Location: { Type: 'LocalZone', LocationName: 'aws:route53:us-west-2-lax-1a' }, Bias: '0' },
          { Location: { Type: 'Coordinate', Latitude: '51.5', Longitude: '-0.16' }, Bias: '5' },
        ],
      }),
    )
  })

  it('of A and AAAA are policies of their own, and each can be chosen', () => {
    const six = { ...weighted('pool.example.com.', 'six', 1, value('2001:db8::1')), Type: 'AAAA' }
    const text = list(...ZONE, six)
    const first = open(text)
    expect(first.found.choices.map(({ name }) => name)).toEqual([
      'pool.example.com A',
      'pool.example.com AAAA',
    ])
    expect(policyIn(open(text, 'pool.example.com AAAA')).recordType).toBe('AAAA')
  })

  it('with several values become a multivalue rule, and it is said whether that answers the same', () => {
    const few = open(list({ Name: 'www.example.com.', Type: 'A', ...value('192.0.2.1', '192.0.2.2') }))
    expect(policyIn(few).rules.get('www')?.type).toBe('multivalue')
    expect(said(few)[0]).toMatch(/^note .*2 values.*which gives the same answers\.$/)
    const nine = Array.from({ length: 9 }, (_, index) => `192.0.2.${index + 1}`)
    const many = open(list({ Name: 'www.example.com.', Type: 'A', ...value(...nine) }))
    expect(said(many)[0]).toMatch(/^warning .*9 values.*8 of them at a time\.$/)
  })

  it('with several TTLs take the one of most values, and say so', () => {
    const slow = { TTL: 300, ResourceRecords: [{ Value: '192.0.2.3' }] }
    const opened = open(list(...ZONE, weighted('pool.example.com.', 'slow', 1, slow)))
    expect(opened).toMatchObject({ record: { ttl: 60 } })
    expect(said(opened)[0]).toBe(
      'warning A policy record has one TTL: 60 s is taken, and “300 s” become that too.',
    )
  })

  it('leave out an alias of what a policy cannot lead to, and say which', () => {
    const gateway = alias('d-abc.execute-api.us-east-1.amazonaws.com.')
    const opened = open(list(...ZONE, weighted('pool.example.com.', 'api', 1, gateway)))
    expect(said(opened)[0]).toMatch(/^warning Record “pool\.example\.com\.” \(A, set “api”\) is left out/)
    expect(policyIn(opened).endpoints.size).toBe(2)
  })

  it.each([
    [
      'a change batch',
      { Changes: ZONE.map((ResourceRecordSet) => ({ Action: 'UPSERT', ResourceRecordSet })) },
    ],
    [
      'a request',
      {
        HostedZoneId: 'Z1',
        ChangeBatch: { Changes: ZONE.map((each) => ({ Action: 'CREATE', ResourceRecordSet: each })) },
      },
    ],
    ['a bare list', ZONE],
  ])('are taken from %s too', (_, json) => {
    expect(policyIn(open(JSON.stringify(json))).rules.size).toBe(1)
  })

  it('of which aliases lead round in a circle are named, and nothing hangs', () => {
    const circle = [
      weighted('a.example.com.', 'b', 1, alias('b.example.com.')),
      weighted('b.example.com.', 'a', 1, alias('a.example.com.')),
      weighted('b.example.com.', 'a again', 1, alias('a.example.com.')),
    ]
    const opened = openText(list(...circle))
    expect(opened.ok ? [] : opened.problems.map(({ message }) => message).join()).toContain(
      'round in a circle',
    )
    const into = open(
      list(
        ...circle,
        weighted('c.example.com.', 'a', 1, alias('a.example.com.')),
        weighted('c.example.com.', 'v', 1, value('192.0.2.1')),
      ),
    )
    expect(said(into).join()).toContain('lead back to it')
  })

  it('that a traffic policy made are not taken for plain ones', () => {
    const opened = openText(list({ ...ZONE[3], TrafficPolicyInstanceId: 'x' }))
    expect(opened.ok ? '' : opened.problems.map(({ message }) => message).join()).toContain(
      'get-traffic-policy',
    )
  })

  it.each([
    [{ ResourceRecordSets: [] }],
    [{ ResourceRecordSets: [{ Name: 'x.example.com.', Type: 'A' }] }],
    [{ Changes: [] }],
    [
      {
        ResourceRecordSets: [weighted('x.example.com.', 'y', 1, value('192.0.2.1'), { Region: 'eu-west-1' })],
      },
    ],
  ])('that hold nothing to open are refused with a reason: %j', (json) => {
    const opened = openText(JSON.stringify(json))
    expect(opened.ok ? [] : opened.problems.map(({ code }) => code)[0]).toBe('import/no-policy')
  })
})

describe('record sets of a template', () => {
  const set = (id: string, rest: object) => ({
    Name: { 'Fn::Sub': 'www.${Domain}' },
    Type: 'A',
    SetIdentifier: id,
    ...rest,
  })
  const template = (...sets: object[]) =>
    JSON.stringify({
      Resources: {
        Dns: {
          Type: 'AWS::Route53::RecordSetGroup',
          Properties: { HostedZoneName: 'example.com.', RecordSets: sets },
        },
      },
    })

  it('keep what the template computes as placeholders', () => {
    const opened = openText(
      template(
        set('eu', {
          Weight: { Ref: 'Blue' },
          AliasTarget: {
            HostedZoneId: { 'Fn::GetAtt': ['Lb', 'CanonicalHostedZoneID'] },
            DNSName: { 'Fn::Join': ['', ['dualstack.', { 'Fn::GetAtt': ['Lb', 'DNSName'] }]] },
            EvaluateTargetHealth: true,
          },
        }),
        set('us', { Weight: '5', TTL: { Ref: 'Ttl' }, ResourceRecords: [{ Ref: 'Address' }] }),
      ),
    )
    expect(opened.ok && opened.value.kind === 'policy' && encodePolicy(opened.value.policy)).toEqual(
      toJson({
        AWSPolicyFormatVersion: '2023-05-09',
        RecordType: 'A',
        StartRule: 'www',
        Endpoints: {
          eu: { Type: 'application-load-balancer', Value: 'dualstack.${Lb.DNSName}' },
          us: { Type: 'value', Value: '${Address}' },
        },
        Rules: {
          www: {
            RuleType: 'weighted',
            Items: [
              { EndpointReference: 'eu', EvaluateTargetHealth: true, Weight: '${Blue}' },
              { EndpointReference: 'us', Weight: '5' },
            ],
          },
        },
      }),
    )
  })

  it('that are left out of a policy are a warning there', () => {
    const opened = openText(
      template(
        set('a', { Weight: '1', TTL: '60', ResourceRecords: ['192.0.2.1'] }),
        set('b', { Weight: 'many', TTL: '60', ResourceRecords: ['192.0.2.2'] }),
      ),
    )
    expect(
      opened.ok && opened.value.problems.map(({ severity, message }) => `${severity}: ${message}`),
    ).toEqual(['warning: One record left out (routing that cannot be read): “www.${Domain} A b”.'])
  })
})

describe('record sets with what the CLI lists of their CIDR collections', () => {
  const id = 'c8c02a84-0000-4000-8000-2c8f8d0ea62d'
  const set = (location: string, address: string, CollectionId = id) => ({
    Name: 'office.example.com.',
    Type: 'A',
    SetIdentifier: location,
    CidrRoutingConfig: { CollectionId, LocationName: location },
    ...value(address),
  })
  const blocks = {
    CidrBlocks: [
      { CidrBlock: '198.51.100.0/24', LocationName: 'hq' },
      { CidrBlock: '2001:db8:1::/48', LocationName: 'hq' },
    ],
  }
  const text = (...sets: object[]) =>
    [{ ResourceRecordSets: sets }, { CidrCollections: [{ Id: id, Name: 'offices' }] }, blocks]
      .map((each) => JSON.stringify(each, null, 4))
      .join('\n')

  it('have the blocks of each location, and keep the id of the collection', () => {
    const opened = openText(text(set('hq', '192.0.2.1'), set('*', '192.0.2.2')))
    const policy = opened.ok && opened.value.kind === 'policy' ? encodePolicy(opened.value.policy) : new Map()
    expect(opened.ok && opened.value.problems).toEqual([])
    expect(policy.get('Rules')).toEqual(
      toJson({
        office: {
          RuleType: 'cidr',
          CidrCollection: id,
          CidrLocations: [
            {
              EndpointReference: 'hq',
              LocationName: 'hq',
              CidrList: ['198.51.100.0/24', '2001:db8:1::/48'],
            },
            { EndpointReference: 'endpoint', LocationName: '*' },
          ],
        },
      }),
    )
  })

  it('go without where two collections have a location of that name', () => {
    const other = { ...set('hq', '192.0.2.3', id.replace('c8', 'd8')), Name: 'other.example.com.' }
    const opened = openText(text(set('hq', '192.0.2.1'), other))
    expect(opened.ok && opened.value.problems.map(({ code }) => code)).toContain('records/cidr-blocks')
  })

  it('blocks alone are refused with what to open', () => {
    const opened = openText(JSON.stringify(blocks))
    expect(opened.ok ? [] : opened.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Open both in one text'),
    ])
  })
})
