import type { RepairCase } from './repair-case.fixtures'

const a = { Type: 'value', Value: '192.0.2.1' }
const rule = (RuleType: string | undefined, more: object) => ({
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'A',
  StartRule: 'r',
  Endpoints: { a, b: { Type: 'value', Value: '192.0.2.2' } },
  Rules: { r: { RuleType, ...more } },
})
const to = (id: string, more: object = {}) => ({ EndpointReference: id, ...more })
const SIDES = { Primary: to('a'), Secondary: to('b') }

/** The sides of failover rules in other words, and rules that fail over under another type. */
export const SIDE_CASES: readonly RepairCase[] = [
  ...[
    { Primary: 'A', Secondary: 'b' },
    { PrimaryEndpoint: 'a', secondary_endpoint: 'B' },
    { Primary: ['a'], Secondary: [to('b')] },
    { Primary: { Endpoint: 'A' }, Secondary: { endpointReference: 'b' } },
  ].map(
    (before): RepairCase => ({
      name: `the sides ${JSON.stringify(before)}`,
      code: 'Primary' in before && !('Endpoint' in Object(before.Primary)) ? 'repair/member' : 'repair/key',
      problem: 'document/branches',
      before: rule('failover', before),
      after: rule('failover', SIDES),
    }),
  ),
  ...[
    { Items: { primary: 'a', secondary: 'b' } },
    { Failover: { Secondary: to('b'), Primary: to('a') } },
  ].map(
    (before): RepairCase => ({
      name: `the sides in an object of their own ${JSON.stringify(before)}`,
      code: 'repair/sides',
      problem: 'document/branches',
      before: rule('failover', before),
      after: rule('failover', SIDES),
    }),
  ),
  ...['weighted', 'multivalue', 'active-passive', 'health', undefined].map(
    (type): RepairCase => ({
      name: `two sides in a rule of the type ${type}`,
      code: 'repair/rule-type',
      problem: 'document/rule-type',
      before: rule(type, { Primary: 'A', Secondary: to('b') }),
      after: rule('failover', SIDES),
    }),
  ),
  {
    name: 'two sides with weights',
    code: 'repair/list',
    problem: 'document/branches',
    before: rule('weighted', { Primary: to('a', { weight: 9 }), Secondary: to('b', { Weight: 1 }) }),
    after: rule('weighted', { Items: [to('a', { Weight: 9 }), to('b', { Weight: 1 })] }),
  },
  {
    name: 'weights under the ids of endpoints',
    code: 'repair/list',
    problem: 'document/branches',
    before: rule('weighted', { Items: { a: 9, B: '1' } }),
    after: rule('weighted', { Items: [to('a', { Weight: 9 }), to('b', { Weight: '1' })] }),
  },
]
