import {
  EMPTY_OBJECT,
  isJsonArray,
  isJsonNumber,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../model/json'
import { failure, success } from '../../model/result'
import type { PolicyRecord } from '../../scenario/scenario'
import { wordOf } from './document-content'
import { importProblem } from './import-problem'
import { dynamicPolicy, geoPolicy } from './octodns-policy'
import type { Candidate, Recogniser } from './recogniser'

/** An octoDNS zone file: each record with `dynamic`, or the older `geo`, becomes a policy, with its name and TTL. */
export const recogniseOctodns: Recogniser = ({ root, name }) => {
  const zone = isJsonObject(root.json) ? root.json : null
  if (!zone || ![...zone.values()].some((value) => recordsOf(value).some(isRecord))) return null
  const zoneName = zoneOf(name)
  const candidates = [...zone].flatMap(([owner, value]) =>
    recordsOf(value).flatMap((record) => candidateOf(owner, record, zoneName)),
  )
  if (candidates.length > 0) return success({ kind: 'octoDNS zone', candidates })
  const message =
    'This octoDNS zone holds no dynamic record, which is one with “dynamic”, its pools and its rules, or with “geo”.'
  return failure(importProblem('import/no-policy', message))
}

function recordsOf(value: Json): readonly JsonObject[] {
  return (isJsonArray(value) ? value : [value]).filter(isJsonObject)
}

/** Whether an object is a record of octoDNS: a type with what it answers. */
function isRecord(record: JsonObject): boolean {
  const type = record.get('type')
  const answers = ['dynamic', 'value', 'values', 'geo'].some((key) => record.has(key))
  return typeof type === 'string' && /^[A-Z]{1,6}$/.test(type) && answers
}

function candidateOf(owner: string, record: JsonObject, zone: string | null): readonly Candidate[] {
  const dynamic = record.get('dynamic')
  const type = wordOf(record.get('type')) ?? ''
  const geo = record.get('geo')
  if (!isJsonObject(dynamic) && !isJsonObject(geo)) return []
  const where = `record ${owner === '' ? '@' : owner} ${type}`
  const read = isJsonObject(dynamic)
    ? dynamicPolicy(record, dynamic, type)
    : geoPolicy(record, isJsonObject(geo) ? geo : EMPTY_OBJECT, type)
  const head = { name: owner === '' ? (zone ?? 'apex') : owner, where, comment: type }
  if (!read.ok) return [{ ...head, content: { kind: 'none', problems: read.problems }, problems: [] }]
  const { policy, problems } = read.value
  return [
    { ...head, content: { kind: 'policy', policy, record: policyRecord(owner, record, zone) }, problems },
  ]
}

/** Name and TTL; octoDNS names its files after the zone. */
function policyRecord(owner: string, record: JsonObject, zone: string | null): Partial<PolicyRecord> {
  const ttl = record.get('ttl')
  const seconds = isJsonNumber(ttl) ? Number(ttl.number) : Number.NaN
  return {
    ...(Number.isInteger(seconds) && seconds >= 0 ? { ttl: seconds } : {}),
    ...(zone === null ? {} : { name: owner === '' ? zone : `${owner}.${zone}`, hostedZone: zone }),
  }
}

function zoneOf(name: string | null): string | null {
  const stem =
    name
      ?.replace(/^.*[\\/]/, '')
      .replace(/\.(yaml|yml|json)$/i, '')
      .replace(/\.$/, '') ?? ''
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/i.test(stem) ? stem : null
}
