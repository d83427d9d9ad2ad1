import type { RepairCase } from './repair-case.fixtures'

const value = (last: number) => `192.0.2.${last}`
const endpoint = (last: number) => ({ Type: 'value', Value: value(last) })
const rule = (RuleType: string, more: object, Endpoints: object) => ({
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'A',
  StartRule: 'r',
  Endpoints,
  Rules: { r: { RuleType, ...more } },
})
const to = (id: string, more: object) => ({ EndpointReference: id, ...more })
const VIRGINIA = { Region: 'us-east-1' }
const IRELAND = { Region: 'eu-west-1' }
const WORDS = ['us-east-1', 'eu-west-1']

/** Branches without any reference, beside endpoints that nothing leads to. */
export const UNLED_CASES: readonly RepairCase[] = [
  {
    name: 'Regions that are only texts, and endpoints called like them in another order',
    code: 'repair/target',
    problem: 'branch/no-target',
    before: rule(
      'latency',
      { Regions: WORDS },
      { dublin: value(1), 'web-eu-west-1': value(2), use: value(3), 'web-us-east-1': value(4) },
    ),
    after: rule(
      'latency',
      { Regions: [to('web-us-east-1', VIRGINIA), to('web-eu-west-1', IRELAND)] },
      { dublin: endpoint(1), 'web-eu-west-1': endpoint(2), use: endpoint(3), 'web-us-east-1': endpoint(4) },
    ),
  },
  {
    name: 'Regions that are the ids of endpoints',
    code: 'repair/member',
    problem: 'latency/region-missing',
    before: rule('latency', { Regions: WORDS }, { 'eu-west-1': value(1), 'us-east-1': value(2) }),
    after: rule(
      'latency',
      { Regions: [to('us-east-1', VIRGINIA), to('eu-west-1', IRELAND)] },
      { 'eu-west-1': endpoint(1), 'us-east-1': endpoint(2) },
    ),
  },
  {
    name: 'a map of one place in each member of a list',
    code: 'repair/member',
    problem: 'branch/no-target',
    before: rule(
      'latency',
      { Regions: [{ 'us-east-1': 'A' }, { 'eu-west-1': to('b', {}) }] },
      { a: value(1), b: value(2) },
    ),
    after: rule(
      'latency',
      { Regions: [to('a', VIRGINIA), to('b', IRELAND)] },
      { a: endpoint(1), b: endpoint(2) },
    ),
  },
  {
    name: 'branches beside one endpoint',
    code: 'repair/target',
    problem: 'branch/no-target',
    before: rule(
      'geo',
      { Locations: ['FR', { IsDefault: true, EvaluateTargetHealth: false }] },
      { a: value(1) },
    ),
    after: rule(
      'geo',
      {
        Locations: [to('a', { Country: 'FR' }), to('a', { IsDefault: true, EvaluateTargetHealth: false })],
      },
      { a: endpoint(1) },
    ),
  },
  {
    name: 'sides and endpoints that are called so',
    code: 'repair/target',
    problem: 'branch/no-target',
    before: rule(
      'failover',
      { Primary: { HealthCheck: 'x' }, Secondary: { HealthCheck: 'y' } },
      { secondary: endpoint(2), primary: endpoint(1) },
    ),
    after: rule(
      'failover',
      { Primary: to('primary', { HealthCheck: 'x' }), Secondary: to('secondary', { HealthCheck: 'y' }) },
      { secondary: endpoint(2), primary: endpoint(1) },
    ),
  },
]
