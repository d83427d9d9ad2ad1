import { expect, test } from 'vitest'
import { toJson } from '../model/json'
import { decodePolicy } from '../policy/document'
import { namedAfterBucket } from './named-after-bucket'
import { DEFAULT_NAME, emptyScenario, scenarioOf } from './scenario'

test('a policy with an S3 website takes the name of its bucket', () => {
  const document = {
    AWSPolicyFormatVersion: '2015-10-01',
    RecordType: 'A',
    StartEndpoint: 'site',
    Endpoints: { site: { Type: 's3-website', Region: 'us-east-1', Value: 'video.example.com' } },
  }
  const policy = decodePolicy(toJson(document), null)
  if (!policy.ok) throw new Error(policy.problems[0]?.message)
  expect(namedAfterBucket(scenarioOf(policy.value)).record.name).toBe('video.example.com')
})

test('any other policy keeps the name it has', () => {
  expect(namedAfterBucket(emptyScenario()).record.name).toBe(DEFAULT_NAME)
})
