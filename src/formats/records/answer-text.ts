import { canonicalName } from '../../model/dns/domain-name'
import { type Endpoint, isAlias } from '../../model/endpoint'
import { readable } from '../../model/field'
import { websiteRegion } from './alias-target'

/**
 * What an endpoint answers with, as record sets can say it: its value, or the name of the AWS resource. A website's
 * bucket is not in them, and a classic load balancer is not told from another.
 */
export function answerText(endpoint: Endpoint): string {
  const value = readable(endpoint.value) ?? ''
  if (!isAlias(endpoint)) return value
  if (endpoint.type === 's3-website') return `S3 website in ${websiteRegion(endpoint) ?? 'no Region'}`
  return canonicalName(value)
}
