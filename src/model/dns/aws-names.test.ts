import { describe, expect, it } from 'vitest'
import { bucketOf, exampleNameOf, nameFits, typesOfName } from './aws-names'

describe('names of AWS resources (route53.md 2.4)', () => {
  it.each([
    ['elastic-load-balancer', 'elb-111111.us-east-1.elb.amazonaws.com'],
    ['elastic-load-balancer', 'dualstack.elb-111111.us-east-1.elb.amazonaws.com'],
    ['application-load-balancer', 'Internal-My-App-1283637735.us-east-1.elb.amazonaws.com.'],
    ['application-load-balancer', 'app-1283637735.cn-north-1.elb.amazonaws.com.cn'],
    ['network-load-balancer', 'name-74f87b114e21682a.elb.us-east-1.amazonaws.com'],
    ['cloudfront', 'd111111abcdef8.cloudfront.net'],
    ['elastic-beanstalk', 'env.eba-abcdefgh.us-east-1.elasticbeanstalk.com'],
    ['s3-website', 'www.example.com'],
    ['s3-website', 'www.example.com.s3-website.eu-central-1.amazonaws.com'],
  ] as const)('of type %s may be %s', (type, name) => {
    expect(nameFits(type, name)).toBe(true)
  })

  it.each([
    ['elastic-load-balancer', 'name-74f87b114e21682a.elb.us-east-1.amazonaws.com'],
    ['network-load-balancer', 'elb-111111.us-east-1.elb.amazonaws.com'],
    ['cloudfront', 'www.example.com'],
    ['elastic-beanstalk', 'env.elasticbeanstalk.com'],
    ['s3-website', 'Bucket_With_Capitals'],
    ['s3-website', 'ab'],
  ] as const)('of type %s are not %s', (type, name) => {
    expect(nameFits(type, name)).toBe(false)
  })

  it('show which type a name belongs to, where its shape does', () => {
    expect(typesOfName(exampleNameOf('network-load-balancer'))).toEqual(['network-load-balancer'])
    expect(typesOfName(exampleNameOf('cloudfront'))).toEqual(['cloudfront'])
    expect(typesOfName(exampleNameOf('elastic-load-balancer'))).toEqual([
      'application-load-balancer',
      'elastic-load-balancer',
    ])
    expect(typesOfName('www.example.com')).toEqual([])
  })
})

describe('the bucket of an S3 website (route53.md 2.2)', () => {
  it.each([
    'www.example.com',
    'www.example.com.s3-website-us-east-1.amazonaws.com',
    'www.example.com.s3-website.eu-central-1.amazonaws.com.',
  ])('of %s is www.example.com', (value) => {
    expect(bucketOf(value)).toBe('www.example.com')
  })
})
