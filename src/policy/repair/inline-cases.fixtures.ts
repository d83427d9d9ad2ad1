import type { RepairCase } from './repair-case.fixtures'

const a = { Type: 'value', Value: '192.0.2.1' }
const b = { Type: 'value', Value: '192.0.2.2' }
const elb = 'web-1.us-east-1.elb.amazonaws.com'
const check = '11111111-2222-3333-4444-555555555555'
const rule = (RuleType: string, more: object, Endpoints?: object) => ({
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'A',
  StartRule: 'r',
  Rules: { r: { RuleType, ...more } },
  Endpoints,
})
const to = (id: string, more: object = {}) => ({ EndpointReference: id, ...more })

const PAIR = { RuleType: 'failover', Primary: to('a'), Secondary: to('b') }
const withRules = (Rules: object) => ({ ...rule('', {}, { a, b }), Rules })

/** Ways to write an endpoint in a branch, in a document without Endpoints; what the branch and the endpoint become. */
const ALONE: readonly (readonly [before: object, endpoint: object, branch?: object, id?: string])[] = [
  [{ Endpoint: a }, a],
  [{ EndpointReference: a }, a],
  [{ Target: { Type: 'value', Value: ['192.0.2.1'] } }, a],
  [{ Endpoint: { type: 'value', ip: '192.0.2.1' } }, a],
  [a, a],
  [{ Value: '192.0.2.1' }, a],
  [{ Values: ['192.0.2.1'] }, a],
  [{ ResourceRecords: [{ Value: '192.0.2.1' }] }, a],
  [{ EndpointReference: '192.0.2.1' }, a],
  [{ Endpoint: '192.0.2.1' }, a],
  [{ Target: elb }, { Type: 'elastic-load-balancer', Value: elb }],
  [{ DNSName: 'd1.cloudfront.net' }, { Type: 'cloudfront', Value: 'd1.cloudfront.net' }],
  [
    { Type: 's3-website', Value: 'www.example.com', Region: 'us-east-1' },
    { Type: 's3-website', Value: 'www.example.com', Region: 'us-east-1' },
  ],
  [{ Endpoint: { Id: 'web', ...a } }, a, {}, 'web'],
  [{ EndpointReference: 'web', Value: '192.0.2.1' }, a, {}, 'web'],
  [{ Endpoint: { ...a, HealthCheckId: check } }, a, { HealthCheck: check }],
  [
    { AliasTarget: { HostedZoneId: 'Z1', DNSName: elb, EvaluateTargetHealth: true } },
    { Type: 'elastic-load-balancer', Value: elb },
    { EvaluateTargetHealth: true },
  ],
]

/** Endpoints and rules that are written where a reference to one belongs. */
export const INLINE_CASES: readonly RepairCase[] = [
  ...ALONE.map(
    ([before, endpoint, branch = {}, id = 'endpoint-1']): RepairCase => ({
      name: `an endpoint written in its branch as ${JSON.stringify(before)}`,
      code: 'repair/inline-endpoint',
      problem: 'branch/no-target',
      before: rule('weighted', { Items: [{ Weight: 1, ...before }] }),
      after: rule('weighted', { Items: [{ Weight: 1, ...to(id, branch) }] }, { [id]: endpoint }),
    }),
  ),
  {
    name: 'endpoints in branches, two of them equal, beside one that is there',
    code: 'repair/inline-endpoint',
    problem: 'branch/no-target',
    before: rule(
      'geo',
      {
        Locations: [
          { Country: 'FR', Value: '192.0.2.1' },
          { Country: 'DE', Endpoint: b },
          { Continent: 'EU', Value: '192.0.2.2' },
          { IsDefault: true, Value: '192.0.2.3' },
        ],
      },
      { web: a },
    ),
    after: rule(
      'geo',
      {
        Locations: [
          { Country: 'FR', ...to('web') },
          { Country: 'DE', ...to('endpoint-1') },
          { Continent: 'EU', ...to('endpoint-1') },
          { IsDefault: true, ...to('endpoint-2') },
        ],
      },
      { web: a, 'endpoint-1': b, 'endpoint-2': { Type: 'value', Value: '192.0.2.3' } },
    ),
  },
  {
    name: 'the id of an endpoint in an object',
    code: 'repair/reference',
    problem: 'branch/no-target',
    before: rule(
      'multivalue',
      { Items: [{ Endpoint: { Id: 'web' } }, { EndpointReference: { Name: 'web' } }] },
      { web: a },
    ),
    after: rule('multivalue', { Items: [to('web'), to('web')] }, { web: a }),
  },
  {
    name: 'endpoints as the two sides of a failover rule',
    code: 'repair/inline-endpoint',
    problem: 'branch/no-target',
    before: rule('failover', { Primary: { ...a, HealthCheck: check }, Secondary: { Endpoint: b } }),
    after: rule(
      'failover',
      { Primary: { ...to('endpoint-1'), HealthCheck: check }, Secondary: to('endpoint-2') },
      { 'endpoint-1': a, 'endpoint-2': b },
    ),
  },
  {
    name: 'addresses in the place of branches',
    code: 'repair/inline-endpoint',
    problem: 'document/branches',
    before: rule('multivalue', { Items: ['192.0.2.1', '192.0.2.2'] }),
    after: rule(
      'multivalue',
      { Items: [to('endpoint-1'), to('endpoint-2')] },
      { 'endpoint-1': a, 'endpoint-2': b },
    ),
  },
  ...[a, '192.0.2.1'].map(
    (StartEndpoint): RepairCase => ({
      name: `the start being ${JSON.stringify(StartEndpoint)}`,
      code: 'repair/inline-endpoint',
      problem: 'policy/dangling-start',
      before: { AWSPolicyFormatVersion: '2015-10-01', RecordType: 'A', StartEndpoint },
      after: {
        AWSPolicyFormatVersion: '2015-10-01',
        RecordType: 'A',
        StartEndpoint: 'endpoint-1',
        Endpoints: { 'endpoint-1': a },
      },
    }),
  ),
  ...[
    { before: { RuleReference: PAIR }, branch: {}, id: 'failover-1' },
    { before: { EndpointReference: PAIR }, branch: {}, id: 'failover-1' },
    { before: { Rule: { Name: 'sides', ...PAIR } }, branch: {}, id: 'sides' },
    { before: { rule: { ...PAIR, HealthCheckId: check } }, branch: { HealthCheck: check }, id: 'failover-1' },
    { before: PAIR, branch: {}, id: 'failover-1' },
    {
      before: { Target: { type: 'Failover', Primary: to('a'), Secondary: to('b') } },
      branch: {},
      id: 'failover-1',
    },
  ].map(
    ({ before, branch, id }): RepairCase => ({
      name: `a rule written in its branch as ${JSON.stringify(before)}`,
      code: 'repair/inline-rule',
      problem: 'branch/no-target',
      before: rule('weighted', { Items: [{ Weight: 1, ...before }] }, { a, b }),
      after: withRules({
        r: { RuleType: 'weighted', Items: [{ Weight: 1, RuleReference: id, ...branch }] },
        [id]: PAIR,
      }),
    }),
  ),
  {
    name: 'rules inside rules, two of them equal and one that is there',
    code: 'repair/inline-rule',
    problem: 'branch/no-target',
    before: withRules({
      r: {
        RuleType: 'geo',
        Locations: [
          { Country: 'FR', RuleReference: { RuleType: 'weighted', Items: [{ Weight: 1, Rule: PAIR }] } },
          { Country: 'DE', RuleReference: { RuleType: 'weighted', Items: [{ Weight: 1, Rule: PAIR }] } },
          { IsDefault: true, Rule: PAIR },
        ],
      },
      'failover-1': PAIR,
    }),
    after: withRules({
      r: {
        RuleType: 'geo',
        Locations: [
          { Country: 'FR', RuleReference: 'weighted-1' },
          { Country: 'DE', RuleReference: 'weighted-1' },
          { IsDefault: true, RuleReference: 'failover-1' },
        ],
      },
      'failover-1': PAIR,
      'weighted-1': { RuleType: 'weighted', Items: [{ Weight: 1, RuleReference: 'failover-1' }] },
    }),
  },
  {
    name: 'the start being a rule, in a document without Rules',
    code: 'repair/inline-rule',
    problem: 'policy/dangling-start',
    before: { AWSPolicyFormatVersion: '2015-10-01', RecordType: 'A', StartRule: PAIR, Endpoints: { a, b } },
    after: {
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartRule: 'failover-1',
      Endpoints: { a, b },
      Rules: { 'failover-1': PAIR },
    },
  },
]
