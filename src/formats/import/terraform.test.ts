import { describe, expect, test } from 'vitest'
import { toJson } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import { encodePolicy } from '../../policy/document'
import { exportAws } from '../aws'
import { openText } from '../open'

const DOCUMENT = `{
  "AWSPolicyFormatVersion": "2015-10-01",
  "RecordType":   "A",
  "StartEndpoint": "a",
  "Endpoints": { "a": { "Type": "value", "Value": "192.0.2.1" } }
}
`
const object = {
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'A',
  StartEndpoint: 'a',
  Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },
}

/** What a text opens as: where, and the document as it would be exported. */
function opened(text: string, choice?: number) {
  const result = openText(text, choice === undefined ? {} : { choice })
  if (!result.ok) return result.problems.map(({ code, message }) => `${code}: ${message}`)
  if (result.value.kind !== 'policy') return result.value.kind
  const { found, policy, problems } = result.value
  return {
    kind: found.kind,
    where: found.where,
    names: found.choices.map(({ name }) => name),
    text: exportAws(policy),
    problems: problems.map(({ code }) => code),
  }
}

const resource = (label: string, document: string) =>
  `resource "aws_route53_traffic_policy" "${label}" {\n  name = "${label}"\n  document = ${document}\n}\n`

describe('Terraform configuration', () => {
  test('with a heredoc keeps the bytes of the document', () => {
    expect(opened(resource('web', `<<EOF\n${DOCUMENT}EOF`))).toEqual({
      kind: 'Terraform configuration',
      where: 'resource aws_route53_traffic_policy.web',
      names: ['web'],
      text: DOCUMENT,
      problems: ['document/unwrapped'],
    })
  })

  test('with an indented heredoc keeps it without the indent, and its placeholders', () => {
    const placed = DOCUMENT.replace('192.0.2.1', '${aws_eip.web.public_ip}')
    const indented = placed.replaceAll(/^(?=.)/gm, '    ')
    expect(opened(resource('web', `<<-EOF\n${indented}  EOF`))).toMatchObject({ text: placed })
  })

  test('with jsonencode writes the text anew and says so, with what is computed as placeholders', () => {
    const text = `locals {
      endpoints = { a = { Type = "value", Value = aws_eip.web.public_ip } }
    }
    ${resource(
      'web',
      `jsonencode({
        AWSPolicyFormatVersion = "2015-10-01"
        RecordType             = "A" # comment
        StartRule              = "r"
        Endpoints              = local.endpoints
        Rules = { r = { RuleType = "weighted", Items = [
          { EndpointReference = "a", Weight = var.weight },
          { EndpointReference = "a", Weight = "\${100 - var.weight}" },
        ] } }
      })`,
    )}`
    expect(opened(text)).toMatchObject({
      text: `${toJsonText(
        toJson({
          AWSPolicyFormatVersion: '2015-10-01',
          RecordType: 'A',
          StartRule: 'r',
          Endpoints: { a: { Type: 'value', Value: '${aws_eip.web.public_ip}' } },
          Rules: {
            r: {
              RuleType: 'weighted',
              Items: [
                { EndpointReference: 'a', Weight: '${var.weight}' },
                { EndpointReference: 'a', Weight: '${100 - var.weight}' },
              ],
            },
          },
        }),
        2,
      )}\n`,
      problems: ['document/unwrapped', 'import/written-anew'],
    })
  })

  test('with a data source makes the document of it, as Terraform does', () => {
    const text = `
data "aws_route53_traffic_policy_document" "geo" {
  record_type = "A"
  start_rule  = "site"
  endpoint {
    id    = "lb"
    type  = "elastic-load-balancer"
    value = "elb-1.\${data.aws_region.here.name}.elb.amazonaws.com"
  }
  endpoint {
    id     = "s3"
    type   = "s3-website"
    region = "us-east-1"
    value  = "www.example.com"
  }
  rule {
    id   = "site"
    type = "failover"
    primary { rule_reference = "near" }
    secondary {
      endpoint_reference     = "s3"
      evaluate_target_health = false
    }
  }
  rule {
    id   = "near"
    type = "geoproximity"
    geo_proximity_location {
      region             = "aws:route53:us-east-1"
      bias               = "10"
      endpoint_reference = "lb"
    }
    geo_proximity_location {
      latitude           = "51.50"
      longitude          = "-0.16"
      endpoint_reference = "s3"
    }
  }
}
${resource('web', 'data.aws_route53_traffic_policy_document.geo.json')}`
    expect(opened(text)).toMatchObject({
      where: 'resource aws_route53_traffic_policy.web',
      names: ['web'],
      text: `${toJsonText(
        toJson({
          AWSPolicyFormatVersion: '2015-10-01',
          RecordType: 'A',
          StartRule: 'site',
          Endpoints: {
            lb: {
              Type: 'elastic-load-balancer',
              Value: 'elb-1.${data.aws_region.here.name}.elb.amazonaws.com',
            },
            s3: { Type: 's3-website', Region: 'us-east-1', Value: 'www.example.com' },
          },
          Rules: {
            site: {
              RuleType: 'failover',
              Primary: { RuleReference: 'near' },
              Secondary: { EndpointReference: 's3' },
            },
            near: {
              RuleType: 'geoproximity',
              GeoproximityLocations: [
                { Region: 'aws:route53:us-east-1', Bias: '10', EndpointReference: 'lb' },
                { Latitude: '51.50', Longitude: '-0.16', EndpointReference: 's3' },
              ],
            },
          },
        }),
        2,
      )}\n`,
    })
  })

  test('of several policies offers all, those first that are written out', () => {
    const text = resource('a', 'file("a.json")') + resource('b', `<<EOF\n${DOCUMENT}EOF`)
    expect(opened(text)).toMatchObject({ where: 'resource aws_route53_traffic_policy.b', names: ['b', 'a'] })
    expect(opened(text, 1)).toEqual([
      'import/computed: At line 3, column 14: the document of resource aws_route53_traffic_policy.a is not written out in this text; it is file("a.json"). Open what it comes from, or the output of “terraform show -json”, which has it in full.',
    ])
  })

  test.each([
    `module "policy" {\n  source = "./policy"\n  policy = jsonencode(${JSON.stringify(object)})\n}`,
    `locals {\n  policy = ${JSON.stringify(object)}\n}`,
    `jsonencode(${JSON.stringify(object)})`,
    JSON.stringify({ resource: { aws_route53_traffic_policy: { web: { document: DOCUMENT } } } }),
    JSON.stringify({
      resource: { aws_route53_traffic_policy: { web: [{ document: `\${jsonencode(${DOCUMENT})}` }] } },
    }),
  ])('opens it from %s', (text) => {
    const result = openText(text)
    expect(result.ok && result.value.kind === 'policy' && encodePolicy(result.value.policy)).toEqual(
      toJson(object),
    )
  })

  test('without a policy says what it looked for', () => {
    expect(opened('resource "aws_instance" "a" {\n}\n')).toEqual([
      'import/no-policy: This Terraform configuration holds no aws_route53_traffic_policy, no aws_route53_traffic_policy_document and no aws_route53_record.',
    ])
  })

  test('that is broken says where', () => {
    expect(opened('resource "aws_route53_traffic_policy" "a" {\n  document = <<EOF\n}\n')).toEqual([
      'import/hcl: At line 2, column 14: there is no line with EOF alone to end this heredoc.',
    ])
  })
})

describe('Terraform JSON', () => {
  const attributes = (name: string) => ({ id: 'x', name, version: 4, comment: 'kept', document: DOCUMENT })

  test('of a state file offers every instance of every module', () => {
    const state = {
      version: 4,
      terraform_version: '1.9.5',
      resources: [
        { mode: 'managed', type: 'aws_vpc', name: 'main', instances: [{ attributes: {} }] },
        {
          module: 'module.dns',
          mode: 'managed',
          type: 'aws_route53_traffic_policy',
          name: 'web',
          instances: [
            { index_key: 'eu', attributes: attributes('web-eu') },
            { index_key: 0, attributes: attributes('web-0') },
          ],
        },
      ],
    }
    expect(opened(JSON.stringify(state))).toEqual({
      kind: 'Terraform state',
      where: 'module.dns.aws_route53_traffic_policy.web["eu"]',
      names: ['web-eu', 'web-0'],
      text: DOCUMENT,
      problems: ['import/several', 'document/unwrapped'],
    })
  })

  const shown = {
    root_module: {
      child_modules: [
        {
          resources: [
            {
              address: 'module.dns.aws_route53_traffic_policy.web',
              mode: 'managed',
              type: 'aws_route53_traffic_policy',
              name: 'web',
              values: attributes('web'),
            },
          ],
        },
      ],
    },
  }

  test.each([
    ['Terraform state', { format_version: '1.0', terraform_version: '1.9.5', values: shown }],
    ['Terraform plan', { format_version: '1.2', planned_values: shown }],
    [
      'Terraform plan',
      {
        format_version: '1.2',
        planned_values: { root_module: {} },
        resource_changes: [
          {
            address: 'module.dns.aws_route53_traffic_policy.web',
            type: 'aws_route53_traffic_policy',
            name: 'web',
            change: { actions: ['create'], before: null, after: attributes('web') },
          },
        ],
      },
    ],
  ])('of a %s opens the document byte for byte', (kind, json) => {
    expect(opened(JSON.stringify(json))).toEqual({
      kind,
      where: 'module.dns.aws_route53_traffic_policy.web',
      names: ['web'],
      text: DOCUMENT,
      problems: ['document/unwrapped'],
    })
  })

  test('of a plan whose document is known after apply says so', () => {
    const change = { actions: ['create'], before: null, after: { name: 'web' } }
    const plan = {
      resource_changes: [{ address: 'a', type: 'aws_route53_traffic_policy', name: 'web', change }],
    }
    expect(opened(JSON.stringify(plan))).toEqual([
      'import/no-policy: The aws_route53_traffic_policy of this Terraform plan has no document yet: it is known after apply. Open the state, or the configuration that makes it.',
    ])
  })
})
