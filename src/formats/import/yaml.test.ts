import { describe, expect, test } from 'vitest'
import { toJson } from '../../model/json'
import { encodePolicy } from '../../policy/document'
import { exportAws } from '../aws'
import { openText } from '../open'
import { LONGEST_YAML } from './read-yaml'

const DOCUMENT = '{"AWSPolicyFormatVersion":"2015-10-01",  "RecordType":"A"}'
const object = {
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'A',
  StartRule: 'r',
  Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },
  Rules: {
    r: { RuleType: 'weighted', Items: [{ EndpointReference: 'a', Weight: 50, EvaluateTargetHealth: true }] },
  },
}

function documentOf(text: string, name: string | null = null): unknown {
  const result = openText(text, { name })
  if (!result.ok) return result.problems.map(({ code, message }) => `${code}: ${message}`)
  return result.value.kind === 'policy' ? encodePolicy(result.value.policy) : result.value.kind
}

const YAML = `# The policy
AWSPolicyFormatVersion: "2015-10-01"
RecordType: A
StartRule: r
Endpoints:
  a: &a {Type: value, Value: 192.0.2.1}
Rules:
  r:
    RuleType: weighted
    Items:
      - EndpointReference: a
        Weight: 50
        EvaluateTargetHealth: true
`

describe('YAML', () => {
  test('of a document is read as JSON would say it', () => {
    expect(documentOf(YAML)).toEqual(toJson(object))
  })

  test('keeps numbers as they are spelled and country codes as words', () => {
    const text = `RecordType: A
Rules:
  r:
    RuleType: geo
    Locations: [{Country: NO, Weight: 1.50, Bias: 0x10}]
`
    expect(documentOf(text)).toEqual(
      new Map<string, unknown>([
        ['RecordType', 'A'],
        [
          'Rules',
          new Map([
            [
              'r',
              new Map<string, unknown>([
                ['RuleType', 'geo'],
                [
                  'Locations',
                  [
                    new Map<string, unknown>([
                      ['Country', 'NO'],
                      ['Weight', { number: '1.50' }],
                      ['Bias', { number: '16' }],
                    ]),
                  ],
                ],
              ]),
            ],
          ]),
        ],
      ]),
    )
  })

  test('follows aliases and merges', () => {
    const text = `RecordType: A
Endpoints:
  a: &base {Type: value, Value: 192.0.2.1}
  b: {<<: *base, Value: 192.0.2.2}
  c: *base
`
    const a = { Type: 'value', Value: '192.0.2.1' }
    expect(documentOf(text)).toEqual(
      toJson({ RecordType: 'A', Endpoints: { a, b: { ...a, Value: '192.0.2.2' }, c: a } }),
    )
  })

  test('of the AWS CLI keeps the bytes of the document inside', () => {
    const text = `TrafficPolicy:\n  Name: web\n  Document: '${DOCUMENT}'\n`
    const result = openText(text)
    expect(result.ok && result.value.kind === 'policy' && exportAws(result.value.policy)).toBe(DOCUMENT)
    expect(result.ok && result.value.found.name).toBe('web')
  })

  test('of several documents offers each', () => {
    const result = openText(`${YAML}---\n${YAML}`)
    expect(result.ok && result.value.found.choices).toHaveLength(2)
  })

  test.each([
    ['policy.yaml', 'a: [b\nc: d', /^import\/yaml: At line 2, column 1: /],
    ['policy.yaml', 'a: b\nc', /^import\/yaml: At line 2, column 1: /],
    [null, 'kind: ConfigMap\nmetadata: {}', /^import\/unrecognised: /],
    [null, 'Hello', /^json\/syntax: At line 1, column 1: /],
    [
      null,
      `a: ${'x'.repeat(LONGEST_YAML)} AWSPolicyFormatVersion`,
      /^import\/yaml: This text has more than 200,000 characters/,
    ],
    [null, `a: ${'['.repeat(300)}`, /^json\/too-deep: At line 1, column 204: /],
    [
      null,
      `a: &a [1,1,1,1,1,1,1,1,1,1]\n${'bcdefgh'
        .split('')
        .map((key, index) => `${key}: &${key} [${`*${'abcdefg'[index]},`.repeat(10)}]`)
        .join('\n')}`,
      /^import\/too-many-aliases: /,
    ],
  ])('in %s, %j is refused with what is wrong', (name, text, message) => {
    expect(String(documentOf(text, name))).toMatch(message)
  })
})

describe('long YAML', () => {
  const filler = (count: number, indent: string) =>
    Array.from(
      { length: count },
      (_, index) => `${indent}R${index}:\n${indent}  Type: AWS::S3::Bucket\n`,
    ).join('')

  test('is read where it can hold a policy, with the line of what is wrong', () => {
    const head = `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${filler(10_000, '  ')}`
    const policy = `  P:\n    Type: AWS::Route53::TrafficPolicy\n    Properties: {Name: web, Document: '${DOCUMENT}'}\n`
    const result = openText(head + policy + filler(10_000, '  '))
    expect(result.ok && result.value.kind === 'policy' && exportAws(result.value.policy)).toBe(DOCUMENT)
    expect(documentOf(`${head}${policy}    b: [\n`, 'template.yaml')).toEqual([
      expect.stringMatching(/^import\/yaml: At line 200(06|07), /),
    ])
  })

  test('of a zone finds its dynamic records', () => {
    const plain = Array.from(
      { length: 5_000 },
      (_, index) => `h${index}:\n  type: A\n  value: 192.0.2.1\n`,
    ).join('')
    const dynamic =
      'www:\n  dynamic:\n    pools: {a: {values: [{value: 192.0.2.1}]}}\n    rules: [{pool: a}]\n  type: A\n'
    const result = openText(plain + dynamic + plain)
    expect(result.ok && result.value.found.kind).toBe('octoDNS zone')
  })
})

describe('record sets in a long file', () => {
  const item = (indent: string, index: number) =>
    [
      '- Name: www.example.com.',
      '  Type: A',
      `  SetIdentifier: "${index}"`,
      '  Weight: 1',
      '  TTL: 60',
      '  ResourceRecords:',
      `  - Value: 192.0.2.${index % 250}`,
    ]
      .map((line) => `${indent}${line}\n`)
      .join('')
  const items = (indent: string) => Array.from({ length: 600 }, (_, index) => item(indent, index)).join('')

  test.each([
    ['as the AWS CLI lists them', `ResourceRecordSets:\n${items('')}`],
    [
      'of a template',
      `Resources:\n  Dns:\n    Type: AWS::Route53::RecordSetGroup\n    Properties:\n      RecordSets:\n${items('        ')}`,
    ],
  ])('are read to the end %s', (_, text) => {
    const result = openText(text)
    const rules = result.ok && result.value.kind === 'policy' ? [...result.value.policy.rules.values()] : []
    expect(rules.map(({ branches }) => branches)).toEqual([expect.objectContaining({ length: 600 })])
  })
})

describe('CloudFormation', () => {
  const TEMPLATE = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Bucket:
    Type: AWS::S3::Bucket
  Policy:
    Type: AWS::Route53::TrafficPolicy
    Properties:
      Name: !Sub "\${AWS::StackName}-web"
      Comment: The web
      Document: DOCUMENT
`
  const inTemplate = (document: string) => openText(TEMPLATE.replace('DOCUMENT', () => document))

  test('with a plain string keeps its bytes', () => {
    const result = inTemplate(`'${DOCUMENT}'`)
    expect(result.ok && result.value.kind === 'policy' && exportAws(result.value.policy)).toBe(DOCUMENT)
    expect(result.ok && result.value.found).toMatchObject({
      kind: 'CloudFormation template',
      where: 'Resources.Policy',
      name: '${AWS::StackName}-web',
      choices: [{ comment: 'The web' }],
    })
  })

  test.each([
    ['!Sub', `!Sub |\n        {"RecordType": "A", "StartEndpoint": "\${Start}"}`, '${Start}'],
    ['!Sub with a map', `!Sub ['{"RecordType": "A", "StartEndpoint": "\${S}"}', {S: !Ref X}]`, '${S}'],
    ['!Join', `!Join ['', ['{"RecordType": "A", "StartEndpoint": "', !Ref Start, '"}']]`, '${Start}'],
    [
      'Fn::ToJsonString',
      '{Fn::ToJsonString: {RecordType: A, StartEndpoint: !GetAtt Load.DNSName}}',
      '${Load.DNSName}',
    ],
    ['!ImportValue', '{RecordType: A, StartEndpoint: !ImportValue start}', '${Fn::ImportValue start}'],
    ['!Select', '{RecordType: A, StartEndpoint: !Select [0, !Ref All]}', '${Fn::Select 0 All}'],
  ])('with %s has a named placeholder', (_, document, placeholder) => {
    const result = inTemplate(document)
    expect(result.ok && result.value.kind === 'policy' && result.value.policy.start?.id).toBe(placeholder)
  })

  test('as the CDK synthesises it, in JSON, opens the same', () => {
    const join = { 'Fn::Join': ['', ['{"RecordType":"A","StartEndpoint":"', { Ref: 'Start' }, '"}']] }
    const text = JSON.stringify({
      Resources: { P: { Type: 'AWS::Route53::TrafficPolicy', Properties: { Name: 'web', Document: join } } },
    })
    const result = openText(text)
    expect(result.ok && result.value.kind === 'policy' && exportAws(result.value.policy)).toBe(
      '{"RecordType":"A","StartEndpoint":"${Start}"}',
    )
  })

  test('without a policy says so', () => {
    expect(documentOf('Resources:\n  B:\n    Type: AWS::S3::Bucket\n')).toEqual([
      'import/no-policy: This template holds no resource of type AWS::Route53::TrafficPolicy with a Document.',
    ])
  })
})
