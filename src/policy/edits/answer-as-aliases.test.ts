import { describe, expect, it } from 'vitest'
import { documentOf } from '../testing/meaning-of'
import { policyFrom } from '../testing/policy-of'
import { answerAsAliases } from './answer-as-aliases'

const cname = (value: string) => ({ Type: 'value', Value: value })

const POLICY = policyFrom({
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'CNAME',
  StartRule: 'split',
  Endpoints: {
    cdn: cname('d111111abcdef8.cloudfront.net'),
    balancer: cname('web-1283637735.us-east-1.elb.amazonaws.com'),
    site: cname('www.example.com.s3-website-eu-west-1.amazonaws.com'),
    elsewhere: cname('www.example.net'),
  },
  Rules: {
    split: {
      RuleType: 'weighted',
      Items: [
        { Weight: '1', EndpointReference: 'cdn' },
        { Weight: '1', EndpointReference: 'balancer' },
        { Weight: '1', EndpointReference: 'site' },
        { Weight: '1', EndpointReference: 'elsewhere' },
      ],
    },
  },
})

describe('the alias way', () => {
  it('makes the type A and every name of an AWS resource an alias of its type', () => {
    const { policy, aliases } = answerAsAliases(POLICY)
    expect(documentOf(policy)).toMatchObject({
      RecordType: 'A',
      Endpoints: {
        cdn: { Type: 'cloudfront', Value: 'd111111abcdef8.cloudfront.net' },
        balancer: { Type: 'application-load-balancer', Value: 'web-1283637735.us-east-1.elb.amazonaws.com' },
        site: { Type: 's3-website', Value: 'www.example.com', Region: 'eu-west-1' },
      },
    })
    expect([...aliases]).toEqual([
      ['cdn', 'cloudfront'],
      ['balancer', 'application-load-balancer'],
      ['site', 's3-website'],
    ])
  })

  it('evaluates target health where the resource has one, as new branches do', () => {
    expect(documentOf(answerAsAliases(POLICY).policy)).toMatchObject({
      Rules: {
        split: { Items: [{}, { EndpointReference: 'balancer', EvaluateTargetHealth: true }, {}, {}] },
      },
    })
  })

  it('names the endpoints that no alias can lead to, and leaves them to be given an address', () => {
    const { policy, others } = answerAsAliases(POLICY)
    expect(others).toEqual(['elsewhere'])
    expect(documentOf(policy)).toMatchObject({ Endpoints: { elsewhere: cname('www.example.net') } })
  })
})
