import {
  BALANCER,
  type CheckCase,
  checkId,
  documentWith,
  endpointDocument,
} from '../model/testing/check-case'

const value = { Type: 'value', Value: '192.0.2.1' }
const weighted = (...items: readonly object[]) => ({
  RuleType: 'weighted',
  Items: items.map((item) => ({ Weight: '1', ...item })),
})
const a = { EndpointReference: 'a' }
const b = { EndpointReference: 'b' }
const opened = (Rules: unknown, Endpoints: unknown = { e: value }) =>
  endpointDocument(value, { Endpoints, Rules })

/** The checks of the document as a whole: what opens it, its header, start, ids, references and nodes. */
export const cases: readonly CheckCase[] = [
  { title: 'a list is no document', document: [], problems: [['document/not-an-object', '']] },
  {
    title: 'rules in a list cannot be opened',
    document: opened([]),
    problems: [['document/members', '/Rules']],
  },
  {
    title: 'endpoints in a list, and an endpoint that is a string, cannot be opened',
    document: opened({}, { e: 'value' }),
    problems: [['document/endpoint', '/Endpoints/e']],
  },
  {
    title: 'a rule of unknown type cannot be opened',
    document: opened({ r: { RuleType: 'geolocation' }, s: {} }),
    problems: [
      ['document/rule-type', '/Rules/r/RuleType'],
      ['document/rule-type', '/Rules/s'],
    ],
  },
  {
    title: 'a rule without its own list cannot be opened',
    document: opened({ r: { RuleType: 'latency', Items: [] }, s: { RuleType: 'failover' } }),
    problems: [
      ['document/branches', '/Rules/r'],
      ['document/branches', '/Rules/s'],
    ],
  },
  {
    title: 'a cycle cannot be opened, and its rules are named in order',
    document: documentWith(weighted({ RuleReference: 's' }, a), {
      rules: { s: weighted({ RuleReference: 'r' }, a) },
    }),
    problems: [['document/cycle', '/Rules/r']],
  },
  {
    title: 'a document beyond 102,400 characters is an error',
    document: endpointDocument(
      { Type: 'value', Value: `"${'x'.repeat(200)}"` },
      {
        RecordType: 'TXT',
        Endpoints: Object.fromEntries(
          ['e', ...Array.from({ length: 600 }, (_, index) => `e${index}`)].map((id) => [
            id,
            { Type: 'value', Value: `"${'x'.repeat(200)}"` },
          ]),
        ),
      },
    ),
    problems: [
      ['policy/too-long', ''],
      ...Array.from(
        { length: 600 },
        (_, index) => ['policy/unused-endpoint', `/Endpoints/e${index}`] as const,
      ),
    ],
  },
  {
    title: 'a document without version, record type and start is told so, at its root',
    document: {},
    problems: [
      ['policy/version-missing', ''],
      ['policy/record-type-missing', ''],
      ['policy/no-start', ''],
    ],
  },
  {
    title: 'a version that does not exist is an error',
    document: endpointDocument(value, { AWSPolicyFormatVersion: '1.0' }),
    problems: [['policy/version-unknown', '/AWSPolicyFormatVersion']],
  },
  {
    title: 'an unknown record type is an error, and so is one in lower case',
    document: endpointDocument(value, { RecordType: 'a' }),
    problems: [['policy/record-type-unknown', '/RecordType']],
  },
  ...['NS', 'SOA', 'DS'].map((RecordType) => ({
    title: `record type ${RecordType} cannot be routed, which is an error`,
    document: endpointDocument(value, { RecordType }),
    problems: [['policy/record-type-unroutable', '/RecordType'] as const],
  })),
  {
    title: 'record type SPF is discouraged, which is noted',
    document: endpointDocument({ Type: 'value', Value: '"v=spf1 -all"' }, { RecordType: 'SPF' }),
    problems: [['policy/spf-type', '/RecordType']],
  },
  {
    title: 'a header of the wrong types is an error for each',
    document: endpointDocument(value, { AWSPolicyFormatVersion: 2015, RecordType: ['A'], StartEndpoint: 1 }),
    problems: [
      ['document/wrong-type', '/AWSPolicyFormatVersion'],
      ['document/wrong-type', '/RecordType'],
      ['document/wrong-type', '/StartEndpoint'],
    ],
  },
  {
    title: 'two starts are an error at the one that is not taken',
    document: documentWith(weighted(a, b), { header: { StartEndpoint: 'a' } }),
    problems: [['policy/two-starts', '/StartEndpoint']],
  },
  {
    title: 'a start that names nothing is an error, and the node it may have meant is not called unused',
    document: documentWith(weighted(a, b), { header: { StartRule: 'x' } }),
    problems: [['policy/dangling-start', '/StartRule']],
  },
  {
    title: 'a start key that is null reads as absent, which is noted',
    document: documentWith(weighted(a, b), { header: { StartEndpoint: null } }),
    problems: [['document/null', '/StartEndpoint']],
  },
  {
    title: 'members that are null read as absent',
    document: documentWith(weighted(a, b), { endpoints: { z: null }, rules: { y: null } }),
    problems: [
      ['document/null', '/Endpoints/z'],
      ['document/null', '/Rules/y'],
    ],
  },
  {
    title: 'a key of the document that the format does not know is a warning',
    document: endpointDocument(value, { Comment: 'mine', recordtype: 'A' }),
    problems: [
      ['document/unknown-key', '/Comment'],
      ['document/unknown-key', '/recordtype'],
    ],
  },
  {
    title: 'an empty id is an error',
    document: endpointDocument(value, { StartEndpoint: '', Endpoints: { '': value } }),
    problems: [['policy/empty-id', '/Endpoints/']],
  },
  {
    title: 'a rule and an endpoint of one id are a warning',
    document: documentWith(weighted({ EndpointReference: 'r' }, a)),
    problems: [['policy/same-id', '/Rules/r']],
  },
  {
    title: 'an endpoint and a rule that nothing leads to are warnings',
    document: documentWith(weighted(a, b), { endpoints: { c: value }, rules: { s: weighted(a, b) } }),
    problems: [
      ['policy/unused-endpoint', '/Endpoints/c'],
      ['policy/unused-rule', '/Rules/s'],
    ],
  },
  {
    title:
      'a list that belongs to another rule type is an error even when it is empty, but not when it is null',
    document: documentWith({ ...weighted(a, b), Regions: [], Locations: null, Note: 1 }),
    problems: [
      ['rule/foreign-list', '/Rules/r/Regions'],
      ['document/null', '/Rules/r/Locations'],
      ['document/unknown-key', '/Rules/r/Note'],
    ],
  },
  {
    title: 'a branch with no reference, or with both, is an error',
    document: documentWith(weighted({}, { ...a, RuleReference: 's' }, b), { rules: { s: weighted(a, b) } }),
    problems: [
      ['branch/no-target', '/Rules/r/Items/0'],
      ['branch/two-targets', '/Rules/r/Items/1/RuleReference'],
      ['policy/unused-rule', '/Rules/s'],
    ],
  },
  {
    title: 'null beside a reference is only noted',
    document: documentWith(weighted({ ...a, RuleReference: null }, b)),
    problems: [['document/null', '/Rules/r/Items/0/RuleReference']],
  },
  {
    title: 'a reference that names nothing is an error, also one by the wrong key',
    document: documentWith(weighted({ EndpointReference: 'r' }, { RuleReference: 'a' }, a, b), {
      endpoints: { r: undefined },
    }),
    problems: [
      ['branch/dangling', '/Rules/r/Items/0/EndpointReference'],
      ['branch/target-health-missing', '/Rules/r/Items/1'],
      ['branch/dangling', '/Rules/r/Items/1/RuleReference'],
    ],
  },
  {
    title: 'a reference that is no string is an error',
    document: documentWith(weighted({ EndpointReference: 1 }, a, b)),
    problems: [['document/wrong-type', '/Rules/r/Items/0/EndpointReference']],
  },
  {
    title: 'target health on CloudFront is an error, on a value a note, missing on a resource a warning',
    document: documentWith(
      weighted(
        { ...a, EvaluateTargetHealth: true, HealthCheck: checkId(1) },
        { ...b, EvaluateTargetHealth: 'true', HealthCheck: checkId(2) },
        { EndpointReference: 'c', HealthCheck: checkId(3) },
        { EndpointReference: 'c', EvaluateTargetHealth: false, HealthCheck: checkId(3) },
      ),
      { endpoints: { a: { Type: 'cloudfront', Value: 'd111111abcdef8.cloudfront.net' }, c: BALANCER } },
    ),
    problems: [
      ['branch/cloudfront-target-health', '/Rules/r/Items/0/EvaluateTargetHealth'],
      ['branch/value-target-health', '/Rules/r/Items/1/EvaluateTargetHealth'],
      ['branch/target-health-missing', '/Rules/r/Items/2'],
    ],
  },
  {
    title: 'target health off or missing on a branch to a rule is a warning',
    document: documentWith(
      weighted({ RuleReference: 's', EvaluateTargetHealth: false }, { RuleReference: 's' }),
      { rules: { s: weighted(a, b) } },
    ),
    problems: [
      ['branch/target-health-off', '/Rules/r/Items/0/EvaluateTargetHealth'],
      ['branch/target-health-missing', '/Rules/r/Items/1'],
    ],
  },
  {
    title: 'target health that is neither true nor false is an error',
    document: documentWith(weighted({ ...a, EvaluateTargetHealth: 'yes' }, b)),
    problems: [['document/wrong-type', '/Rules/r/Items/0/EvaluateTargetHealth']],
  },
  {
    title: 'a health check that is no UUID is noted, one that is too long or no string is an error',
    document: documentWith(
      weighted(
        { ...a, HealthCheck: 'hc-1' },
        { ...b, HealthCheck: 'x'.repeat(65) },
        { EndpointReference: 'c', HealthCheck: 7 },
      ),
    ),
    problems: [
      ['branch/health-check-form', '/Rules/r/Items/0/HealthCheck'],
      ['branch/health-check-length', '/Rules/r/Items/1/HealthCheck'],
      ['document/wrong-type', '/Rules/r/Items/2/HealthCheck'],
    ],
  },
  {
    title: 'placeholders wherever a value, name, id, type or Region stands are notes',
    document: {
      AWSPolicyFormatVersion: '<version>',
      RecordType: '${type}',
      StartRule: '$START',
      Endpoints: { '${name}-id': { Type: '${t}', Region: '%[1]s', Value: '<address>' }, a: value },
      Rules: {
        r: weighted(
          { EndpointReference: '${missing}', HealthCheck: '${check}' },
          { EndpointReference: '${name}-id', HealthCheck: '${check}', EvaluateTargetHealth: '${flag}' },
        ),
      },
    },
    problems: [
      ['document/placeholder', '/AWSPolicyFormatVersion'],
      ['document/placeholder', '/RecordType'],
      ['document/placeholder', '/StartRule'],
      ['document/placeholder', '/Endpoints/${name}-id'],
      ['document/placeholder', '/Endpoints/${name}-id/Type'],
      ['document/placeholder', '/Endpoints/${name}-id/Region'],
      ['document/placeholder', '/Endpoints/${name}-id/Value'],
      ['document/placeholder', '/Rules/r/Items/0/EndpointReference'],
      ['document/placeholder', '/Rules/r/Items/0/HealthCheck'],
      ['document/placeholder', '/Rules/r/Items/1/EndpointReference'],
      ['document/placeholder', '/Rules/r/Items/1/HealthCheck'],
      ['document/placeholder', '/Rules/r/Items/1/EvaluateTargetHealth'],
    ],
  },
]
