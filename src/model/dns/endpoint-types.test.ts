import { describe, expect, it } from 'vitest'
import { ENDPOINT_TYPES } from '../endpoint'
import { endpointFit } from './endpoint-types'

describe('endpoint types by record type (route53.md 1.2, 2.1)', () => {
  it('fit an A policy all', () => {
    expect(ENDPOINT_TYPES.every((type) => endpointFit(type, 'A') === 'fits')).toBe(true)
  })

  it('are only values in a policy of any other type than A and AAAA', () => {
    expect(ENDPOINT_TYPES.filter((type) => endpointFit(type, 'MX') !== 'refused')).toEqual(['value'])
  })

  it('fit AAAA but for S3, and AWS contradicts itself on Elastic Beanstalk', () => {
    expect(endpointFit('s3-website', 'AAAA')).toBe('refused')
    expect(endpointFit('elastic-beanstalk', 'AAAA')).toBe('doubtful')
    expect(endpointFit('cloudfront', 'AAAA')).toBe('fits')
  })
})
