import { type Json, type JsonObject, jsonObject } from '../../model/json'
import { type HclValues, hclToJson } from '../hcl/hcl-json'
import type { HclBlock, HclBody } from '../hcl/hcl-tree'
import { itemsOf } from './document-content'

/**
 * The document that a data source `aws_route53_traffic_policy_document` makes (route53.md 11): its arguments
 * under the document's own names. Terraform leaves false out, and so does this.
 */
export function documentOfDataSource(body: HclBody, values: HclValues): JsonObject {
  const { attributes } = body
  const given = new Map(attributes.map(({ name, value }) => [name, hclToJson(value, values)]))
  const members = (type: string, read: (block: HclBlock) => JsonObject) =>
    jsonObject(
      body.blocks
        .filter((block) => block.type === type)
        .map((block, index) => [idOf(block, values) ?? `${type}-${index + 1}`, read(block)]),
    )
  const rules = members('rule', (block) => ruleOf(block, values))
  const entries: readonly (readonly [string, Json | undefined])[] = [
    ['AWSPolicyFormatVersion', given.get('version') ?? '2015-10-01'],
    ['RecordType', given.get('record_type')],
    ['StartEndpoint', given.get('start_endpoint')],
    ['StartRule', given.get('start_rule')],
    ['Endpoints', members('endpoint', (block) => named(block, values, ENDPOINT_NAMES))],
    ['Rules', rules.size > 0 ? rules : undefined],
  ]
  return jsonObject(entries.flatMap(([key, json]): [string, Json][] => (json == null ? [] : [[key, json]])))
}

const ENDPOINT_NAMES = { type: 'Type', region: 'Region', value: 'Value' } as const
const BRANCH_NAMES = {
  endpoint_reference: 'EndpointReference',
  rule_reference: 'RuleReference',
  evaluate_target_health: 'EvaluateTargetHealth',
  health_check: 'HealthCheck',
  is_default: 'IsDefault',
  continent: 'Continent',
  country: 'Country',
  subdivision: 'Subdivision',
  region: 'Region',
  latitude: 'Latitude',
  longitude: 'Longitude',
  bias: 'Bias',
  weight: 'Weight',
} as const
/** Blocks of a rule by the list or side that they are members of. */
const LISTS = {
  location: 'Locations',
  geo_proximity_location: 'GeoproximityLocations',
  region: 'Regions',
  items: 'Items',
} as const
const SIDES = { primary: 'Primary', secondary: 'Secondary' } as const

function ruleOf(block: HclBlock, values: HclValues): JsonObject {
  const rule = new Map<string, Json>(named(block, values, { type: 'RuleType' }))
  for (const inner of block.body.blocks) {
    const side = nameOf(SIDES, inner.type)
    const list = nameOf(LISTS, inner.type)
    const branch = named(inner, values, BRANCH_NAMES)
    if (side !== undefined) rule.set(side, branch)
    if (list === undefined) continue
    rule.set(list, [...itemsOf(rule.get(list)), branch])
  }
  return rule
}

function named(block: HclBlock, values: HclValues, names: Readonly<Record<string, string>>): JsonObject {
  return jsonObject(
    block.body.attributes.flatMap(({ name, value }): [string, Json][] => {
      const key = nameOf(names, name)
      const json = hclToJson(value, values)
      return key === undefined || json === null || json === false ? [] : [[key, json]]
    }),
  )
}

function nameOf(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined
}

function idOf({ body }: HclBlock, values: HclValues): string | undefined {
  const id = body.attributes.find(({ name }) => name === 'id')
  const json = id && hclToJson(id.value, values)
  return typeof json === 'string' ? json : undefined
}
