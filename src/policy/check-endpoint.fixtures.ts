import { BALANCER, type CheckCase, endpointDocument } from '../model/testing/check-case'

const website = { Type: 's3-website', Region: 'us-east-1', Value: 'www.example.com' }
const beanstalk = { Type: 'elastic-beanstalk', Value: 'app.eba-abcdefgh.us-east-1.elasticbeanstalk.com' }
const cloudfront = { Type: 'cloudfront', Value: 'd111111abcdef8.cloudfront.net' }
const TYPE = '/Endpoints/e/Type'
const VALUE = '/Endpoints/e/Value'
const REGION = '/Endpoints/e/Region'

/** The checks of endpoints (route53.md 2, V09–V12). */
export const cases: readonly CheckCase[] = [
  ...[BALANCER, website, beanstalk, cloudfront].map((endpoint) => ({
    title: `an endpoint of type ${endpoint.Type} with a name of its shape is in order`,
    document: endpointDocument(endpoint),
    problems: [],
  })),
  {
    title: 'an endpoint without a type is an error of the endpoint',
    document: endpointDocument({ Value: '192.0.2.1' }),
    problems: [['endpoint/type-missing', '/Endpoints/e']],
  },
  {
    title: 'an unknown endpoint type is an error',
    document: endpointDocument({ Type: 'ELB', Value: BALANCER.Value }),
    problems: [['endpoint/type-unknown', TYPE]],
  },
  {
    title: 'an endpoint type that is no string is an error',
    document: endpointDocument({ Type: 1, Value: '192.0.2.1' }),
    problems: [['document/wrong-type', TYPE]],
  },
  ...[BALANCER, website, cloudfront].map((endpoint) => ({
    title: `an endpoint of type ${endpoint.Type} in a CNAME policy is an error`,
    document: endpointDocument(endpoint, { RecordType: 'CNAME' }),
    problems: [['endpoint/record-type', TYPE] as const],
  })),
  {
    title: 'an S3 website in an AAAA policy is an error',
    document: endpointDocument(website, { RecordType: 'AAAA' }),
    problems: [['endpoint/record-type', TYPE]],
  },
  {
    title: 'Elastic Beanstalk in an AAAA policy is a warning, since AWS’s pages contradict each other',
    document: endpointDocument(beanstalk, { RecordType: 'AAAA' }),
    problems: [['endpoint/beanstalk-aaaa', TYPE]],
  },
  {
    title: 'CloudFront in an AAAA policy is in order',
    document: endpointDocument(cloudfront, { RecordType: 'AAAA' }),
    problems: [],
  },
  {
    title: 'a missing value is an error of the endpoint, an empty one of the value',
    document: endpointDocument(
      { Type: 'value' },
      { Endpoints: { e: { Type: 'value' }, f: { Type: 'cloudfront', Value: '' } }, Rules: {} },
    ),
    problems: [
      ['endpoint/value-missing', '/Endpoints/e'],
      ['policy/unused-endpoint', '/Endpoints/f'],
      ['endpoint/value-missing', '/Endpoints/f/Value'],
    ],
  },
  {
    title: 'a value that does not fit the record type is an error',
    document: endpointDocument({ Type: 'value', Value: '2001:db8::1' }),
    problems: [['endpoint/value-format', VALUE]],
  },
  {
    title: 'a value of an unknown record type is not judged',
    document: endpointDocument({ Type: 'value', Value: '2001:db8::1' }, { RecordType: 'WKS' }),
    problems: [['policy/record-type-unknown', '/RecordType']],
  },
  {
    title: 'a value that is no string is an error',
    document: endpointDocument({ Type: 'value', Value: ['192.0.2.1'] }),
    problems: [['document/wrong-type', VALUE]],
  },
  {
    title: 'a name that has not the shape of its type is a warning',
    document: endpointDocument({
      Type: 'elastic-load-balancer',
      Value: 'net-74f87b114e21682a.elb.us-east-1.amazonaws.com',
    }),
    problems: [['endpoint/name-pattern', VALUE]],
  },
  {
    title: 'an S3 website may be given by its bucket or by its host name',
    document: endpointDocument({ ...website, Value: 'www.example.com.s3-website-us-east-1.amazonaws.com' }),
    problems: [],
  },
  {
    title: 'an S3 website without a Region is an error',
    document: endpointDocument({ Type: 's3-website', Value: 'www.example.com' }),
    problems: [['endpoint/region-missing', '/Endpoints/e']],
  },
  {
    title: 'an S3 website in a Region that is not known is a warning',
    document: endpointDocument({ ...website, Region: 'aws:route53:us-east-1' }),
    problems: [['endpoint/region-unknown', REGION]],
  },
  {
    title: 'a Region on another type is a warning',
    document: endpointDocument({ ...cloudfront, Region: 'us-east-1' }),
    problems: [['endpoint/region-needless', REGION]],
  },
  {
    title: 'a key that endpoints do not have is a warning',
    document: endpointDocument({ ...cloudfront, HealthCheck: 'x' }),
    problems: [['document/unknown-key', '/Endpoints/e/HealthCheck']],
  },
]
