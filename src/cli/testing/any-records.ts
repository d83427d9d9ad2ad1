import * as fc from 'fast-check'
import { aSoundDocument } from '../../engine/testing/any-policy'
import { policyFrom } from '../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../scenario/scenario'

/** AWS resources of which the hosted zone is known; the website's bucket has the name that is asked for. */
const RESOURCES: Readonly<Record<string, object>> = {
  e6: { Type: 'application-load-balancer', Value: 'web-1234567890.eu-west-1.elb.amazonaws.com' },
  e7: { Type: 'cloudfront', Value: 'd111111abcdef8.cloudfront.net' },
  e8: { Type: 's3-website', Region: 'us-east-1', Value: 'www.example.com' },
}

/** Endpoints that only ids tell apart. */
const TWINS: Readonly<Record<string, object>> = {
  e1: { Type: 'value', Value: '192.0.2.77' },
  e2: { Type: 'value', Value: '192.0.2.77' },
}

function withEndpoints(
  document: Readonly<Record<string, unknown>>,
  others: Readonly<Record<string, object>>,
): unknown {
  const endpoints = document['Endpoints']
  const names = typeof endpoints === 'object' && endpoints !== null ? Object.keys(endpoints) : []
  const members = names.map((id, index): [string, object] => [
    id,
    others[id] ?? { Type: 'value', Value: `192.0.2.${index + 1}` },
  ])
  return { ...document, Endpoints: Object.fromEntries(members) }
}

/** Random sound scenarios for `www.example.com`: with AWS resources, with values alone, with endpoints that answer alike. */
export const aRecordScenario: fc.Arbitrary<Scenario> = fc
  .tuple(aSoundDocument(true), fc.constantFrom(RESOURCES, {}, TWINS))
  .map(([document, others]) => scenarioOf(policyFrom(withEndpoints(document, others))))
