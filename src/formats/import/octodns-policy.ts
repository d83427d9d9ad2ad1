import { isJsonObject, type JsonObject, jsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { quoteSome } from '../../model/problem-kind'
import { failure, type Result, success } from '../../model/result'
import { decodePolicy } from '../../policy/document'
import { NEWEST_FORMAT, type Policy } from '../../policy/policy'
import { itemsOf, wordOf } from './document-content'
import { importProblem } from './import-problem'
import { branchTo, ownValues, type PoolReader, poolReader, type Reference } from './octodns-pools'
import { type SubnetRule, subnetRule } from './octodns-subnets'

/** A policy with what octoDNS said that it cannot say. */
export interface DynamicPolicy {
  readonly policy: Policy
  readonly problems: readonly Problem[]
}

/**
 * The policy that a dynamic record amounts to: an IP-based rule where it knows subnets, then a geolocation rule,
 * over its pools, each followed by its fallbacks and at last by the record's own values.
 */
export function dynamicPolicy(record: JsonObject, dynamic: JsonObject, type: string): Result<DynamicPolicy> {
  const reader = poolReader(dynamic.get('pools'), record)
  const rules = itemsOf(dynamic.get('rules')).filter(isJsonObject).map(ruleOf)
  const locations = rules.flatMap((rule) => locationsOf(rule, reader))
  const subnets = rules.flatMap(({ pool, subnets: blocks }): SubnetRule[] => {
    const reference = blocks.length > 0 ? reader.poolReference(pool) : null
    return reference ? [{ name: pool, blocks, reference }] : []
  })
  const start = started(locations, subnets, reader)
  return start
    ? finished(start, type, reader)
    : failure(
        importProblem('import/no-policy', 'This dynamic record has no rule that leads to one of its pools.'),
      )
}

/** The policy that a record with `geo` amounts to, octoDNS's older form: values by place, and its own for the rest. */
export function geoPolicy(record: JsonObject, geo: JsonObject, type: string): Result<DynamicPolicy> {
  const reader = poolReader(undefined, record)
  const places = [...geo].flatMap(([code, values]): readonly Location[] => {
    const place = placeOf(code)
    if (!place) {
      reader.lose(leftOut(code, 'of “geo”'))
      return []
    }
    const reference = reader.valuesReference(code, values)
    const [first] = itemsOf(values)
    const value = wordOf(first ?? values)
    // octoDNS checks the first value of a place, and leaves the place when that is down.
    return reference && value !== undefined
      ? [{ place, reference: { ...reference, healthCheck: reader.healthCheckOf(value) } }]
      : []
  })
  const rest = reader.valuesReference('default', ownValues(record))
  const locations = rest ? [...places, { place: jsonObject([['IsDefault', true]]), reference: rest }] : places
  const start = started(locations, [], reader)
  return start
    ? finished(start, type, reader)
    : failure(importProblem('import/no-policy', 'This record has no value for any place of its “geo”.'))
}

function finished(start: Reference, type: string, reader: PoolReader): Result<DynamicPolicy> {
  const { endpoints, rules } = reader.members()
  const document = jsonObject([
    ['AWSPolicyFormatVersion', NEWEST_FORMAT],
    ['RecordType', type],
    [start.kind === 'rule' ? 'StartRule' : 'StartEndpoint', start.id],
    ['Endpoints', endpoints],
    ...(rules.size > 0 ? [['Rules', rules] as const] : []),
  ])
  const policy = decodePolicy(document, null)
  return policy.ok ? success({ policy: policy.value, problems: reader.problems() }) : policy
}

interface Location {
  readonly place: JsonObject
  readonly reference: Reference
}

/** Where the policy begins: at the subnets, at the places, or at the one pool for everybody; null for nowhere. */
function started(
  locations: readonly Location[],
  subnets: readonly SubnetRule[],
  reader: PoolReader,
): Reference | null {
  const [only] = locations
  const plain = locations.length === 1 && only?.place.get('IsDefault') === true
  const placed = plain ? only.reference : only && reader.addRule('places', geoRule(locations))
  return subnets.length === 0
    ? (placed ?? null)
    : reader.addRule('subnets', subnetRule(subnets, placed ?? null))
}

function geoRule(locations: readonly Location[]): JsonObject {
  const members = locations.map(({ place, reference }) => jsonObject([...place, ...branchTo(reference)]))
  return jsonObject([
    ['RuleType', 'geo'],
    ['Locations', members],
  ])
}

/** A rule of a dynamic record. */
interface Rule {
  readonly pool: string
  readonly geos: readonly string[]
  readonly subnets: readonly string[]
}

function ruleOf(rule: JsonObject): Rule {
  const words = (key: string) => itemsOf(rule.get(key)).flatMap((item) => wordOf(item) ?? [])
  return { pool: wordOf(rule.get('pool')) ?? '', geos: words('geos'), subnets: words('subnets') }
}

/** A location for each place of a rule; one default where it names neither place nor subnet. */
function locationsOf(
  { pool, geos, subnets }: Rule,
  { poolReference, lose }: PoolReader,
): readonly Location[] {
  if (geos.length === 0 && subnets.length > 0) return []
  if (geos.length > 0 && subnets.length > 0) {
    lose(
      `Pool “${pool}” is for the subnets ${quoteSome(subnets)} and for the places ${quoteSome(geos)}; here either is enough, and the subnets come first. Whether octoDNS wants both depends on the provider.`,
    )
  }
  const reference = poolReference(pool)
  if (!reference) return []
  if (geos.length === 0) return [{ place: jsonObject([['IsDefault', true]]), reference }]
  return geos.flatMap((geo): Location[] => {
    const place = placeOf(geo)
    if (place) return [{ place, reference }]
    lose(leftOut(geo, `of pool “${pool}”`))
    return []
  })
}

function leftOut(geo: string, whose: string): string {
  return `The place “${geo}” ${whose} is left out: Route 53 knows continents, countries and US states only.`
}

/** octoDNS writes `EU`, `EU-FR` and `NA-US-CA`. */
function placeOf(geo: string): JsonObject | null {
  const [continent = '', country, subdivision] = geo.split('-')
  if (country === undefined) return jsonObject([['Continent', continent]])
  if (subdivision === undefined) return jsonObject([['Country', country]])
  if (country !== 'US') return null
  return jsonObject([
    ['Country', country],
    ['Subdivision', subdivision],
  ])
}
