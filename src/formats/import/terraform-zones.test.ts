import { describe, expect, it } from 'vitest'
import { openText } from '../open'

const record = (label: string, name: string, zone: string, more: string) =>
  `resource "aws_route53_record" "${label}" {
  zone_id        = ${zone}
  name           = "${name}"
  type           = "A"
  set_identifier = "${label}"
  weighted_routing_policy { weight = 1 }
  ${more}
}\n`

const values = (address: string) => `ttl = 60\n  records = ["${address}"]`

/** The record of each policy of a text, with how many rules it has. */
function recordsOf(text: string) {
  const opened = openText(text)
  if (!opened.ok || opened.value.kind !== 'policy') return opened.ok ? null : opened.problems
  const { found, policy, record: said } = opened.value
  return { names: found.choices.map(({ name }) => name), record: said, rules: policy.rules.size }
}

describe('records beside a traffic policy', () => {
  it('can be picked where they are routed, and do not come first', () => {
    const document =
      '{"AWSPolicyFormatVersion":"2015-10-01","RecordType":"A","StartEndpoint":"a","Endpoints":{}}'
    const text = [
      `resource "aws_route53_traffic_policy" "p" {\n  name = "p"\n  document = <<EOF\n${document}\nEOF\n}`,
      record('one', 'www.example.com', '"Z1"', values('192.0.2.1')),
      'resource "aws_route53_record" "plain" {\n  zone_id = "Z1"\n  name = "mail.example.com"\n  type = "A"\n  ttl = 60\n  records = ["192.0.2.2"]\n}',
    ].join('\n')
    expect(recordsOf(text)).toMatchObject({ names: ['p', 'www.example.com'], rules: 0 })
  })
})

describe('the hosted zone of a Terraform configuration', () => {
  it.each([
    ['resource "aws_route53_zone" "main" { name = "example.com" }', 'aws_route53_zone.main.zone_id'],
    ['data "aws_route53_zone" "main" { name = "example.com." }', 'data.aws_route53_zone.main.id'],
    [
      'locals {\n  zone = "example.com"\n}\nresource "aws_route53_zone" "main" {\n  count = 1\n  name = "${local.zone}"\n}',
      'aws_route53_zone.main[0].zone_id',
    ],
  ])('completes the names of records: %s', (zone, id) => {
    const text = [
      zone,
      record('one', 'www', id, values('192.0.2.1')),
      record('two', 'www.example.com', id, values('192.0.2.2')),
    ].join('\n')
    expect(recordsOf(text)).toEqual({
      names: ['www.example.com'],
      record: { name: 'www.example.com', ttl: 60, hostedZone: 'example.com' },
      rules: 1,
    })
  })

  it('lets an alias be followed to the whole name', () => {
    const id = 'aws_route53_zone.main.zone_id'
    const alias = `alias {\n    name = aws_route53_record.low.fqdn\n    zone_id = ${id}\n    evaluate_target_health = true\n  }`
    const text = [
      'resource "aws_route53_zone" "main" { name = "example.com" }',
      record('top', '', id, alias),
      record('low', 'low', id, values('192.0.2.1')),
    ].join('\n')
    expect(recordsOf(text)).toMatchObject({ names: ['example.com'], rules: 2 })
  })

  it('is not guessed where the text does not say it', () => {
    const text = record('one', 'www', 'var.zone_id', values('192.0.2.1'))
    expect(recordsOf(text)).toMatchObject({ record: { name: 'www', hostedZone: null } })
  })
})
