import { bucketOf } from '../model/dns/aws-names'
import { readable } from '../model/field'
import type { Scenario } from './scenario'

/**
 * An imported policy has no DNS name of its own, but an S3 website endpoint ties it to one: the bucket's
 * name (route53.md 2.1). Other policies keep the name they have.
 */
export function namedAfterBucket(scenario: Scenario): Scenario {
  for (const { type, value } of scenario.policy.endpoints.values()) {
    const text = readable(value)
    if (type === 's3-website' && text !== undefined) {
      return { ...scenario, record: { ...scenario.record, name: bucketOf(text) } }
    }
  }
  return scenario
}
