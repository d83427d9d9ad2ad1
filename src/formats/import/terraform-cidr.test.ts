import { describe, expect, it } from 'vitest'
import { type Json, toJson } from '../../model/json'
import { encodePolicy } from '../../policy/document'
import { openText } from '../open'

const LOCATION_NAMES = ['hq', '*']

const RECORDS = LOCATION_NAMES.map(
  (name, index) => `resource "aws_route53_record" "r${index}" {
  zone_id        = "Z1"
  name           = "office.example.com"
  type           = "A"
  ttl            = 60
  records        = ["192.0.2.${index + 1}"]
  set_identifier = "set-${index}"

  cidr_routing_policy {
    collection_id = aws_route53_cidr_collection.offices.id
    location_name = ${name === '*' ? '"*"' : 'aws_route53_cidr_location.all["hq"].name'}
  }
}`,
).join('\n')

const LOCATIONS = `resource "aws_route53_cidr_location" "all" {
  for_each           = { hq = ["198.51.100.0/24"] }
  cidr_collection_id = aws_route53_cidr_collection.offices.id
  name               = each.key
  cidr_blocks        = each.value
}`

function rulesOf(text: string): Json | undefined {
  const opened = openText(text)
  return opened.ok && opened.value.kind === 'policy'
    ? encodePolicy(opened.value.policy).get('Rules')
    : undefined
}

const rulesWith = (collection: object) =>
  toJson({
    office: {
      RuleType: 'cidr',
      ...collection,
      CidrLocations: [
        { EndpointReference: 'set-0', LocationName: 'hq', CidrList: ['198.51.100.0/24'] },
        { EndpointReference: 'set-1', LocationName: '*' },
      ],
    },
  })

describe('records of Terraform that are routed by addresses', () => {
  it('have the blocks of the locations beside them', () => {
    expect(rulesOf(`${LOCATIONS}\n${RECORDS}`)).toEqual(rulesWith({}))
  })

  it('have them in a state too', () => {
    const id = '1f2e3d4c-0000-4000-8000-000000000000'
    const record = (name: string, index: number) => ({
      name: 'office.example.com',
      type: 'A',
      ttl: 60,
      records: [`192.0.2.${index + 1}`],
      set_identifier: `set-${index}`,
      cidr_routing_policy: [{ collection_id: id, location_name: name }],
    })
    const resource = (type: string, instances: readonly object[]) => ({
      mode: 'managed',
      type,
      name: 'it',
      instances: instances.map((attributes) => ({ attributes })),
    })
    const state = {
      terraform_version: '1.9.0',
      resources: [
        resource('aws_route53_record', LOCATION_NAMES.map(record)),
        resource('aws_route53_cidr_location', [
          { cidr_collection_id: id, name: 'hq', cidr_blocks: ['198.51.100.0/24'] },
        ]),
      ],
    }
    expect(rulesOf(JSON.stringify(state))).toEqual(rulesWith({ CidrCollection: id }))
  })
})
