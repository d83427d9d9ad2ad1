import { describe, expect, test } from 'vitest'
import { exportAws } from '../aws'
import { openText } from '../open'

const documentOf = (value: string) =>
  `{"AWSPolicyFormatVersion": "2015-10-01", "RecordType":"A", "StartEndpoint":"a", "Endpoints":{"a":{"Type":"value","Value":"${value}"}}}`
const version = (number: number, comment: string) => ({
  Id: '12345678-abcd-1234-abcd-123456789012',
  Version: number,
  Name: 'web',
  Type: 'A',
  Document: documentOf(`192.0.2.${number}`),
  Comment: comment,
})

describe('output of the AWS CLI', () => {
  const versions = JSON.stringify({
    TrafficPolicies: [version(1, 'first'), version(3, 'third'), version(2, '')],
    IsTruncated: false,
    TrafficPolicyVersionMarker: '4',
    MaxItems: '100',
  })

  test('of get-traffic-policy gives its document byte for byte, with its name', () => {
    const opened = openText(JSON.stringify({ TrafficPolicy: version(1, 'first') }))
    expect(opened.ok && opened.value.kind === 'policy' && exportAws(opened.value.policy)).toBe(
      documentOf('192.0.2.1'),
    )
    expect(opened.ok && opened.value.found).toMatchObject({
      kind: 'AWS CLI output',
      name: 'web',
      where: 'TrafficPolicy.Document',
      choices: [{ version: '1', comment: 'first' }],
    })
  })

  test('of list-traffic-policy-versions opens the newest and offers the others', () => {
    const opened = openText(versions)
    expect(opened.ok && opened.value.kind === 'policy' && exportAws(opened.value.policy)).toBe(
      documentOf('192.0.2.3'),
    )
    expect(opened.ok && opened.value.found.choices).toEqual(
      [3, 2, 1].map((number) => ({
        name: 'web',
        where: `TrafficPolicies[${[0, 2, 1][number - 1]}].Document`,
        version: String(number),
        comment: ['first', null, 'third'][number - 1],
        holds: { recordType: 'A', rules: 0, endpoints: 1 },
      })),
    )
    expect(opened.ok && opened.value.problems.map(({ code }) => code)).toEqual([
      'import/several',
      'document/unwrapped',
    ])
  })

  test.each([
    [1, '192.0.2.2'],
    ['1', '192.0.2.1'],
    ['web', '192.0.2.3'],
  ])('opens %s of the list when it is chosen', (choice, value) => {
    const opened = openText(versions, { choice })
    expect(opened.ok && opened.value.kind === 'policy' && exportAws(opened.value.policy)).toBe(
      documentOf(value),
    )
  })

  test.each(['nowhere', '4', 7])('says what there is when %s is chosen and there is none', (choice) => {
    const opened = openText(versions, { choice })
    expect(opened.ok ? [] : opened.problems.map(({ code }) => code)).toEqual(['import/choice'])
  })

  test.each([
    JSON.stringify({ Name: 'web', Document: documentOf('192.0.2.1'), Comment: '' }),
    JSON.stringify([{ TrafficPolicy: version(1, '') }]),
    JSON.stringify(JSON.stringify(JSON.stringify(JSON.stringify({ TrafficPolicy: version(1, '') })))),
  ])('is taken as a request, in a list, and quoted: %s', (text) => {
    const opened = openText(text)
    expect(opened.ok && opened.value.kind === 'policy' && exportAws(opened.value.policy)).toBe(
      documentOf('192.0.2.1'),
    )
  })

  test.each([
    { TrafficPolicySummaries: [{ Id: 'x', Name: 'web', LatestVersion: 3 }] },
    { TrafficPolicies: [] },
  ])('without a document says how to get one: %j', (answer) => {
    const opened = openText(JSON.stringify(answer))
    expect(opened.ok ? [] : opened.problems.map(({ code }) => code)).toEqual(['import/no-policy'])
  })
})
