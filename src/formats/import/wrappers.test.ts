import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { equalJson, type Json } from '../../model/json'
import { readCorpus } from '../../model/testing/corpus.fixtures'
import { encodePolicy } from '../../policy/document'
import { exportAws, importAws } from '../aws'
import { openText } from '../open'

const OWN = `{
  "AWSPolicyFormatVersion": "2015-10-01",
  "RecordType": "A",
  "StartRule": "near",
  "Endpoints": { "a": { "Type": "value", "Value": "192.0.2.1" }, "é": { "Type": "value", "Value": "\${ip} \\"x\\"" } },
  "Rules": { "near": { "RuleType": "geoproximity", "GeoproximityLocations": [
    { "EndpointReference": "a", "Latitude": "51.50", "Longitude": "-0.16", "Bias": 10 },
    { "EndpointReference": "é", "Region": "aws:route53:us-east-1", "Bias": "-10", "EvaluateTargetHealth": false }
  ] } }
}
`

const parsed = (text: string): unknown => JSON.parse(text)
const oneLine = (text: string) => JSON.stringify(parsed(text))
const indented = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by))
const resource = (document: string) =>
  `resource "aws_route53_traffic_policy" "web" {\n  name     = "web"\n  document = ${document}\n}\n`
const template = (document: unknown) => ({
  Resources: {
    P: { Type: 'AWS::Route53::TrafficPolicy', Properties: { Name: 'web', Document: document } },
  },
})
const state = (document: string) => ({
  version: 4,
  terraform_version: '1.9.0',
  resources: [
    {
      module: 'module.dns',
      mode: 'managed',
      type: 'aws_route53_traffic_policy',
      name: 'web',
      instances: [{ index_key: 0, attributes: { name: 'web', document } }],
    },
  ],
})
const planned = (document: string) => ({
  format_version: '1.2',
  planned_values: {
    root_module: {
      child_modules: [
        {
          child_modules: [
            {
              resources: [
                {
                  address: 'module.a.module.b.aws_route53_traffic_policy.web[0]',
                  type: 'aws_route53_traffic_policy',
                  values: { document },
                },
              ],
            },
          ],
        },
      ],
    },
  },
})

/** What people have a document in, that keeps its characters. */
const EXACT: Readonly<Record<string, (text: string) => string>> = {
  'a string': (text) => JSON.stringify(text),
  'a string in a string': (text) => JSON.stringify(JSON.stringify(text)),
  'get-traffic-policy': (text) =>
    JSON.stringify(
      { TrafficPolicy: { Id: 'x', Version: 3, Name: 'web', Type: 'A', Document: text } },
      null,
      4,
    ),
  'list-traffic-policy-versions': (text) =>
    JSON.stringify({ TrafficPolicies: [{ Version: 1, Name: 'web', Document: text }], IsTruncated: false }),
  'get-traffic-policy --output yaml': (text) =>
    stringify({ TrafficPolicy: { Document: text, Name: 'web', Version: 3 } }),
  'the input of create-traffic-policy': (text) => stringify({ Name: 'web', Document: text }),
  'a state of Terraform': (text) => JSON.stringify(state(text), null, 2),
  'a plan of Terraform': (text) => JSON.stringify(planned(text)),
  'a template of CloudFormation': (text) => JSON.stringify(template(text)),
  'a template with Fn::Sub': (text) => JSON.stringify(template({ 'Fn::Sub': text })),
  'what the CDK joins': (text) =>
    JSON.stringify(template({ 'Fn::Join': ['', [text.slice(0, 9), text.slice(9)]] })),
  'a fenced block': (text) => `Here it is:\n\n~~~~json\n${text}\n~~~~\n`,
}

/** What keeps its meaning alone. */
const MEANT: Readonly<Record<string, (text: string) => string>> = {
  'lines of Windows': (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  'a byte order mark': (text) => `\ufeff${text.replace('\ufeff', '')}`,
  'get-traffic-policy --output text': (text) => `TRAFFICPOLICY\tx\t${oneLine(text)}\tid\tweb\tA\t3\n`,
  'a heredoc': (text) => resource(`<<EOT\n${text}\nEOT`),
  'an indented heredoc of Windows': (text) =>
    resource(`<<-EOT\n${indented(text, 4)}\n  EOT`).replaceAll(/\r?\n/g, '\r\n'),
  jsonencode: (text) => resource(`jsonencode(${text.replace('\ufeff', '')})`),
  'jsonencode of a local': (text) => `locals {\n  d = ${text}\n}\n${resource('jsonencode(local.d)')}`,
  'a block of YAML with !Sub': (text) =>
    `Resources:\n  P:\n    Type: AWS::Route53::TrafficPolicy\n    Properties:\n      Document: !Sub |\n        ${indented(text, 8).trim()}\n`,
  'YAML of its own': (text) => stringify(parsed(text), { aliasDuplicateObjects: false }),
  'Fn::ToJsonString': (text) => stringify(template({ 'Fn::ToJsonString': parsed(text) })),
  'a message': (text) => `Hi {team},\n\nplease use this:\n\n${text}\n\nThanks\n`,
  'a reply': (text) => text.replaceAll(/^/gm, '> '),
  'a diff': (text) =>
    `--- /dev/null\n+++ b/p.json\n@@ -0,0 +1,9 @@\n${text.trimEnd().replaceAll(/^/gm, '+')}\n`,
  'a script': (text) => `#!/bin/sh\ncat > p.json <<'EOF'\n${text}\nEOF\naws route53 create-traffic-policy\n`,
  XML: (text) =>
    `<?xml version="1.0"?>\n<R><Document>${oneLine(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}</Document></R>`,
}

describe('a document opens as the very same', () => {
  const corpus = (readCorpus('documents in what people have them in') ?? []).map(({ text }) => text)
  const documents = [OWN, ...corpus].flatMap((text) => {
    const imported = importAws(text)
    return imported.ok ? [{ text, json: encodePolicy(imported.value.policy) }] : []
  })

  test.each(Object.entries(EXACT))('from %s, byte for byte', (_, wrap) => {
    expect(documents.filter(({ text }) => opened(wrap(text)).text?.trimEnd() !== text.trimEnd())).toEqual([])
  })

  test.each(Object.entries(MEANT))('from %s', (_, wrap) => {
    const wrong = documents.filter(({ text, json }) => !same(opened(wrap(text)).json, json))
    expect(wrong.map(({ text }) => `${text.slice(0, 200)} → ${opened(wrap(text)).problem ?? ''}`)).toEqual([])
  })
})

function opened(text: string) {
  const result = openText(text)
  const policy = result.ok && result.value.kind === 'policy' ? result.value.policy : null
  const problem = result.ok ? null : result.problems.map(({ message }) => message).join()
  return { text: policy && exportAws(policy), json: policy && encodePolicy(policy), problem }
}

function same(a: Json | null, b: Json): boolean {
  return a !== null && equalJson(a, b)
}
