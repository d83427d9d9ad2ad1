import {
  BALANCER,
  type CheckCase,
  checkId,
  documentWith,
  endpointDocument,
} from '../model/testing/check-case'

const cname = endpointDocument({ Type: 'value', Value: 'origin.example.net' }, { RecordType: 'CNAME' })
const address = endpointDocument({ Type: 'value', Value: '192.0.2.1' })
const website = endpointDocument({ Type: 's3-website', Region: 'us-east-1', Value: 'www.example.com' })
const mixed = documentWith(
  {
    RuleType: 'weighted',
    Items: [
      { EndpointReference: 'a', Weight: 1, EvaluateTargetHealth: false },
      { EndpointReference: 'b', Weight: 1 },
    ],
  },
  { endpoints: { a: BALANCER } },
)

/** The checks of the policy record (route53.md 4.6, V33, V35). */
export const cases: readonly CheckCase[] = [
  {
    title: 'a name in its zone is in order, with or without trailing dots, in any case',
    document: address,
    record: { name: '*.Example.com.', hostedZone: 'example.com' },
    problems: [],
  },
  {
    title: 'a name that is none is an error, and so is such a zone',
    document: address,
    record: { name: 'a..example.com', hostedZone: 'my zone' },
    problems: [
      ['record/name-form', ''],
      ['record/zone-form', ''],
    ],
  },
  {
    title: 'a wildcard stands alone and first',
    document: address,
    record: { name: 'a.*.example.com' },
    problems: [['record/name-form', '']],
  },
  {
    title: 'a placeholder as name is noted',
    document: address,
    record: { name: '${name}.example.com' },
    problems: [['record/placeholder', '']],
  },
  {
    title: 'a name outside its zone is an error',
    document: address,
    record: { name: 'www.notexample.com', hostedZone: 'example.com' },
    problems: [['record/outside-zone', '']],
  },
  {
    title: 'a CNAME policy at the name of its hosted zone is an error',
    document: cname,
    record: { name: 'Example.com.', hostedZone: 'example.com', proposedZone: 'example.com' },
    problems: [['record/cname-at-apex', '']],
  },
  {
    title: 'a CNAME policy at the proposed zone is a warning while no zone is given',
    document: cname,
    record: { name: 'example.com', proposedZone: 'example.com.' },
    problems: [['record/cname-at-proposed-apex', '']],
  },
  {
    title: 'a CNAME policy below its zone is in order, whatever is proposed',
    document: cname,
    record: { name: 'www.example.com', hostedZone: 'example.com', proposedZone: 'www.example.com' },
    problems: [],
  },
  {
    title: 'an address policy at the apex is in order',
    document: address,
    record: { name: 'example.com', hostedZone: 'example.com' },
    problems: [],
  },
  {
    title: 'a TTL beyond 2,147,483,647 s is an error',
    document: address,
    record: { ttl: 2_147_483_648 },
    problems: [['record/ttl-range', '']],
  },
  {
    title: 'a TTL below 0 is an error',
    document: address,
    record: { ttl: -1 },
    problems: [['record/ttl-range', '']],
  },
  { title: 'a TTL of 0 s is in order', document: address, record: { ttl: 0 }, problems: [] },
  {
    title: 'a TTL above 60 s with health checks is noted',
    document: documentWith({
      RuleType: 'weighted',
      Items: [
        { EndpointReference: 'a', Weight: 1, HealthCheck: checkId(1) },
        { EndpointReference: 'b', Weight: 1, HealthCheck: checkId(2) },
      ],
    }),
    record: { ttl: 300 },
    problems: [['record/ttl-long', '']],
  },
  {
    title: 'a TTL above 60 s without health checks is in order',
    document: address,
    record: { ttl: 300 },
    problems: [],
  },
  {
    title: 'an S3 website whose bucket is the DNS name is in order',
    document: website,
    record: { name: 'WWW.example.com.' },
    problems: [],
  },
  {
    title: 'an S3 website of another bucket is an error of its value',
    document: website,
    record: { name: 'shop.example.com' },
    problems: [['record/bucket-name', '/Endpoints/e/Value']],
  },
  {
    title: 'load balancers beside values with another TTL than 60 s are noted',
    document: mixed,
    record: { ttl: 30 },
    problems: [['record/mixed-ttl', '/Rules/r/Items']],
  },
  {
    title: 'load balancers beside values with 60 s are in order',
    document: mixed,
    record: { ttl: 60 },
    problems: [],
  },
]
