import type { EndpointType } from '../endpoint'

/** The endpoint types that answer as aliases. */
export type AliasType = Exclude<EndpointType, 'value'>

// Derived from AWS's documented samples, not from its code (route53.md 2.4). Classic and application load
// balancers have names of the same shape, so a wrong choice between the two cannot be seen.
const BALANCER = /^(dualstack\.)?(internal-)?[a-z0-9-]+-[0-9]+\.[a-z0-9-]+\.elb\.amazonaws\.com(\.cn)?\.?$/i
// A bucket name: 3–63 of lower case, digits, dots and hyphens, beginning and ending with a letter or digit.
const BUCKET = /^(?=.{3,63}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/

const PATTERNS: Readonly<Record<AliasType, { readonly pattern: RegExp; readonly example: string }>> = {
  'application-load-balancer': { pattern: BALANCER, example: 'name-1234567890.us-east-1.elb.amazonaws.com' },
  'elastic-load-balancer': { pattern: BALANCER, example: 'name-1234567890.us-east-1.elb.amazonaws.com' },
  'network-load-balancer': {
    pattern: /^(dualstack\.)?[a-z0-9-]+-[0-9a-f]+\.elb\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\.?$/i,
    example: 'name-0123456789abcdef.elb.us-east-1.amazonaws.com',
  },
  cloudfront: { pattern: /^[a-z0-9]+\.cloudfront\.net\.?$/i, example: 'd111111abcdef8.cloudfront.net' },
  'elastic-beanstalk': {
    pattern: /^[a-z0-9.-]+\.[a-z]{2,4}(-[a-z]+)+-[0-9]\.elasticbeanstalk\.com\.?$/i,
    example: 'name.eba-abcdefgh.us-east-1.elasticbeanstalk.com',
  },
  's3-website': { pattern: BUCKET, example: 'www.example.com' },
}

const ALIAS_TYPES: readonly AliasType[] = [
  'cloudfront',
  'application-load-balancer',
  'elastic-load-balancer',
  'network-load-balancer',
  'elastic-beanstalk',
  's3-website',
]

/** A value of the shape that the type's names have. */
export function exampleNameOf(type: AliasType): string {
  return PATTERNS[type].example
}

/** Whether a value has the shape of names of the type; for S3 the bucket name or its website host name. */
export function nameFits(type: AliasType, value: string): boolean {
  return PATTERNS[type].pattern.test(type === 's3-website' ? bucketOf(value) : value)
}

/** The alias types whose names have the shape of a value; a bucket name alone says nothing. */
export function typesOfName(value: string): readonly AliasType[] {
  return ALIAS_TYPES.filter(
    (type) => nameFits(type, value) && (type !== 's3-website' || bucketOf(value) !== value),
  )
}

/**
 * The bucket of an `s3-website` value, which is a bucket name or its website host name: AWS's page shows both
 * (route53.md 2.2).
 */
export function bucketOf(value: string): string {
  return value.replace(/\.s3-website[-.][a-z0-9-]+\.amazonaws\.com(\.cn)?\.?$/i, '')
}
