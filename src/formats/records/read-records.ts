import {
  type FieldCodec,
  flag,
  isPlaceholder,
  numeric,
  readable,
  readField,
  text,
  textList,
} from '../../model/field'
import {
  EMPTY_OBJECT,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  present,
} from '../../model/json'
import { DEFAULT_TTL } from '../../scenario/scenario'
import { plainValue } from '../intrinsics'
import { answeredBlocks, isCidrAnswer } from './cidr-answers'
import { locationKey } from './cidr-collections'
import type {
  AliasTarget,
  RecordAnswer,
  RecordPlace,
  RecordSet,
  RecordSite,
  Routing,
  WrittenNumber,
} from './record-set'

/** A record set that no policy can hold, or that cannot be read. */
export interface LeftRecord {
  readonly name: string
  readonly type: string
  readonly setIdentifier: string | null
  /** In a few words: `made by a traffic policy`. */
  readonly why: string
}

/** What a list of record sets holds. */
export interface ReadRecords {
  readonly sets: readonly RecordSet[]
  readonly left: readonly LeftRecord[]
  /** Blocks of CIDR locations by `locationKey`, as far as the text holds them. */
  readonly blocks?: ReadonlyMap<string, readonly string[]>
  /** Whether the list says that it has more pages. */
  readonly unfinished?: boolean
}

/**
 * Reads the answer of `list-resource-record-sets` (perhaps with those about CIDR collections), a change batch (deletions left out), the record sets of a
 * CloudFormation template, or a bare list of record sets; null when it is none of these.
 */
export function readRecords(json: Json): ReadRecords | null {
  const members = recordMembers(json)
  if (members === null) return null
  const sets: RecordSet[] = []
  const left: LeftRecord[] = []
  for (const member of members) {
    const read = readSet(member)
    if ('why' in read) left.push(read)
    else sets.push(read)
  }
  const answers = isJsonArray(json) ? json.filter(isCidrAnswer) : []
  const blocks = new Map([...templateBlocks(json), ...answeredBlocks(answers, sets)])
  return { sets, left, blocks, unfinished: isUnfinished(json) }
}

function recordMembers(json: Json): readonly JsonObject[] | null {
  if (isJsonArray(json)) return listedMembers(json)
  if (!isJsonObject(json)) return null
  if (isRecordSet(json)) return [json]
  const listed = json.get('ResourceRecordSets')
  if (isJsonArray(listed)) return listed.filter(isJsonObject)
  const resources = json.get('Resources')
  if (isJsonObject(resources)) return templateMembers(resources)
  const batch = json.get('ChangeBatch') ?? json
  const changes = isJsonObject(batch) ? batch.get('Changes') : undefined
  if (!isJsonArray(changes)) return null
  return changes.flatMap((change) => {
    if (!isJsonObject(change) || change.get('Action') === 'DELETE') return []
    const set = change.get('ResourceRecordSet')
    return isJsonObject(set) ? [set] : []
  })
}

/** A bare list of record sets, or the pages of a longer one, with the blocks of CIDR collections beside them. */
function listedMembers(whole: readonly Json[]): readonly JsonObject[] | null {
  const list = whole.filter((each) => !isCidrAnswer(each))
  if (list.length === 0) return null
  if (list.every(isRecordSet)) return list.filter(isJsonObject)
  const pages = list.map((page) => (isJsonObject(page) ? page.get('ResourceRecordSets') : undefined))
  return pages.every(isJsonArray)
    ? pages.flatMap((page) => (isJsonArray(page) ? page.filter(isJsonObject) : []))
    : null
}

/** Whether a list of record sets says of itself that more follow. */
function isUnfinished(json: Json): boolean {
  const last = isJsonArray(json) ? json.findLast((each) => !isCidrAnswer(each)) : json
  return isJsonObject(last) && isJsonArray(last.get('ResourceRecordSets')) && last.get('IsTruncated') === true
}

/** A template that has traffic policies is not taken: those are what to open of it. */
function templateMembers(resources: JsonObject): readonly JsonObject[] | null {
  const types = [...resources.values()].map((resource) => isJsonObject(resource) && resource.get('Type'))
  if (types.includes('AWS::Route53::TrafficPolicy')) return null
  const members = [...resources.values()].flatMap((resource): readonly JsonObject[] => {
    if (!isJsonObject(resource)) return []
    const properties = resource.get('Properties')
    if (!isJsonObject(properties)) return []
    if (resource.get('Type') === 'AWS::Route53::RecordSet') return computedSets([properties])
    const isGroup = resource.get('Type') === 'AWS::Route53::RecordSetGroup'
    return isGroup ? computedSets(properties.get('RecordSets')) : []
  })
  return members.length > 0 ? members : null
}

/** Record sets with what CloudFormation computes in them as placeholders. */
function computedSets(sets: Json | undefined): readonly JsonObject[] {
  return isJsonArray(sets) ? sets.map(plainValue).filter(isJsonObject) : []
}

/** The blocks of the CIDR collections of a template, under the references of its records to them. */
function templateBlocks(json: Json): ReadonlyMap<string, readonly string[]> {
  const resources = isJsonObject(json) ? json.get('Resources') : undefined
  const found = new Map<string, readonly string[]>()
  for (const [id, resource] of isJsonObject(resources) ? resources : EMPTY_OBJECT) {
    if (!isJsonObject(resource) || resource.get('Type') !== 'AWS::Route53::CidrCollection') continue
    const properties = resource.get('Properties')
    const locations = isJsonObject(properties) ? properties.get('Locations') : undefined
    for (const location of isJsonArray(locations) ? locations : []) {
      if (!isJsonObject(location)) continue
      const name = field(location, 'LocationName', text) ?? ''
      const blocks = field(location, 'CidrList', textList) ?? []
      for (const key of [`\${${id}.Id}`, `\${${id}}`]) found.set(locationKey(key, name), blocks)
    }
  }
  return found
}

function isRecordSet(json: Json): boolean {
  return (
    isJsonObject(json) &&
    typeof json.get('Name') === 'string' &&
    typeof json.get('Type') === 'string' &&
    (json.has('ResourceRecords') || json.has('AliasTarget'))
  )
}

function readSet(source: JsonObject): RecordSet | LeftRecord {
  const name = shownName(field(source, 'Name', text) ?? '')
  const type = field(source, 'Type', text) ?? ''
  const setIdentifier = field(source, 'SetIdentifier', text) ?? null
  const leave = (why: string): LeftRecord => ({ name, type, setIdentifier, why })
  if (name === '' || type === '') return leave('no name or no type')
  if (source.has('TrafficPolicyInstanceId')) {
    return leave('made by a traffic policy: open its document, which get-traffic-policy prints')
  }
  const routing = readRouting(source)
  if (routing === null) return leave('routing that cannot be read')
  const answer = readAnswer(source)
  if (answer === null) return leave('neither values with a TTL nor an alias target')
  const healthCheck = field(source, 'HealthCheckId', text) ?? null
  return { name, type, setIdentifier, routing, answer, healthCheck }
}

/** A name with its trailing dot and with an asterisk where Route 53 lists `\052`. */
function shownName(name: string): string {
  if (name === '') return name
  const starred = name.replace(/^\\052(?=\.|$)/, '*')
  return starred.endsWith('.') ? starred : `${starred}.`
}

const ROUTING_KEYS: Readonly<Record<string, (source: JsonObject, raw: Json) => Routing | null>> = {
  Weight: (source) => {
    const weight = writtenNumber(source, 'Weight')
    return weight === undefined ? null : { kind: 'weighted', weight }
  },
  Region: (source) => {
    const region = field(source, 'Region', text)
    return region === undefined ? null : { kind: 'latency', region }
  },
  Failover: (_source, raw) =>
    raw === 'PRIMARY' || raw === 'SECONDARY' ? { kind: 'failover', role: raw } : null,
  GeoLocation: (_source, raw) => {
    const place = isJsonObject(raw) ? readPlace(raw) : null
    return place && { kind: 'geolocation', place }
  },
  GeoProximityLocation: (_source, raw) => {
    if (!isJsonObject(raw)) return null
    const site = readSite(raw)
    return site && { kind: 'geoproximity', site, bias: writtenNumber(raw, 'Bias') ?? 0 }
  },
  CidrRoutingConfig: (_source, raw) => {
    if (!isJsonObject(raw)) return null
    const collection = field(raw, 'CollectionId', text)
    const location = field(raw, 'LocationName', text)
    return collection === undefined || location === undefined ? null : { kind: 'cidr', collection, location }
  },
}

/** The routing that a set's keys say; null when they say two or cannot be read. */
function readRouting(source: JsonObject): Routing | null {
  const said = Object.keys(ROUTING_KEYS).filter((key) => present(source, key) !== undefined)
  const multivalue = field(source, 'MultiValueAnswer', flag) === true
  const [key, ...others] = said
  if (others.length > 0 || (multivalue && key !== undefined)) return null
  if (multivalue) return { kind: 'multivalue' }
  if (key === undefined) return { kind: 'simple' }
  return ROUTING_KEYS[key]?.(source, source.get(key) ?? null) ?? null
}

function readPlace(source: JsonObject): RecordPlace | null {
  const continent = field(source, 'ContinentCode', text)
  if (continent !== undefined) return { continent }
  const country = field(source, 'CountryCode', text)
  return country === undefined
    ? null
    : { country, subdivision: field(source, 'SubdivisionCode', text) ?? null }
}

function readSite(source: JsonObject): RecordSite | null {
  const region = field(source, 'AWSRegion', text)
  if (region !== undefined) return { kind: 'region', region }
  const group = field(source, 'LocalZoneGroup', text)
  if (group !== undefined) return { kind: 'localZoneGroup', group }
  const point = source.get('Coordinates')
  if (!isJsonObject(point)) return null
  const latitude = writtenNumber(point, 'Latitude')
  const longitude = writtenNumber(point, 'Longitude')
  if (latitude === undefined || longitude === undefined) return null
  return { kind: 'coordinates', latitude: String(latitude), longitude: String(longitude) }
}

function readAnswer(source: JsonObject): RecordAnswer | null {
  const target = source.get('AliasTarget')
  if (isJsonObject(target)) {
    const alias = readAlias(target)
    return alias && { kind: 'alias', alias }
  }
  const records = source.get('ResourceRecords')
  if (!isJsonArray(records)) return null
  const values = records.flatMap((record): string[] => {
    const value = isJsonObject(record) ? record.get('Value') : record
    return typeof value === 'string' ? [value] : []
  })
  const ttl = writtenNumber(source, 'TTL')
  if (values.length === 0 || ttl === undefined) return null
  return typeof ttl === 'string'
    ? { kind: 'values', ttl: DEFAULT_TTL, computedTtl: ttl, values }
    : { kind: 'values', ttl, values }
}

/** A number, or the placeholder that stands for one. */
function writtenNumber(source: JsonObject, key: string): WrittenNumber | undefined {
  const number = field(source, key, numeric)
  if (number !== undefined) return number
  const written = field(source, key, text)
  return isPlaceholder(written) ? written : undefined
}

function readAlias(source: JsonObject): AliasTarget | null {
  const name = field(source, 'DNSName', text)
  if (name === undefined) return null
  // Whether the zone is the record's own is told by the names in it, so a placeholder for its id does no harm.
  return {
    zone: { kind: 'known', id: field(source, 'HostedZoneId', text) ?? '' },
    name: name.endsWith('.') ? name : `${name}.`,
    evaluateTargetHealth: field(source, 'EvaluateTargetHealth', flag) ?? false,
  }
}

function field<T>(source: JsonObject, key: string, codec: FieldCodec<T>): T | undefined {
  return readable(readField(source, key, codec))
}
