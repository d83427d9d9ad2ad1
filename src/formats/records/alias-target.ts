import { type AliasType, bucketOf, typesOfName } from '../../model/dns/aws-names'
import { isInZone } from '../../model/dns/domain-name'
import type { Endpoint } from '../../model/endpoint'
import { isPlaceholder, readable } from '../../model/field'
import { hostedZoneOf, websiteEndpointOf, websiteRegionOf, websiteZoneOf } from './hosted-zone-ids'
import type { AliasTarget, AliasZone } from './record-set'

/** The Region of an S3 website endpoint: as given, or in its website host name. */
export function websiteRegion({ region, value }: Endpoint): string | null {
  const text = readable(value) ?? ''
  const given = readable(region)
  return given !== undefined && given !== ''
    ? given
    : websiteRegionOf(text.slice(bucketOf(text).length).replace(/^\./, ''))
}

/** The alias that answers with an AWS resource; null while the endpoint does not say which. */
export function aliasOf(endpoint: Endpoint, type: AliasType, evaluates: boolean): AliasTarget | null {
  const value = readable(endpoint.value) ?? ''
  if (type === 's3-website') {
    const region = websiteRegion(endpoint)
    if (region === null || isPlaceholder(region)) return null
    return {
      zone: zoneOf(websiteZoneOf(region), endpoint),
      name: `${websiteEndpointOf(region)}.`,
      evaluateTargetHealth: evaluates,
    }
  }
  if (value === '') return null
  return {
    zone: zoneOf(hostedZoneOf(type, value), endpoint),
    name: value.endsWith('.') ? value : `${value}.`,
    // Route 53 evaluates no distribution and refuses the flag (route53.md 2.1).
    evaluateTargetHealth: type !== 'cloudfront' && evaluates,
  }
}

function zoneOf(id: string | null, { id: endpoint }: Endpoint): AliasZone {
  return id === null ? { kind: 'unknown', endpoint } : { kind: 'known', id }
}

/** An AWS resource that an alias leads to, as an endpoint of a policy document. */
export interface ResourceEndpoint {
  readonly type: AliasType
  readonly value: string
  readonly region: string | null
}

/**
 * The endpoint that an alias to a name of AWS's amounts to; null for what a policy has no endpoint type for. A
 * bucket has the name that is asked for. Classic load balancers read as application ones: their names are alike.
 */
export function resourceOf(dnsName: string, asked: string): ResourceEndpoint | null {
  const name = dnsName.replace(/\.$/, '')
  const region = websiteRegionOf(name)
  if (region !== null) return { type: 's3-website', value: asked.replace(/\.$/, ''), region }
  const type = typesOfName(name).find((each) => each !== 's3-website') ?? domainType(name)
  return type === null ? null : { type, value: name, region: null }
}

// A load balancer's name may have another shape than AWS's samples; its domain says enough.
const DOMAINS: readonly (readonly [RegExp, AliasType])[] = [
  [/\.elb\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/i, 'network-load-balancer'],
  [/\.elb\.amazonaws\.com(\.cn)?$/i, 'application-load-balancer'],
]

function domainType(name: string): AliasType | null {
  if (isInZone(name, 'cloudfront.net')) return 'cloudfront'
  if (isInZone(name, 'elasticbeanstalk.com')) return 'elastic-beanstalk'
  return DOMAINS.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

// What Terraform's resources and CloudFormation's attributes call the names of load balancers and their like.
const COMPUTED: readonly (readonly [RegExp, AliasType | null])[] = [
  [/regional_domain_name|RegionalDomainName|global_?accelerator|vpc_?endpoint/i, null],
  [/cloudfront|\bcdn\b|\.DomainName\}/i, 'cloudfront'],
  [/beanstalk|EndpointURL/i, 'elastic-beanstalk'],
  [/website/i, 's3-website'],
  [/aws_elb\./, 'elastic-load-balancer'],
  [/(?:\b|_)nlb|network/i, 'network-load-balancer'],
  [/dns_?name/i, 'application-load-balancer'],
]

/** What a name that a text computes is by what it is called there; null where that says nothing. */
export function computedResource(dnsName: string, asked: string): ResourceEndpoint | null {
  const name = dnsName.replace(/\.$/, '')
  if (!isPlaceholder(name)) return null
  const type = COMPUTED.find(([pattern]) => pattern.test(name))?.[1] ?? null
  if (type === null) return null
  return type === 's3-website'
    ? { type, value: asked.replace(/\.$/, ''), region: name }
    : { type, value: name, region: null }
}
