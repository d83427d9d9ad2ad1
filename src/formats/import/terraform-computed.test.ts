import { describe, expect, test } from 'vitest'
import { toJson } from '../../model/json'
import { encodePolicy } from '../../policy/document'
import { openText } from '../open'

describe('a Terraform configuration that computes its document', () => {
  test('with dynamic blocks makes a block of each turn that is written out', () => {
    const text = `
locals { places = { FR = "eu", US = "us" } }
data "aws_route53_traffic_policy_document" "geo" {
  record_type = "A"
  start_rule  = "geo"
  dynamic "endpoint" {
    for_each = toset(["eu", "us"])
    content {
      id    = endpoint.value
      type  = "value"
      value = aws_eip.site[endpoint.key].public_ip
    }
  }
  rule {
    id   = "geo"
    type = "geo"
    dynamic "location" {
      for_each = local.places
      iterator = place
      content {
        country            = place.key
        endpoint_reference = place.value
      }
    }
    dynamic "location" {
      for_each = var.more
      content {
        country            = location.value.country
        endpoint_reference = "eu"
        colour             = "red"
      }
    }
  }
}`
    const result = openText(text)
    expect(result.ok && result.value.kind === 'policy' && encodePolicy(result.value.policy)).toEqual(
      toJson({
        AWSPolicyFormatVersion: '2015-10-01',
        RecordType: 'A',
        StartRule: 'geo',
        Endpoints: {
          eu: { Type: 'value', Value: '${aws_eip.site["eu"].public_ip}' },
          us: { Type: 'value', Value: '${aws_eip.site["us"].public_ip}' },
        },
        Rules: {
          geo: {
            RuleType: 'geo',
            Locations: [
              { Country: 'FR', EndpointReference: 'eu' },
              { Country: 'US', EndpointReference: 'us' },
              { Country: '${location.value.country}', EndpointReference: 'eu' },
            ],
          },
        },
      }),
    )
    const losses = result.ok ? result.value.problems.filter(({ code }) => code === 'import/loss') : []
    expect(losses.map(({ message }) => message)).toEqual([
      'At line 25, column 5: a block “location” is made for each of var.more, which is not written out in this text; one stands for all of them.',
      'At line 30, column 30: “colour” is left out, since the data source has no such argument.',
    ])
  })

  test('says where a list stands that is computed', () => {
    const rules = '{ r = {\n RuleType = "weighted"\n Items = var.items } }'
    const document = `jsonencode({ RecordType = "A", StartRule = "r", Endpoints = {}, Rules = ${rules} })`
    const text = `resource "aws_route53_traffic_policy" "web" {\n  name = "web"\n  document = ${document}\n}\n`
    const result = openText(text)
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Inside resource aws_route53_traffic_policy.web, at line 5, column 10: '),
    ])
  })
})

describe('a Terraform configuration', () => {
  test('of record sets alone becomes the policy that they amount to', () => {
    const record = (label: string, rest: string) =>
      `resource "aws_route53_record" "${label}" {\n  zone_id = "Z1"\n  type = "A"\n${rest}}\n`
    const pool = (id: string, weight: number, ip: string) =>
      record(
        id,
        `  name = "pool.example.com"\n  ttl = 60\n  set_identifier = "${id}"\n  weighted_routing_policy {\n    weight = ${weight}\n  }\n  records = ["${ip}"]\n`,
      )
    const text = [
      record(
        'www',
        '  name = "www.example.com"\n  set_identifier = "all"\n  geolocation_routing_policy {\n    country = "*"\n  }\n  alias {\n    name = aws_route53_record.blue.fqdn\n    zone_id = "Z1"\n    evaluate_target_health = true\n  }\n',
      ),
      pool('blue', 3, '192.0.2.1'),
      pool('green', 0, '192.0.2.2'),
    ].join('')
    const result = openText(text)
    expect(result.ok && result.value.kind === 'policy' && encodePolicy(result.value.policy)).toEqual(
      toJson({
        AWSPolicyFormatVersion: '2023-05-09',
        RecordType: 'A',
        StartRule: 'www',
        Endpoints: {
          blue: { Type: 'value', Value: '192.0.2.1' },
          green: { Type: 'value', Value: '192.0.2.2' },
        },
        Rules: {
          www: {
            RuleType: 'geo',
            Locations: [{ RuleReference: 'pool', EvaluateTargetHealth: true, Country: '*' }],
          },
          pool: {
            RuleType: 'weighted',
            Items: [
              { EndpointReference: 'blue', Weight: '3' },
              { EndpointReference: 'green', Weight: '0' },
            ],
          },
        },
      }),
    )
    const attributes = { name: 'www', fqdn: 'www.example.com', type: 'A', ttl: 60, set_identifier: 'x' }
    const state = {
      terraform_version: '1.9.0',
      resources: [
        {
          type: 'aws_route53_record',
          name: 'www',
          mode: 'managed',
          instances: [
            {
              attributes: {
                ...attributes,
                records: ['192.0.2.1'],
                alias: [],
                geoproximity_routing_policy: [
                  { aws_region: '', bias: 5, coordinates: [{ latitude: '51.50', longitude: '-0.16' }] },
                ],
              },
            },
          ],
        },
      ],
    }
    const fromState = openText(JSON.stringify(state))
    expect(fromState.ok && fromState.value.found.name).toBe('www.example.com')
    expect(fromState.ok && fromState.value.kind === 'policy' && fromState.value.policy.rules.size).toBe(1)
  })
})

describe('what Terraform makes several times', () => {
  const names = (text: string) => {
    const result = openText(text)
    return result.ok ? result.value.found.choices.map(({ name }) => name) : result.problems
  }
  const document = (text: string, choice = 0) => {
    const result = openText(text, { choice })
    return result.ok && result.value.kind === 'policy' ? encodePolicy(result.value.policy) : result
  }
  const said = (text: string) => {
    const result = openText(text)
    return (result.ok ? result.value.problems : result.problems).map(({ message }) => message)
  }

  test('a policy with for_each is one for each, whose text keeps its placeholders whole', () => {
    const text = `locals { ip = { prod = "192.0.2.9" } }
resource "aws_route53_traffic_policy" "env" {
  for_each = toset(["test", "prod"])
  name     = "shop-\${each.key}"
  document = <<-EOT
    {
      "AWSPolicyFormatVersion": "2015-10-01", "RecordType": "A", "StartEndpoint": "\${each.value}",
      "Endpoints": { "\${each.key}": { "Type": "value", "Value": "\${local.ip["prod"]}" } }
    }
  EOT
}`
    expect(names(text)).toEqual(['shop-test', 'shop-prod'])
    expect(document(text, 1)).toEqual(
      toJson({
        AWSPolicyFormatVersion: '2015-10-01',
        RecordType: 'A',
        StartEndpoint: 'prod',
        Endpoints: { prod: { Type: 'value', Value: '${local.ip["prod"]}' } },
      }),
    )
  })

  test('a loop over a variable takes its default, and says so', () => {
    const text = `variable "ips" { default = { a = "192.0.2.1", b = "192.0.2.2" } }
resource "aws_route53_traffic_policy" "web" {
  document = jsonencode({
    AWSPolicyFormatVersion = "2015-10-01", RecordType = "A", StartRule = "w"
    Endpoints = { for k, ip in var.ips : k => { Type = "value", Value = ip } }
    Rules = { w = { RuleType = "weighted", Items = [
      for i in range(length(var.ips)) : { EndpointReference = element(keys(var.ips), i), Weight = format("%02d", i) }
    ] } }
  })
}`
    expect(document(text)).toEqual(
      toJson({
        AWSPolicyFormatVersion: '2015-10-01',
        RecordType: 'A',
        StartRule: 'w',
        Endpoints: {
          a: { Type: 'value', Value: '192.0.2.1' },
          b: { Type: 'value', Value: '192.0.2.2' },
        },
        Rules: {
          w: {
            RuleType: 'weighted',
            Items: [
              { EndpointReference: 'a', Weight: '00' },
              { EndpointReference: 'b', Weight: '01' },
            ],
          },
        },
      }),
    )
    expect(said(text)).toContainEqual(
      expect.stringMatching(/^At line 5, column \d+: var\.ips is taken to have its default\.$/),
    )
  })

  test('records with for_each and count are record sets of their own, which aliases name by key', () => {
    const text = `variable "sites" { default = { eu = { region = "eu-west-1" }, us = { region = "us-east-1" } } }
resource "aws_route53_record" "near" {
  for_each = var.sites
  name = "www.example.com"
  type = "A"
  set_identifier = each.key
  latency_routing_policy { region = each.value.region }
  alias {
    name = aws_route53_record.pool[each.key].fqdn
    zone_id = "Z1"
    evaluate_target_health = true
  }
}
resource "aws_route53_record" "pool" {
  for_each = var.sites
  name = "\${each.key}.example.com"
  type = "A"
  alias {
    name = aws_lb.site[each.key].dns_name
    zone_id = aws_lb.site[each.key].zone_id
    evaluate_target_health = true
  }
}`
    const balancer = (site: string) => ({
      Type: 'application-load-balancer',
      Value: `\${aws_lb.site["${site}"].dns_name}`,
    })
    expect(document(text)).toEqual(
      toJson({
        AWSPolicyFormatVersion: '2023-05-09',
        RecordType: 'A',
        StartRule: 'www',
        Endpoints: { eu: balancer('eu'), us: balancer('us') },
        Rules: {
          www: {
            RuleType: 'latency',
            Regions: [
              { EndpointReference: 'eu', EvaluateTargetHealth: true, Region: 'eu-west-1' },
              { EndpointReference: 'us', EvaluateTargetHealth: true, Region: 'us-east-1' },
            ],
          },
        },
      }),
    )
    expect(said(text)).toContain(
      'Record “eu.example.com.” (A) is an alias of “${aws_lb.site["eu"].dns_name}”, which this text computes; it is taken to be of type application-load-balancer.',
    )
  })

  test('records whose weight and TTL are computed keep the weight, and say which TTL is taken', () => {
    const record = (label: string, weight: string) => `resource "aws_route53_record" "${label}" {
  count = 1
  name = "app.example.com"
  type = "CNAME"
  ttl = var.ttl
  set_identifier = "${label}-\${count.index}"
  weighted_routing_policy { weight = ${weight} }
  records = ["${label}.example.net"]
}`
    const text = `${record('blue', 'var.blue')}\n${record('green', '100 - var.blue')}`
    const written = document(text)
    expect(written instanceof Map && written.get('Rules')).toEqual(
      toJson({
        app: {
          RuleType: 'weighted',
          Items: [
            { EndpointReference: 'blue-0', Weight: '${var.blue}' },
            { EndpointReference: 'green-0', Weight: '${100 - var.blue}' },
          ],
        },
      }),
    )
    expect(said(text)).toEqual([
      'This text computes TTLs: “${var.ttl}”. A policy record has one that is written out, and 60 s is taken.',
    ])
    expect(said(text.replaceAll('count = 1', 'count = var.n'))).toContain(
      'At line 2, column 11: how often this is made, var.n, is not written out in this text; one stands for all.',
    )
  })

  test('a document is found in the inputs of a module, and in the resource made of CloudFormation’s type', () => {
    const inner = `jsonencode({ AWSPolicyFormatVersion = "2015-10-01", RecordType = "A", StartEndpoint = "e" })`
    expect(names(`inputs = {\n  policy = ${inner}\n}\nterraform {}`)).toEqual(['policy'])
    expect(
      names(`resource "awscc_route53_traffic_policy" "web" {\n  name = "web"\n  document = ${inner}\n}`),
    ).toEqual(['web'])
  })
})
