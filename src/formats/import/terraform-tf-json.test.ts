import { describe, expect, it } from 'vitest'
import { exportAwsMinified } from '../aws'
import { openText } from '../open'

/** What a text opens as: the document, and what was said of it. */
function opened(text: string, name: string) {
  const result = openText(text, { name })
  if (!result.ok) return result.problems.map(({ message }) => message)
  if (result.value.kind !== 'policy') return result.value.kind
  const { policy, problems, found } = result.value
  return { kind: found.kind, document: exportAwsMinified(policy), problems: problems.map(({ code }) => code) }
}

const inJson = (configuration: object) => opened(JSON.stringify(configuration, null, 2), 'main.tf.json')
const inHcl = (text: string) => opened(text, 'main.tf')

const record = (more: object) => ({ zone_id: 'Z1', name: 'www.example.com', type: 'A', ttl: 60, ...more })
const blue = { set_identifier: 'blue', records: ['192.0.2.1'], weighted_routing_policy: { weight: 90 } }
const green = {
  set_identifier: 'green',
  records: ['${aws_eip.green.public_ip}'],
  weighted_routing_policy: [{ weight: '${var.weight}' }],
}
const RECORDS = `
resource "aws_route53_record" "blue" {
  zone_id        = "Z1"
  name           = "www.example.com"
  type           = "A"
  ttl            = 60
  set_identifier = "blue"
  records        = ["192.0.2.1"]
  weighted_routing_policy {
    weight = 90
  }
}
resource "aws_route53_record" "green" {
  zone_id        = "Z1"
  name           = "www.example.com"
  type           = "A"
  ttl            = 60
  set_identifier = "green"
  records        = [aws_eip.green.public_ip]
  weighted_routing_policy {
    weight = var.weight
  }
}
`

describe('a configuration in Terraform’s JSON syntax', () => {
  it('of record sets opens as the same in HCL does', () => {
    const resources = { aws_route53_record: { blue: record(blue), green: record(green) } }
    const read = inJson({ '//': { note: 'made by a tool' }, resource: resources })
    expect(read).toEqual(inHcl(RECORDS))
    expect(JSON.stringify(read)).toContain(JSON.stringify('${aws_eip.green.public_ip}').slice(1, -1))
  })

  it('has texts of one string or several as the provider takes them', () => {
    const texts = (name: string, text: string) => record({ ...blue, type: 'TXT', name, records: [text] })
    const valueOf = (text: string) =>
      JSON.stringify(inJson({ resource: { aws_route53_record: { blue: texts('t.example.com', text) } } }))
    expect(valueOf('v=1; p=a" "b')).toContain(JSON.stringify(JSON.stringify('"v=1; p=a" "b"')).slice(3, -3))
    expect(valueOf('say "hi"')).toContain(
      JSON.stringify(JSON.stringify(JSON.stringify('say "hi"'))).slice(3, -3),
    )
  })

  it('may have lists of one wherever an object stands', () => {
    const resource = [
      { aws_route53_record: [{ blue: [record(blue)] }] },
      { aws_route53_record: { green: [record(green)] } },
    ]
    expect(inJson([{ resource }])).toEqual(inHcl(RECORDS))
  })

  it('follows records to records, and loops', () => {
    const names = {
      for_each: '${toset(["eu", "us"])}',
      name: '${each.key}.example.com',
      set_identifier: null,
    }
    const read = inJson({
      resource: {
        aws_route53_record: {
          site: record({ ...names, records: ['192.0.2.1'] }),
          www: record({
            ttl: null,
            alias: {
              name: '${aws_route53_record.site["eu"].fqdn}',
              zone_id: 'Z1',
              evaluate_target_health: false,
            },
          }),
        },
      },
    })
    expect(JSON.stringify(read)).toContain(JSON.stringify('"Value":"192.0.2.1"').slice(1, -1))
  })

  it('of a data source makes the document that Terraform makes', () => {
    const source = {
      record_type: 'A',
      start_rule: 'r',
      endpoint: [
        { id: 'a', type: 'value', value: '192.0.2.1' },
        { id: 'b', type: 's3-website', region: 'eu-west-1', value: '${var.bucket}' },
      ],
      rule: {
        id: 'r',
        type: 'failover',
        primary: { endpoint_reference: 'a', evaluate_target_health: true },
        secondary: [{ endpoint_reference: 'b' }],
      },
    }
    const read = inJson({
      data: { aws_route53_traffic_policy_document: { d: source } },
      resource: {
        aws_route53_traffic_policy: {
          web: { name: 'web', document: '${data.aws_route53_traffic_policy_document.d.json}' },
        },
      },
    })
    expect(read).toEqual(
      inHcl(`data "aws_route53_traffic_policy_document" "d" {
  record_type = "A"
  start_rule  = "r"
  endpoint {
    id    = "a"
    type  = "value"
    value = "192.0.2.1"
  }
  endpoint {
    id     = "b"
    type   = "s3-website"
    region = "eu-west-1"
    value  = var.bucket
  }
  rule {
    id   = "r"
    type = "failover"
    primary {
      endpoint_reference     = "a"
      evaluate_target_health = true
    }
    secondary {
      endpoint_reference = "b"
    }
  }
}
resource "aws_route53_traffic_policy" "web" {
  name     = "web"
  document = data.aws_route53_traffic_policy_document.d.json
}
`),
    )
  })

  it('reads what jsonencode makes inside a string, and says where a document is computed', () => {
    const policy = (document: string) => ({ resource: { aws_route53_traffic_policy: { web: { document } } } })
    const inner =
      'RecordType = "A", StartEndpoint = "a", Endpoints = { a = { Type = "value", Value = aws_eip.a.public_ip } }'
    expect(inJson(policy(`\${jsonencode({ ${inner} })}`))).toMatchObject({
      document:
        '{"RecordType":"A","StartEndpoint":"a","Endpoints":{"a":{"Type":"value","Value":"${aws_eip.a.public_ip}"}}}',
    })
    expect(inJson(policy('${file("policy.json")}'))).toEqual([
      'At line 5, column 21: the document of resource aws_route53_traffic_policy.web is not written out in this text; it is file("policy.json"). Open what it comes from, or the output of “terraform show -json”, which has it in full.',
    ])
  })
})
