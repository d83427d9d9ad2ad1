import type { RepairCase } from './repair-case.fixtures'

const a = { Type: 'value', Value: '192.0.2.1' }
const to = (more: object = {}) => ({ EndpointReference: 'a', ...more })
const head = { AWSPolicyFormatVersion: '2015-10-01', RecordType: 'A' }
const rule = (RuleType: string, more: object, rest: object = {}) => ({
  ...head,
  StartRule: 'r',
  Endpoints: { a },
  Rules: { r: { RuleType, ...more } },
  ...rest,
})
const check = '11111111-2222-3333-4444-555555555555'

/** Words from elsewhere: health checks, zones, names of Regions, sizes of weights, what belongs to the policy record. */
export const MORE_CASES: readonly RepairCase[] = [
  {
    name: 'a health check on an endpoint',
    code: 'repair/health-check',
    problem: 'document/unknown-key',
    before: rule(
      'multivalue',
      { Items: [to(), to({ HealthCheck: 'own' })] },
      { Endpoints: { a: { ...a, HealthCheckId: check } } },
    ),
    after: rule('multivalue', { Items: [to({ HealthCheck: check }), to({ HealthCheck: 'own' })] }),
  },
  ...[
    ['us-east-1a', 'us-east-1'],
    ['US East (N. Virginia)', 'us-east-1'],
    ['eu_west_1', 'eu-west-1'],
    ['EU (Frankfurt)', 'eu-central-1'],
    ['Tokyo', 'ap-northeast-1'],
    ['Canada', 'ca-central-1'],
  ].map(
    ([word, code]): RepairCase => ({
      name: `the latency Region ${word}`,
      code: 'repair/region',
      problem: 'latency/unknown-region',
      before: rule('latency', { Regions: [to({ Region: word })] }),
      after: rule('latency', { Regions: [to({ Region: code })] }),
    }),
  ),
  {
    name: 'a geoproximity Region by the name of its city, and an availability zone',
    code: 'repair/region',
    problem: 'geoproximity/name-prefix',
    before: rule('geoproximity', {
      GeoproximityLocations: [to({ Region: 'Ireland' }), to({ Region: 'aws:route53:us-west-2b' })],
    }),
    after: rule('geoproximity', {
      GeoproximityLocations: [
        to({ Region: 'aws:route53:eu-west-1' }),
        to({ Region: 'aws:route53:us-west-2' }),
      ],
    }),
  },
  {
    name: 'the group of a Local Zone',
    code: 'repair/region',
    problem: 'geoproximity/zone-group',
    before: rule(
      'geoproximity',
      { GeoproximityLocations: [to({ Location: { Type: 'LocalZone', LocationName: 'us-east-1-atl-1' } })] },
      { AWSPolicyFormatVersion: '2023-05-09' },
    ),
    after: rule(
      'geoproximity',
      {
        GeoproximityLocations: [
          to({ Location: { Type: 'LocalZone', LocationName: 'aws:route53:us-east-1-atl-1a' } }),
        ],
      },
      { AWSPolicyFormatVersion: '2023-05-09' },
    ),
  },
  {
    name: 'places under Region, beside their continent, without their country',
    code: 'repair/place',
    problem: 'geolocation/no-place',
    before: rule('geo', {
      Locations: [
        to({ Region: 'EU' }),
        to({ Region: 'fr' }),
        to({ Continent: 'AS', Country: 'JP' }),
        to({ Subdivision: 'WA' }),
        to({ Country: 'default' }),
      ],
    }),
    after: rule('geo', {
      Locations: [
        to({ Continent: 'EU' }),
        to({ Country: 'FR' }),
        to({ Country: 'JP' }),
        to({ Subdivision: 'WA', Country: 'US' }),
        to({ Country: '*' }),
      ],
    }),
  },
  {
    name: 'the Region of a website',
    code: 'repair/region',
    problem: 'endpoint/region-missing',
    before: rule(
      'multivalue',
      { Items: [to()] },
      { Endpoints: { a: { Type: 's3-website', Value: 'a.s3-website.eu-west-3.amazonaws.com' } } },
    ),
    after: rule(
      'multivalue',
      { Items: [to()] },
      {
        Endpoints: {
          a: { Type: 's3-website', Value: 'a.s3-website.eu-west-3.amazonaws.com', Region: 'eu-west-3' },
        },
      },
    ),
  },
  {
    name: 'a list under a key of its own',
    code: 'repair/list-key',
    problem: 'document/branches',
    before: rule('geo', { GeolocationRule: [to({ Country: 'FR' })] }),
    after: rule('geo', { Locations: [to({ Country: 'FR' })] }),
  },
  {
    name: 'the value of an endpoint under another key',
    code: 'repair/key',
    problem: 'endpoint/value-missing',
    before: rule(
      'multivalue',
      { Items: [to()] },
      { Endpoints: { a: { Type: 'value', Values: ['192.0.2.1'] } } },
    ),
    after: rule('multivalue', { Items: [to()] }),
  },
  {
    name: 'weights that are too large',
    code: 'repair/weights',
    problem: 'weighted/weight-range',
    before: rule('weighted', { Items: [to({ Weight: 700 }), to({ Weight: '300' })] }),
    after: rule('weighted', { Items: [to({ Weight: 7 }), to({ Weight: '3' })] }),
  },
  {
    name: 'weights that are parts of one',
    code: 'repair/weights',
    problem: 'weighted/weight-range',
    before: rule('weighted', { Items: [to({ Weight: 0.75 }), to({ Weight: '0.25' })] }),
    after: rule('weighted', { Items: [to({ Weight: 3 }), to({ Weight: '1' })] }),
  },
  {
    name: 'endpoints that are missing altogether',
    code: 'repair/missing-endpoint',
    problem: 'branch/dangling',
    before: {
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartRule: 'r',
      Rules: {
        r: { RuleType: 'weighted', Items: [to({ Weight: 1 }), { EndpointReference: 'b', Weight: 1 }] },
      },
    },
    after: {
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartRule: 'r',
      Rules: {
        r: { RuleType: 'weighted', Items: [to({ Weight: 1 }), { EndpointReference: 'b', Weight: 1 }] },
      },
      Endpoints: {
        a: { Type: 'value', Value: '${value of a}' },
        b: { Type: 'value', Value: '${value of b}' },
      },
    },
  },
  {
    name: 'a TTL in the document, and an empty list of another type',
    code: 'repair/needless',
    problem: 'rule/foreign-list',
    before: rule(
      'weighted',
      { Items: [to({ Weight: 1, TTL: 60 })], Locations: [] },
      { TTL: 300, Endpoints: { a: { ...a, ttl: '60' } } },
    ),
    after: rule('weighted', { Items: [to({ Weight: 1 })] }),
  },
  {
    name: 'numbers where texts stand',
    code: 'repair/spelling',
    problem: 'document/wrong-type',
    before: rule(
      'multivalue',
      { Items: [{ EndpointReference: 1 }, { EndpointReference: 'b' }] },
      {
        RecordType: 'TXT',
        Endpoints: { 1: { Type: 'value', Value: '"x"' }, b: { Type: 'value', Value: '"y"' } },
      },
    ),
    after: rule(
      'multivalue',
      { Items: [{ EndpointReference: '1' }, { EndpointReference: 'b' }] },
      {
        RecordType: 'TXT',
        Endpoints: { 1: { Type: 'value', Value: '"x"' }, b: { Type: 'value', Value: '"y"' } },
      },
    ),
  },
  {
    name: 'the address of a load balancer as a URL',
    code: 'repair/spelling',
    problem: 'endpoint/name-pattern',
    before: rule(
      'weighted',
      { Items: [{ ...to(), Weight: 1 }] },
      {
        Endpoints: {
          a: { Type: 'elastic-load-balancer', Value: 'https://w-1.us-east-1.elb.amazonaws.com/' },
        },
      },
    ),
    after: rule(
      'weighted',
      { Items: [{ ...to(), Weight: 1 }] },
      { Endpoints: { a: { Type: 'elastic-load-balancer', Value: 'w-1.us-east-1.elb.amazonaws.com' } } },
    ),
  },
  ...[['192.0.2.1', '192.0.2.2'], '192.0.2.1, 192.0.2.2'].flatMap((Value): RepairCase[] => {
    const Endpoints = {
      'a-1': { Type: 'value', Value: '192.0.2.1' },
      'a-2': { Type: 'value', Value: '192.0.2.2' },
    }
    const all = {
      RuleType: 'multivalue',
      Items: [{ EndpointReference: 'a-1' }, { EndpointReference: 'a-2' }],
    }
    const about = {
      name: `an endpoint with the values ${JSON.stringify(Value)}`,
      code: 'repair/values' as const,
      problem: typeof Value === 'string' ? 'endpoint/value-format' : 'document/wrong-type',
    }
    const before = { a: { Type: 'value', Value } }
    const Items = [{ EndpointReference: 'a', Weight: 1, HealthCheck: check }]
    return [
      {
        ...about,
        before: rule('weighted', { Items }, { Endpoints: before }),
        after: {
          ...rule('weighted', {}, { Endpoints }),
          Rules: {
            r: { RuleType: 'weighted', Items: [{ RuleReference: 'a', Weight: 1, HealthCheck: check }] },
            a: all,
          },
        },
      },
      {
        ...about,
        name: `${about.name} as the start`,
        before: { ...head, StartEndpoint: 'a', Endpoints: before },
        after: { ...head, StartRule: 'a', Endpoints, Rules: { a: all } },
      },
    ]
  }),
  {
    name: 'the address of a value as a block',
    code: 'repair/spelling',
    problem: 'endpoint/value-format',
    before: rule(
      'multivalue',
      { Items: [to()] },
      { Endpoints: { a: { Type: 'value', Value: '192.0.2.1/32' } } },
    ),
    after: rule('multivalue', { Items: [to()] }),
  },
  {
    name: 'a value with spaces around it',
    code: 'repair/spelling',
    problem: 'endpoint/value-format',
    before: rule(
      'multivalue',
      { Items: [to()] },
      { Endpoints: { a: { Type: 'value', Value: ' 192.0.2.1 ' } } },
    ),
    after: rule('multivalue', { Items: [to()] }),
  },
]
