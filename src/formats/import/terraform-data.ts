import { type Json, type JsonObject, jsonObject } from '../../model/json'
import { hclToJson } from '../hcl/hcl-json'
import type { HclScope } from '../hcl/hcl-scope'
import type { HclBody } from '../hcl/hcl-tree'
import { itemsOf } from './document-content'
import { blocksOf, type ScopedBlock } from './terraform-dynamic'

/**
 * The document that a data source `aws_route53_traffic_policy_document` makes (route53.md 11): its arguments
 * under the document's own names. Terraform leaves false out, and so does this.
 */
export function documentOfDataSource(body: HclBody, scope: HclScope): JsonObject {
  const given = new Map(body.attributes.map(({ name, value }) => [name, hclToJson(value, scope)]))
  for (const { name, value } of body.attributes)
    if (!OWN_ARGUMENTS.has(name) && !META_ARGUMENTS.has(name)) leaveOut(scope, value.start, name)
  const blocks = blocksOf(body, scope)
  for (const { block } of blocks)
    if (block.type !== 'endpoint' && block.type !== 'rule' && block.type !== 'lifecycle')
      leaveOut(scope, block.start, block.type)
  const members = (type: string, read: (block: ScopedBlock) => JsonObject) =>
    jsonObject(
      blocks
        .filter(({ block }) => block.type === type)
        .map((each, index) => [idOf(each) ?? `${type}-${index + 1}`, read(each)]),
    )
  const rules = members('rule', ruleOf)
  const entries: readonly (readonly [string, Json | undefined])[] = [
    ['AWSPolicyFormatVersion', given.get('version') ?? '2015-10-01'],
    ['RecordType', given.get('record_type')],
    ['StartEndpoint', given.get('start_endpoint')],
    ['StartRule', given.get('start_rule')],
    ['Endpoints', members('endpoint', (each) => named(each, ENDPOINT_NAMES))],
    ['Rules', rules.size > 0 ? rules : undefined],
  ]
  return jsonObject(entries.flatMap(([key, json]): [string, Json][] => (json == null ? [] : [[key, json]])))
}

const OWN_ARGUMENTS = new Set(['version', 'record_type', 'start_endpoint', 'start_rule', 'id'])
/** Arguments of Terraform itself, which say nothing of the document. */
const META_ARGUMENTS = new Set(['provider', 'count', 'for_each', 'depends_on'])

function leaveOut({ say }: HclScope, offset: number, name: string): void {
  say(offset, `“${name}” is left out, since the data source has no such argument.`)
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

function ruleOf(each: ScopedBlock): JsonObject {
  const rule = new Map<string, Json>(named(each, { type: 'RuleType' }))
  for (const inner of blocksOf(each.block.body, each.scope)) {
    const { type, start } = inner.block
    const side = nameOf(SIDES, type)
    const list = nameOf(LISTS, type)
    if (side === undefined && list === undefined) {
      leaveOut(each.scope, start, type)
      continue
    }
    const branch = named(inner, BRANCH_NAMES)
    if (side !== undefined) rule.set(side, branch)
    if (list !== undefined) rule.set(list, [...itemsOf(rule.get(list)), branch])
  }
  return rule
}

function named({ block, scope }: ScopedBlock, names: Readonly<Record<string, string>>): JsonObject {
  return jsonObject(
    block.body.attributes.flatMap(({ name, value }): [string, Json][] => {
      const key = nameOf(names, name)
      if (key === undefined && name !== 'id') leaveOut(scope, value.start, name)
      if (key === undefined) return []
      const json = hclToJson(value, scope)
      return json === null || json === false ? [] : [[key, json]]
    }),
  )
}

function nameOf(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined
}

function idOf({ block, scope }: ScopedBlock): string | undefined {
  const id = block.body.attributes.find(({ name }) => name === 'id')
  const json = id && hclToJson(id.value, scope)
  return typeof json === 'string' ? json : undefined
}
