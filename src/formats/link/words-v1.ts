/**
 * The vocabulary of links of version 1. FROZEN: a link names these by number, so a change of a word
 * or of the order breaks every link there is. New words need a new version.
 */

/** Keys and values, the common ones first: those have a byte of their own. */
const COMMON = [
  'AWSPolicyFormatVersion RecordType StartRule StartEndpoint Endpoints Rules 2015-10-01 2023-05-09',
  'Type Value Region value cloudfront s3-website elastic-load-balancer application-load-balancer',
  'network-load-balancer elastic-beanstalk RuleType failover geo geoproximity latency multivalue weighted',
  'Primary Secondary Items Locations Regions GeoproximityLocations EndpointReference RuleReference',
  'HealthCheck EvaluateTargetHealth Weight Bias IsDefault Continent Country Subdivision Location',
  'LocationName Latitude Longitude LocalZone Coordinate true false * A AAAA CNAME MX TXT',
  'catchment name layout nodes x y record hostedZone ttl world down checks healthy unhealthy latencies',
  'country region milliseconds negativeBias guide map queries place query type client resolver',
  'coordinates subdivision latitude longitude clientSubnet view zoom',
  'SRV CAA PTR NS SOA NAPTR SPF SVCB HTTPS TLSA SSHFP DS',
]

const REGIONS = [
  'us-east-1 us-east-2 us-west-1 us-west-2 eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-central-2',
  'eu-north-1 eu-south-1 eu-south-2 ca-central-1 ca-west-1 sa-east-1 ap-northeast-1 ap-northeast-2',
  'ap-northeast-3 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5',
  'ap-southeast-6 ap-southeast-7 ap-south-1 ap-south-2 ap-east-1 ap-east-2 af-south-1 me-south-1',
  'me-central-1 il-central-1 mx-central-1 us-gov-east-1 us-gov-west-1 cn-north-1 cn-northwest-1',
  'eusc-de-east-1',
]

export const WORDS: readonly string[] = [
  '',
  ...list(COMMON),
  ...list(REGIONS),
  ...list(REGIONS).map((region) => `aws:route53:${region}`),
]

const REFERENCES = ['EndpointReference', 'RuleReference'] as const

/** Orders of keys that a document says by one byte. */
export const SHAPES: readonly (readonly string[])[] = [
  ['AWSPolicyFormatVersion', 'RecordType', 'StartRule', 'Endpoints', 'Rules'],
  ['AWSPolicyFormatVersion', 'RecordType', 'StartEndpoint', 'Endpoints'],
  ['AWSPolicyFormatVersion', 'RecordType', 'StartEndpoint', 'Endpoints', 'Rules'],
  ['AWSPolicyFormatVersion', 'RecordType', 'Endpoints', 'Rules', 'StartRule'],
  ['AWSPolicyFormatVersion', 'RecordType', 'Endpoints', 'Rules', 'StartEndpoint'],
  ['Type', 'Value'],
  ['Type', 'Region', 'Value'],
  ['Type', 'Value', 'Region'],
  ['RuleType', 'Primary', 'Secondary'],
  ['RuleType', 'Items'],
  ['RuleType', 'Locations'],
  ['RuleType', 'Regions'],
  ['RuleType', 'GeoproximityLocations'],
  ...REFERENCES.flatMap((reference) => [
    [reference],
    [reference, 'HealthCheck'],
    [reference, 'EvaluateTargetHealth'],
    [reference, 'HealthCheck', 'EvaluateTargetHealth'],
    [reference, 'EvaluateTargetHealth', 'HealthCheck'],
    ...['Weight', 'Region', 'Country', 'IsDefault', 'Continent'].flatMap((own) => [
      [reference, own],
      [own, reference],
      [reference, 'EvaluateTargetHealth', own],
      [reference, 'HealthCheck', own],
    ]),
    [reference, 'Weight', 'HealthCheck'],
    [reference, 'Country', 'Subdivision'],
    [reference, 'Region', 'Bias'],
    [reference, 'Location', 'Bias'],
    [reference, 'Location', 'Bias', 'HealthCheck'],
  ]),
  ['Type', 'LocationName'],
  ['Type', 'Latitude', 'Longitude'],
  ['catchment'],
  ['catchment', 'name'],
  ['catchment', 'name', 'queries'],
  ['catchment', 'name', 'queries', 'view'],
  ['catchment', 'name', 'record', 'queries', 'view'],
  ['catchment', 'name', 'layout', 'queries', 'view'],
  ['catchment', 'name', 'layout', 'record', 'queries', 'view'],
  ['nodes', 'x', 'y'],
  ['name', 'place', 'query'],
  ['client'],
  ['coordinates', 'country'],
  ['coordinates', 'country', 'subdivision'],
  ['latitude', 'longitude'],
  ['latitude', 'longitude', 'zoom'],
]

/** What texts are likely to say, the likeliest last: the preset dictionary of the compression. */
export const DICTIONARY = [
  'backup-standby-replica-fallback-default-canary-stable-green-blue-active-passive-origin-cluster-service-',
  'production-staging-internal-public-database-server-frontend-backend-message-denied-restricted-selector-',
  'north-south-east-west-central-coast-region-country-continent-europe-america-asia-africa-australia-japan-',
  'france-germany-spain-london-paris-frankfurt-dublin-tokyo-singapore-sydney-virginia-oregon-ireland-ohio-',
  'rule-start-endpoint-site-node-data-center-datacenter-server-web-app-api-www-lb-elb-alb-nlb-pool-edge-cdn-',
  'dualstack..cloudfront.net\xff.elasticbeanstalk.com\xff.s3-website-us-east-1.amazonaws.com\xff',
  '.ap-southeast-1.elb.amazonaws.com\xff.ap-northeast-1.elb.amazonaws.com\xff.elb.us-east-1.amazonaws.com\xff',
  '.us-west-2.elb.amazonaws.com\xff.us-west-1.elb.amazonaws.com\xff.eu-central-1.elb.amazonaws.com\xff',
  '.eu-west-1.elb.amazonaws.com\xff.us-east-1.elb.amazonaws.com\xff.example.com\xff.example.org\xff.example.net\xff',
  'geolocation-start-latency-weighted-multivalue-geoproximity-failover-rule\xff-failover\xff-backup\xff-endpoint\xff',
  '-standby\xff-secondary\xff-primary\xff',
].join('')

function list(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '))
}
