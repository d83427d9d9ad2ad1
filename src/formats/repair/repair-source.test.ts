import { describe, expect, it } from 'vitest'
import { openText } from '../open'
import { repairText } from './repair-text'

const AFTER = {
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'A',
  StartEndpoint: 'a',
  Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },
}
const RECORD = "'Name': 'www.example.com.', 'Type': 'A', 'TTL': 60, 'SetIdentifier': "

describe('repairing the source of a program', () => {
  it.each([
    [
      'the CDK',
      `import { Stack } from 'aws-cdk-lib';\nnew CfnResource(this, 'P', { properties: { Document: JSON.stringify({\n  AWSPolicyFormatVersion: '2015-10-01', RecordType: 'A', StartEndpoint: 'a',\n  Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },\n}) } });\n`,
    ],
    [
      'an interpolated string of C#',
      'var d = $@"{{ ""AWSPolicyFormatVersion"": ""2015-10-01"", ""RecordType"": ""A"", ""StartEndpoint"": ""a"", ""Endpoints"": {{ ""a"": {{ ""Type"": ""value"", ""Value"": ""192.0.2.1"" }} }} }}";',
    ],
    [
      'members without their braces',
      '"AWSPolicyFormatVersion": "2015-10-01", "RecordType": "A", "StartEndpoint": "a",\n"Endpoints": { "a": { "Type": "value", "Value": "192.0.2.1" } }',
    ],
  ])('takes the whole document out of %s', (_, text) => {
    const repaired = repairText(text)
    expect(repaired).toMatchObject({ opens: true, problems: [] })
    expect(JSON.parse(repaired?.after ?? '')).toEqual(AFTER)
  })

  it('keeps every policy of an answer that Python printed', () => {
    const policies = [1, 2].map(
      (version) => `{'Name': 'web', 'Version': ${version}, 'Document': '${JSON.stringify(AFTER)}'}`,
    )
    const repaired = repairText(`{'TrafficPolicies': [${policies.join(', ')}], 'IsTruncated': False}`)
    const opened = openText(repaired?.after ?? '')
    expect(opened.ok && opened.value.found.choices.map(({ version }) => version)).toEqual(['2', '1'])
  })

  it('keeps record sets that Python printed', () => {
    const sets = ['b', 'g'].map(
      (id) => `{${RECORD}'${id}', 'Weight': 1, 'ResourceRecords': [{'Value': '192.0.2.1'}]}`,
    )
    const repaired = repairText(`{'ResourceRecordSets': [${sets.join(', ')}], 'IsTruncated': False}`)
    const opened = openText(repaired?.after ?? '')
    expect(opened.ok && opened.value.found.kind).toBe('Record sets')
  })

  it.each([
    '{"TrafficPolicySummaries": [{"Id": "1"}]}',
    '{"name": "x", "scripts": {}}',
    'metadata:\n  targets: [192.0.2.1]\n',
    "{'name': 'x', 'scripts': {},}",
  ])('makes no document of %s', (text) => {
    expect(repairText(text)).toBeNull()
  })
})
