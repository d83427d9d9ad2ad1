import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import type { Result } from '../../model/result'
import { hclToJson } from '../hcl/hcl-json'
import type { HclScope } from '../hcl/hcl-scope'
import { type HclBlock, type HclBody, hclAttribute } from '../hcl/hcl-tree'
import { locationKey } from '../records/cidr-collections'
import { itemsOf, wordOf } from './document-content'
import type { Candidate, Recognised } from './recogniser'
import { recordSetsIn } from './record-sets'
import { blocksOf } from './terraform-dynamic'
import { type BlockInstance, instancesOf } from './terraform-instances'
import { nameInZone, type TerraformZones, zoneOfRecord, zonesIn } from './terraform-zones'

export const RECORD = 'aws_route53_record'
export const LOCATION = 'aws_route53_cidr_location'

/** The arguments of resources as a state holds them, once for each instance. */
export interface RecordResources {
  /** Of the type `aws_route53_record`. */
  readonly records: readonly JsonObject[]
  /** Of the type `aws_route53_cidr_location`. */
  readonly locations: readonly JsonObject[]
  /** The name of the hosted zone that all records are in, where the text says it. */
  readonly zone?: string
}

/** What records amount to, read as the list of record sets that they make; null where there are none. */
export function terraformRecords(resources: RecordResources): Result<Recognised> | null {
  return resources.records.length === 0
    ? null
    : recordSetsIn(recordList(resources), terraformBlocks(resources), resources.zone)
}

/** The policies that something is routed in, for a text that holds documents too. */
export function routedBeside(records: Result<Recognised> | null): readonly Candidate[] {
  const candidates = records?.ok ? records.value.candidates : []
  return candidates.filter(({ content }) => content.kind === 'policy' && content.policy.rules.size > 0)
}

/** The record sets as the record API lists them. */
export function recordList({ records }: RecordResources): JsonObject {
  return jsonObject([['ResourceRecordSets', records.map(recordSetOf)]])
}

/** The blocks of CIDR locations by `locationKey`, under what the records call collection and location. */
export function terraformBlocks({ locations }: RecordResources): ReadonlyMap<string, readonly string[]> {
  return new Map(
    locations.map((values) => [
      locationKey(wordOf(values.get('cidr_collection_id')) ?? '', wordOf(values.get('name')) ?? ''),
      itemsOf(values.get('cidr_blocks')).flatMap((block) => wordOf(block) ?? []),
    ]),
  )
}

/** The records of a configuration and what they need, in which one may name another. */
export function resourcesIn(body: HclBody, scope: HclScope): RecordResources {
  const zones = zonesIn(body, scope)
  const bound = new Map(scope.bound)
  const kinds = new Map(
    [RECORD, LOCATION].map((type) => {
      const resources = body.blocks
        .filter((block) => block.type === 'resource' && block.labels[0] === type)
        .map((block) => ({ label: block.labels[1] ?? '', instances: instancesOf(block, scope) }))
      bound.set(type, jsonObject(resources.map(({ label, instances }) => [label, namesOf(instances, zones)])))
      return [type, resources.flatMap(({ instances }) => instances)] as const
    }),
  )
  const values = (type: string) =>
    (kinds.get(type) ?? []).map((each) =>
      valuesOf(each.block, { ...each.scope, bound: new Map([...bound, ...each.scope.bound]) }),
    )
  const records = values(RECORD).map((record) => ({ record, zone: zoneOfRecord(record, zones) }))
  const [zone, ...others] = new Set(records.map((each) => each.zone))
  return {
    records: records.map((each) => inZone(each.record, each.zone)),
    locations: values(LOCATION),
    ...(zone !== undefined && others.length === 0 && { zone }),
  }
}

function inZone(record: JsonObject, zone: string | undefined): JsonObject {
  const name = record.get('name')
  return name === undefined ? record : new Map([...record, ['name', nameInZone(name, zone)]])
}

/** What references to a resource lead to: its names, those of each instance under its key or position. */
function namesOf(instances: readonly BlockInstance[], zones: TerraformZones): Json {
  const [first] = instances
  if (!first) return null
  if (first.key === null) return ownNames(first, zones)
  return typeof first.key === 'number'
    ? instances.map((each) => ownNames(each, zones))
    : jsonObject(instances.map((each) => [String(each.key), ownNames(each, zones)] as const))
}

function ownNames({ block, scope }: BlockInstance, zones: TerraformZones): JsonObject {
  const name = hclAttribute(block.body, 'name')
  const json = name ? hclToJson(name, scope) : null
  const id = hclAttribute(block.body, 'zone_id')
  return jsonObject([
    ['name', json],
    [
      'fqdn',
      nameInZone(json, id ? zoneOfRecord(jsonObject([['zone_id', hclToJson(id, scope)]]), zones) : undefined),
    ],
  ])
}

function valuesOf({ body }: HclBlock, scope: HclScope): JsonObject {
  const values = new Map<string, Json>(
    body.attributes.map(({ name, value }) => [name, hclToJson(value, scope)]),
  )
  for (const { block, scope: within } of blocksOf(body, scope)) {
    values.set(block.type, [...itemsOf(values.get(block.type)), valuesOf(block, within)])
  }
  return values
}

/** A record as the record API spells it (route53.md 11). */
function recordSetOf(values: JsonObject): JsonObject {
  const type = wordOf(values.get('type')) ?? ''
  const alias = blockOf(values, 'alias')
  const name = wordOf(values.get('fqdn')) ?? wordOf(values.get('name'))
  const records = values.get('records')
  const multivalue = values.get('multivalue_answer_routing_policy')
  const entries: readonly (readonly [string, Json | undefined])[] = [
    ['Name', name],
    ['Type', type],
    ['SetIdentifier', wordOf(values.get('set_identifier'))],
    ['HealthCheckId', wordOf(values.get('health_check_id'))],
    ['TTL', alias ? undefined : (values.get('ttl') ?? undefined)],
    [
      'ResourceRecords',
      isJsonArray(records) && records.length > 0 ? records.map((each) => valueOf(each, type)) : undefined,
    ],
    ['AliasTarget', alias && renamed(alias, ALIAS)],
    ['Weight', blockOf(values, 'weighted_routing_policy')?.get('weight') ?? undefined],
    ['Failover', blockOf(values, 'failover_routing_policy')?.get('type') ?? undefined],
    ['Region', blockOf(values, 'latency_routing_policy')?.get('region') ?? undefined],
    ['GeoLocation', renamed(blockOf(values, 'geolocation_routing_policy'), PLACE)],
    ['GeoProximityLocation', proximity(blockOf(values, 'geoproximity_routing_policy'))],
    ['CidrRoutingConfig', renamed(blockOf(values, 'cidr_routing_policy'), CIDR)],
    ['MultiValueAnswer', multivalue === true ? true : undefined],
  ]
  return jsonObject(entries.flatMap(([key, json]) => (json === undefined ? [] : [[key, json] as const])))
}

const ALIAS = { zone_id: 'HostedZoneId', name: 'DNSName', evaluate_target_health: 'EvaluateTargetHealth' }
const PLACE = { continent: 'ContinentCode', country: 'CountryCode', subdivision: 'SubdivisionCode' }
const CIDR = { collection_id: 'CollectionId', location_name: 'LocationName' }
const SITE = { aws_region: 'AWSRegion', local_zone_group: 'LocalZoneGroup', bias: 'Bias' }
const POINT = { latitude: 'Latitude', longitude: 'Longitude' }

/** A block is a list of one in a state, and may be an object in a configuration. */
function blockOf(values: JsonObject, key: string): JsonObject | undefined {
  const held = values.get(key)
  const first = isJsonArray(held) ? held[0] : held
  return isJsonObject(first) ? first : undefined
}

/** The members under their names in the API; a state spells what is not set as an empty text. */
function renamed(
  object: JsonObject | undefined,
  names: Readonly<Record<string, string>>,
): JsonObject | undefined {
  return (
    object &&
    jsonObject(
      Object.entries(names).flatMap(([from, to]) => {
        const held = object.get(from)
        return held === undefined || held === null || held === '' ? [] : [[to, held] as const]
      }),
    )
  )
}

function proximity(site: JsonObject | undefined): JsonObject | undefined {
  const point = site && blockOf(site, 'coordinates')
  const members = renamed(site, SITE)
  if (!members || !point) return members
  return new Map<string, Json>(members).set('Coordinates', renamed(point, POINT) ?? null)
}

/** Terraform writes a text without the quotes that the record has, but with those between the strings of a long one. */
function valueOf(record: Json, type: string): Json {
  const text = wordOf(record) ?? ''
  const bare = (type === 'TXT' || type === 'SPF') && !text.startsWith('"')
  const quoted = /"\s*"/.test(text) ? `"${text}"` : JSON.stringify(text)
  return jsonObject([['Value', bare ? quoted : text]])
}
