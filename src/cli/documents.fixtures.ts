import { toJsonText } from '../model/json-text'
import { encodePolicy } from '../policy/document'
import {
  failover,
  geolocation,
  geoproximity,
  latency,
  multivalue,
  policyOf,
  type TestPolicyOptions,
  type TestRule,
  to,
  weighted,
} from '../policy/testing/policy-of'

function text(start: string | TestRule, options?: TestPolicyOptions): string {
  return toJsonText(encodePolicy(policyOf(start, options)), 2)
}

/** Documents for the command line, by file name. */
export const FILES = {
  'simple.json': text('a'),
  'canary.json': text(weighted([80, to('old', { HealthCheck: 'check-old' })], [20, to('new')])),
  'layers.json': text(
    geolocation(
      to(
        geoproximity(
          ['eu-central-1', 20, to('fra')],
          [
            [48.86, 2.35],
            0,
            to(weighted([3, to('par-a')], [1, to('par-b')]), { EvaluateTargetHealth: true }),
          ],
        ),
        { Continent: 'EU', EvaluateTargetHealth: true },
      ),
      to('usa', { Country: 'US' }),
      to('wa', { Country: 'US', Subdivision: 'WA' }),
    ),
  ),
  'fast.json': text(latency(['us-east-1', to('virginia')], ['eu-west-1', to('dublin')])),
  'sides.json': text(failover(to('alb', { EvaluateTargetHealth: true }), to('spare')), {
    endpointTypes: { alb: 'application-load-balancer' },
  }),
  'many.json': text(multivalue(to('a', { HealthCheck: 'one' }), to('b'), to('a'))),
  'cname.json': text('a', { recordType: 'CNAME' }),
  'cut.json': '{"AWSPolicyFormatVersion": "2015-10-01",\n  "RecordType": ',
  'circle.json': JSON.stringify(
    {
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartRule: 'x',
      Rules: { x: { RuleType: 'weighted', Items: [{ RuleReference: 'x', Weight: '1' }] } },
    },
    null,
    2,
  ),
  'heavy.json':
    '{"AWSPolicyFormatVersion":"2015-10-01","RecordType":"A","StartRule":"w","Endpoints":{"a":{"Type":"value","Value":"192.0.2.1"}},"Rules":{"w":{"RuleType":"weighted","Items":[{"EndpointReference":"a","Weight":"999"}]}}}',
} as const
