import type { EndpointId } from './address'
import type { Loose } from './field'
import type { JsonObject } from './json'

/** The seven endpoint types of the format (route53.md 2.1). */
export const ENDPOINT_TYPES = [
  'value',
  'cloudfront',
  'application-load-balancer',
  'elastic-load-balancer',
  'network-load-balancer',
  'elastic-beanstalk',
  's3-website',
] as const
export type EndpointType = (typeof ENDPOINT_TYPES)[number]

/** A destination: one value, or one AWS resource answered as an alias. */
export interface Endpoint {
  readonly id: EndpointId
  /** One of ENDPOINT_TYPES in a sound document. */
  readonly type: Loose<string>
  readonly value: Loose<string>
  /** Plain Region code; only `s3-website` needs one. */
  readonly region: Loose<string>
  /** The member as it was read: its spelling, key order and unknown keys survive edits. */
  readonly source: JsonObject
}

export function isEndpointType(type: unknown): type is EndpointType {
  return ENDPOINT_TYPES.some((known) => known === type)
}

/** Whether the endpoint answers as an alias of an AWS resource. */
export function isAlias(endpoint: Endpoint): boolean {
  return isEndpointType(endpoint.type) && endpoint.type !== 'value'
}

/** Whether Route 53 can evaluate the resource's own health; not for CloudFront (route53.md 2.1). */
export function hasTargetHealth(endpoint: Endpoint): boolean {
  return isAlias(endpoint) && endpoint.type !== 'cloudfront'
}
