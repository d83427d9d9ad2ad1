import type { EndpointType } from '../../model/endpoint'

/** What an endpoint type is called, in full and on a node. */
export const ENDPOINT_WORDS: Readonly<
  Record<EndpointType, { readonly full: string; readonly short: string }>
> = {
  value: { full: 'Value', short: 'Value' },
  cloudfront: { full: 'CloudFront distribution', short: 'CloudFront' },
  'application-load-balancer': { full: 'Application Load Balancer', short: 'ALB' },
  'elastic-load-balancer': { full: 'Classic Load Balancer', short: 'Classic LB' },
  'network-load-balancer': { full: 'Network Load Balancer', short: 'NLB' },
  'elastic-beanstalk': { full: 'Elastic Beanstalk environment', short: 'Beanstalk' },
  's3-website': { full: 'S3 website', short: 'S3 website' },
}
