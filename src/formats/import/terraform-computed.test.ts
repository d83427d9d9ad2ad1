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
