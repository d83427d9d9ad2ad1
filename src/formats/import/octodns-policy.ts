import { isJsonObject, type JsonObject, jsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import { decodePolicy } from '../../policy/document'
import { NEWEST_FORMAT, type Policy } from '../../policy/policy'
import { itemsOf, wordOf } from './document-content'
import { importProblem } from './import-problem'
import { branchTo, poolReader, type Reference } from './octodns-pools'

/** A policy with what octoDNS said that it cannot say. */
export interface DynamicPolicy {
  readonly policy: Policy
  readonly problems: readonly Problem[]
}

/**
 * The policy that a dynamic record amounts to: a geolocation rule over its pools, each followed by its
 * fallbacks and at last by the record's own values.
 */
export function dynamicPolicy(record: JsonObject, dynamic: JsonObject, type: string): Result<DynamicPolicy> {
  const reader = poolReader(dynamic.get('pools'), record)
  const rules = itemsOf(dynamic.get('rules')).filter(isJsonObject)
  const locations = rules.flatMap((rule) => locationsOf(rule, reader.poolReference, reader.lose))
  const [only] = locations
  if (only === undefined) {
    const message = 'This dynamic record has no rule that leads to one of its pools.'
    return failure(importProblem('import/no-policy', message))
  }
  const { reference, place } = only
  const plain = locations.length === 1 && place.get('IsDefault') === true
  const start = plain ? reference : reader.addRule('places', geoRule(locations))
  const { endpoints, rules: written } = reader.members()
  const document = jsonObject([
    ['AWSPolicyFormatVersion', NEWEST_FORMAT],
    ['RecordType', type],
    [start.kind === 'rule' ? 'StartRule' : 'StartEndpoint', start.id],
    ['Endpoints', endpoints],
    ...(written.size > 0 ? [['Rules', written] as const] : []),
  ])
  const policy = decodePolicy(document, null)
  return policy.ok ? success({ policy: policy.value, problems: reader.problems() }) : policy
}

interface Location {
  readonly place: JsonObject
  readonly reference: Reference
}

function geoRule(locations: readonly Location[]): JsonObject {
  const members = locations.map(({ place, reference }) => jsonObject([...place, ...branchTo(reference)]))
  return jsonObject([
    ['RuleType', 'geo'],
    ['Locations', members],
  ])
}

/** A location for each place of a rule; one default where it names none. */
function locationsOf(
  rule: JsonObject,
  poolReference: (name: string) => Reference | null,
  lose: (message: string) => void,
): readonly Location[] {
  const pool = wordOf(rule.get('pool')) ?? ''
  const geos = itemsOf(rule.get('geos')).flatMap((geo) => wordOf(geo) ?? [])
  const subnets = itemsOf(rule.get('subnets')).flatMap((subnet) => wordOf(subnet) ?? [])
  if (subnets.length > 0) {
    lose(
      `The subnets ${subnets.slice(0, 4).join(', ')} of pool “${pool}” are left out: a traffic policy document cannot route by client address.`,
    )
    if (geos.length === 0) return []
  }
  const reference = poolReference(pool)
  if (!reference) return []
  if (geos.length === 0) return [{ place: jsonObject([['IsDefault', true]]), reference }]
  return geos.flatMap((geo): Location[] => {
    const place = placeOf(geo)
    if (place) return [{ place, reference }]
    lose(
      `The place “${geo}” of pool “${pool}” is left out: Route 53 knows continents, countries and US states only.`,
    )
    return []
  })
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
