import { FRAGMENT_CASES } from './fragment-cases.fixtures'
import { INLINE_CASES } from './inline-cases.fixtures'
import { MORE_CASES } from './more-cases.fixtures'
import type { RepairCase } from './repair-case.fixtures'
import { SAID_CASES } from './said-cases.fixtures'
import { SIDE_CASES } from './side-cases.fixtures'
import { UNLED_CASES } from './unled-cases.fixtures'

export const head = { AWSPolicyFormatVersion: '2015-10-01', RecordType: 'A' }
export const a = { Type: 'value', Value: '192.0.2.1' }
export const to = (more: object = {}) => ({ EndpointReference: 'a', ...more })
export const rule = (RuleType: string, more: object, rest: object = {}) => ({
  ...head,
  StartRule: 'r',
  Endpoints: { a },
  Rules: { r: { RuleType, ...more } },
  ...rest,
})

const LIST_KEYS: readonly (readonly [type: string, wrong: string, right: string, branch: object])[] = [
  ['latency', 'Items', 'Regions', { Region: 'us-east-1' }],
  ['latency', 'Locations', 'Regions', { Region: 'us-east-1' }],
  ['geo', 'Items', 'Locations', { Country: 'FR' }],
  ['geo', 'Location', 'Locations', { Country: 'FR' }],
  ['geoproximity', 'Items', 'GeoproximityLocations', { Region: 'aws:route53:us-east-1' }],
  ['multivalue', 'Endpoints', 'Items', {}],
]

export const REPAIR_CASES: readonly RepairCase[] = [
  {
    name: 'keys in other capitals',
    code: 'repair/key',
    problem: 'document/unknown-key',
    before: { ...head, startEndpoint: 'a', Endpoints: { a: { type: 'value', VALUE: '192.0.2.1' } } },
    after: { ...head, StartEndpoint: 'a', Endpoints: { a } },
  },
  {
    name: 'the list key that Terraform once wrote',
    code: 'repair/key',
    problem: 'document/branches',
    before: rule('geoproximity', { GeoProximityLocations: [to({ Region: 'aws:route53:us-east-1' })] }),
    after: rule('geoproximity', { GeoproximityLocations: [to({ Region: 'aws:route53:us-east-1' })] }),
  },
  {
    name: 'words of the record API',
    code: 'repair/key',
    problem: 'document/unknown-key',
    before: rule('geo', {
      Locations: [
        to({ ContinentCode: 'EU', HealthCheckId: 'x' }),
        to({ CountryCode: 'US', SubdivisionCode: 'CA' }),
        to({ GeoDefault: true }),
      ],
    }),
    after: rule('geo', {
      Locations: [
        to({ Continent: 'EU', HealthCheck: 'x' }),
        to({ Country: 'US', Subdivision: 'CA' }),
        to({ IsDefault: true }),
      ],
    }),
  },
  {
    name: 'an invented reference key',
    code: 'repair/key',
    problem: 'branch/no-target',
    before: rule('weighted', { Items: [{ Endpoint: 'a', Weight: 1 }] }),
    after: rule('weighted', { Items: [to({ Weight: 1 })] }),
  },
  {
    name: 'places in objects of the record API',
    code: 'repair/record-api',
    problem: 'document/unknown-key',
    before: rule('geo', {
      Locations: [to({ GeoLocation: { CountryCode: 'FR' } }), to({ IsDefault: true, SetIdentifier: 'x' })],
    }),
    after: rule('geo', { Locations: [to({ Country: 'FR' }), to({ IsDefault: true })] }),
  },
  {
    name: 'a location of the record API',
    code: 'repair/record-api',
    problem: 'document/unknown-key',
    before: rule('geoproximity', {
      GeoproximityLocations: [
        to({ GeoProximityLocation: { AWSRegion: 'us-east-1', Bias: 10 } }),
        to({ GeoProximityLocation: { Coordinates: { Latitude: '51.50', Longitude: '-0.12' } } }),
      ],
    }),
    after: rule('geoproximity', {
      GeoproximityLocations: [
        to({ Region: 'aws:route53:us-east-1', Bias: 10 }),
        to({ Latitude: '51.50', Longitude: '-0.12' }),
      ],
    }),
  },
  {
    name: 'an alias target beside a reference',
    code: 'repair/record-api',
    problem: 'document/unknown-key',
    before: rule('weighted', {
      Items: [
        to({ Weight: 1, AliasTarget: { HostedZoneId: 'Z', DNSName: 'x', EvaluateTargetHealth: true } }),
      ],
    }),
    after: rule('weighted', { Items: [to({ Weight: 1, EvaluateTargetHealth: true })] }),
  },
  ...LIST_KEYS.map(
    ([type, wrong, right, branch]): RepairCase => ({
      name: `${wrong} in a rule of type ${type}`,
      code: 'repair/list-key',
      problem: 'document/branches',
      before: rule(type, { [wrong]: [to(branch)] }),
      after: rule(type, { [right]: [to(branch)] }),
    }),
  ),

  {
    name: 'a map in the place of a list',
    code: 'repair/list',
    problem: 'document/branches',
    before: rule('latency', { Regions: { 'us-east-1': { EndpointReference: 'a' }, 'eu-west-1': 'a' } }),
    after: rule('latency', {
      Regions: [
        { Region: 'us-east-1', ...to() },
        { ...to(), Region: 'eu-west-1' },
      ].map((each) => each),
    }),
  },
  {
    name: 'one branch in the place of a list',
    code: 'repair/list',
    problem: 'document/branches',
    before: rule('weighted', { Items: to({ Weight: 5 }) }),
    after: rule('weighted', { Items: [to({ Weight: 5 })] }),
  },
  {
    name: 'names in the place of branches',
    code: 'repair/member',
    problem: 'document/branches',
    before: rule('multivalue', { Items: ['a'] }),
    after: rule('multivalue', { Items: [to()] }),
  },
  {
    name: 'a failover rule with a list',
    code: 'repair/sides',
    problem: 'document/branches',
    before: rule('failover', {
      Items: [to({ Failover: 'SECONDARY' }), to({ Failover: 'PRIMARY', HealthCheck: 'x' })],
    }),
    after: rule('failover', { Primary: to({ HealthCheck: 'x' }), Secondary: to() }),
  },
  {
    name: 'rules in a list',
    code: 'repair/ids',
    problem: 'document/members',
    before: { ...head, StartRule: 'x', Endpoints: { a }, Rules: [{ RuleType: 'multivalue', Items: [to()] }] },
    after: {
      ...head,
      StartRule: 'x',
      Endpoints: { a },
      Rules: { x: { RuleType: 'multivalue', Items: [to()] } },
    },
  },
  {
    name: 'rules in a list that say their ids',
    code: 'repair/ids',
    problem: 'document/members',
    before: {
      ...head,
      StartRule: 'x',
      Endpoints: { a },
      Rules: [
        { Id: 'x', RuleType: 'weighted', Items: [{ RuleReference: 'y', Weight: 1 }] },
        { Name: 'y', RuleType: 'multivalue', Items: [to()] },
      ],
    },
    after: {
      ...head,
      StartRule: 'x',
      Endpoints: { a },
      Rules: {
        x: { RuleType: 'weighted', Items: [{ RuleReference: 'y', Weight: 1 }] },
        y: { RuleType: 'multivalue', Items: [to()] },
      },
    },
  },
  {
    name: 'one bare rule and one bare endpoint',
    code: 'repair/ids',
    problem: 'document/rule-type',
    before: { ...head, Endpoints: a, Rules: { RuleType: 'multivalue', Items: [to()] } },
    after: {
      ...head,
      Endpoints: { a },
      Rules: { multivalue: { RuleType: 'multivalue', Items: [to()] } },
      StartRule: 'multivalue',
    },
  },
  {
    name: 'endpoints that are only a value',
    code: 'repair/endpoint',
    problem: 'document/endpoint',
    before: { ...head, StartEndpoint: 'a', Endpoints: { a: '192.0.2.1' } },
    after: { ...head, StartEndpoint: 'a', Endpoints: { a } },
  },
  {
    name: 'a rule type of another spelling',
    code: 'repair/rule-type',
    problem: 'document/rule-type',
    before: rule('Geolocation', { Locations: [to({ IsDefault: true })] }),
    after: rule('geo', { Locations: [to({ IsDefault: true })] }),
  },
  {
    name: 'a rule type that is missing',
    code: 'repair/rule-type',
    problem: 'document/rule-type',
    before: {
      ...head,
      StartRule: 'r',
      Endpoints: { a },
      Rules: { r: { Regions: [to({ Region: 'us-east-1' })] } },
    },
    after: {
      ...head,
      StartRule: 'r',
      Endpoints: { a },
      Rules: { r: { Regions: [to({ Region: 'us-east-1' })], RuleType: 'latency' } },
    },
  },
  ...[
    ['ELB', 'name-1.us-east-1.elb.amazonaws.com', 'elastic-load-balancer'],
    ['elb', 'name-0123456789abcdef.elb.us-east-1.amazonaws.com', 'network-load-balancer'],
    ['ALB', 'name-1.us-east-1.elb.amazonaws.com', 'application-load-balancer'],
    ['cloudfront-distribution', 'd1.cloudfront.net', 'cloudfront'],
    ['Application_Load_Balancer', 'name-1.us-east-1.elb.amazonaws.com', 'application-load-balancer'],
    ['ip', '192.0.2.1', 'value'],
  ].map(([Type, Value, right]) => ({
    name: `an endpoint of type ${Type}`,
    code: 'repair/endpoint-type' as const,
    problem: 'endpoint/type-unknown',
    before: { ...head, StartEndpoint: 'a', Endpoints: { a: { Type, Value } } },
    after: { ...head, StartEndpoint: 'a', Endpoints: { a: { Type: right, Value } } },
  })),
  {
    name: 'a version that is none',
    code: 'repair/version',
    problem: 'policy/version-unknown',
    before: { ...head, AWSPolicyFormatVersion: '1.0', StartEndpoint: 'a', Endpoints: { a } },
    after: { ...head, StartEndpoint: 'a', Endpoints: { a } },
  },
  {
    name: 'a record type that is missing',
    code: 'repair/record-type',
    problem: 'policy/record-type-missing',
    before: { AWSPolicyFormatVersion: '2015-10-01', StartEndpoint: 'a', Endpoints: { a } },
    after: { AWSPolicyFormatVersion: '2015-10-01', StartEndpoint: 'a', Endpoints: { a }, RecordType: 'A' },
  },
  {
    name: 'no start with one root rule',
    code: 'repair/start',
    problem: 'policy/no-start',
    before: { ...head, Endpoints: { a }, Rules: { r: { RuleType: 'multivalue', Items: [to()] } } },
    after: {
      ...head,
      Endpoints: { a },
      Rules: { r: { RuleType: 'multivalue', Items: [to()] } },
      StartRule: 'r',
    },
  },
  {
    name: 'no start with one endpoint',
    code: 'repair/start',
    problem: 'policy/no-start',
    before: { ...head, Endpoints: { a } },
    after: { ...head, Endpoints: { a }, StartEndpoint: 'a' },
  },
  {
    name: 'references that differ in their spelling',
    code: 'repair/reference',
    problem: 'branch/dangling',
    before: rule('multivalue', { Items: [{ EndpointReference: 'A' }] }),
    after: rule('multivalue', { Items: [to()] }),
  },
  {
    name: 'references of the other kind',
    code: 'repair/reference',
    problem: 'policy/dangling-start',
    before: { ...head, StartRule: 'a', Endpoints: { a } },
    after: { ...head, StartEndpoint: 'a', Endpoints: { a } },
  },
  {
    name: 'a Region without its prefix, and one with it that needs none',
    code: 'repair/region',
    problem: 'geoproximity/name-prefix',
    before: rule('geoproximity', { GeoproximityLocations: [to({ Region: 'US-EAST-1' })] }),
    after: rule('geoproximity', { GeoproximityLocations: [to({ Region: 'aws:route53:us-east-1' })] }),
  },
  {
    name: 'a Region with a prefix that needs none',
    code: 'repair/region',
    problem: 'latency/unknown-region',
    before: rule('latency', { Regions: [to({ Region: 'aws:route53:us-east-1' })] }),
    after: rule('latency', { Regions: [to({ Region: 'us-east-1' })] }),
  },
  {
    name: 'coordinates of four decimals',
    code: 'repair/coordinates',
    problem: 'geoproximity/coordinate-precision',
    before: rule('geoproximity', {
      GeoproximityLocations: [to({ Latitude: '51.5074', Longitude: -0.0012 })],
    }),
    after: rule('geoproximity', { GeoproximityLocations: [to({ Latitude: '51.51', Longitude: 0 })] }),
  },
  {
    name: 'a location in the form of the other version',
    code: 'repair/location-form',
    problem: 'geoproximity/format-version',
    before: rule('geoproximity', {
      GeoproximityLocations: [to({ Location: { Type: 'Region', LocationName: 'aws:route53:us-east-1' } })],
    }),
    after: rule('geoproximity', { GeoproximityLocations: [to({ Region: 'aws:route53:us-east-1' })] }),
  },
  {
    name: 'places by name, in small letters, of the other kind',
    code: 'repair/place',
    problem: 'geolocation/unknown-country',
    before: rule('geo', {
      Locations: [
        to({ Country: 'UK' }),
        to({ Country: 'France' }),
        to({ Country: 'EU' }),
        to({ Continent: 'north america' }),
        to({ Country: 'US', Subdivision: 'us-wa' }),
        to({ Country: '*' }),
      ],
    }),
    after: rule('geo', {
      Locations: [
        to({ Country: 'GB' }),
        to({ Country: 'FR' }),
        to({ Continent: 'EU' }),
        to({ Continent: 'NA' }),
        to({ Country: 'US', Subdivision: 'WA' }),
        to({ Country: '*' }),
      ],
    }),
  },
  {
    name: 'values of the wrong kind',
    code: 'repair/spelling',
    problem: 'document/wrong-type',
    before: rule('weighted', { Items: [to({ Weight: '50%', EvaluateTargetHealth: 'True' })] }),
    after: rule('weighted', { Items: [to({ Weight: '50', EvaluateTargetHealth: true })] }),
  },
  {
    name: 'nulls',
    code: 'repair/null',
    problem: 'document/null',
    before: rule('multivalue', { Items: [to({ HealthCheck: null })] }, { Extra: null }),
    after: rule('multivalue', { Items: [to()] }),
  },
  {
    name: 'a Region that nothing needs',
    code: 'repair/needless',
    problem: 'endpoint/region-needless',
    before: { ...head, StartEndpoint: 'a', Endpoints: { a: { ...a, Region: 'us-east-1' } } },
    after: { ...head, StartEndpoint: 'a', Endpoints: { a } },
  },
  {
    name: 'target health of a CloudFront distribution',
    code: 'repair/target-health',
    problem: 'branch/cloudfront-target-health',
    before: rule(
      'weighted',
      { Items: [to({ Weight: 1, EvaluateTargetHealth: true })] },
      { Endpoints: { a: { Type: 'cloudfront', Value: 'd1.cloudfront.net' } } },
    ),
    after: rule(
      'weighted',
      { Items: [to({ Weight: 1, EvaluateTargetHealth: false })] },
      { Endpoints: { a: { Type: 'cloudfront', Value: 'd1.cloudfront.net' } } },
    ),
  },
  ...FRAGMENT_CASES,
  ...MORE_CASES,
  ...SAID_CASES,
  ...INLINE_CASES,
  ...SIDE_CASES,
  ...UNLED_CASES,
]
