import type { RepairCase } from './repair-case.fixtures'

const a = { Type: 'value', Value: '192.0.2.1' }
/** What stands for the endpoint that a pasted rule leads to. */
const Endpoints = { a: { Type: 'value', Value: '${value of a}' } }
const to = (more: object) => ({ EndpointReference: 'a', ...more })

/** Parts of documents that were pasted as though they were whole. */
export const FRAGMENT_CASES: readonly RepairCase[] = [
  {
    name: 'a bare rule',
    code: 'repair/fragment',
    problem: 'policy/unused-rule',
    before: { RuleType: 'weighted', Items: [to({ Weight: 1 })] },
    after: {
      Rules: { weighted: { RuleType: 'weighted', Items: [to({ Weight: 1 })] } },
      AWSPolicyFormatVersion: '2015-10-01',
      Endpoints,
      StartRule: 'weighted',
    },
  },
  {
    name: 'a bare rule that says its name',
    code: 'repair/fragment',
    problem: 'policy/unused-rule',
    before: { RuleName: 'split', RuleType: 'weighted', Items: [to({ Weight: 1 })] },
    after: {
      Rules: { split: { RuleType: 'weighted', Items: [to({ Weight: 1 })] } },
      AWSPolicyFormatVersion: '2015-10-01',
      Endpoints,
      StartRule: 'split',
    },
  },
  {
    name: 'bare branches',
    code: 'repair/fragment',
    problem: 'document/not-an-object',
    before: [to({ Region: 'us-east-1' })],
    after: {
      Rules: { latency: { RuleType: 'latency', Regions: [to({ Region: 'us-east-1' })] } },
      AWSPolicyFormatVersion: '2015-10-01',
      Endpoints,
      StartRule: 'latency',
    },
  },
  {
    name: 'bare branches that hold their endpoints',
    code: 'repair/fragment',
    problem: 'document/not-an-object',
    before: [{ Weight: 2, Value: '192.0.2.1' }],
    after: {
      Rules: { weighted: { RuleType: 'weighted', Items: [{ Weight: 2, EndpointReference: 'endpoint-1' }] } },
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      Endpoints: { 'endpoint-1': a },
      StartRule: 'weighted',
    },
  },
  {
    name: 'bare endpoints',
    code: 'repair/fragment',
    problem: 'policy/no-start',
    before: { a },
    after: { Endpoints: { a }, AWSPolicyFormatVersion: '2015-10-01', RecordType: 'A', StartEndpoint: 'a' },
  },
]
