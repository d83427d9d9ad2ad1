import { fold } from '../../geo/fold'
import { LOCAL_ZONE_GROUPS } from '../../geo/local-zones'
import type { Target } from '../../model/address'
import { type Json, type JsonObject, jsonObject } from '../../model/json'
import { LOCATION_PREFIX } from '../../rules/geoproximity/location'
import { DEFAULT_LOCATION } from '../../rules/ip-based/location'
import type { ResourceEndpoint } from './alias-target'
import { COLLECTION_ID, locationKey } from './cidr-collections'
import type { RecordPlace, RecordSite, Routing } from './record-set'
import { unique } from './rule-names'

/** A branch on its way into a document. */
export interface BuiltBranch {
  readonly target: Target
  /** Null where the flag has no meaning. */
  readonly evaluateTargetHealth: boolean | null
  readonly healthCheck: string | null
  readonly routing: Routing
}

/** A policy document that is being put together from record sets. */
export interface PolicyBuilder {
  /** The endpoint of a value or resource; one and the same for all that answer alike. */
  readonly endpoint: (is: ResourceEndpoint | string, wish: string) => Target
  /** A rule with these branches, which are of one kind. */
  readonly rule: (branches: readonly BuiltBranch[], wish: string) => Target
  readonly document: (recordType: string, start: Target) => JsonObject
}

/** Most characters of an id made here (route53.md 1.1). */
const LONGEST_ID = 63

/** `blocks` are those of CIDR locations by `locationKey`. */
export function policyBuilder(blocks: ReadonlyMap<string, readonly string[]>): PolicyBuilder {
  // One name space for both, since the same id in both is only asking for trouble (route53.md 9.12).
  const ids = new Set<string>()
  const endpoints = new Map<string, { readonly id: string; readonly member: JsonObject }>()
  const rules = new Map<string, JsonObject>()

  return {
    endpoint(is, wish) {
      const { type, value, region } = typeof is === 'string' ? { type: 'value', value: is, region: null } : is
      const key = JSON.stringify([type, value, region])
      const known = endpoints.get(key)
      if (known) return { kind: 'endpoint', id: known.id }
      const id = unique(idOf(wish, 'endpoint'), LONGEST_ID, ids, '-')
      const member = jsonObject([
        ['Type', type],
        ...(region === null ? [] : [['Region', region] as const]),
        ['Value', value],
      ])
      endpoints.set(key, { id, member })
      return { kind: 'endpoint', id }
    },
    rule(branches, wish) {
      const id = unique(idOf(wish, 'rule'), LONGEST_ID, ids, '-')
      rules.set(id, ruleJson(branches, blocks))
      return { kind: 'rule', id }
    },
    document: (recordType, start) =>
      jsonObject([
        ['AWSPolicyFormatVersion', '2023-05-09'],
        ['RecordType', recordType],
        [start.kind === 'rule' ? 'StartRule' : 'StartEndpoint', start.id],
        ['Endpoints', jsonObject([...endpoints.values()].map(({ id, member }) => [id, member] as const))],
        // The start first: rules were made from the bottom up.
        ...(rules.size > 0 ? [['Rules', jsonObject([...rules].toReversed())] as const] : []),
      ]),
  }
}

/** A text as an id; letters with diacritics become plain ones, anything else a hyphen. */
function idOf(wish: string, otherwise: string): string {
  const plain = /^[\x20-\x7e]*$/.test(wish) ? wish : fold(wish)
  return plain.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[-_]+|-+$/g, '') || otherwise
}

type Blocks = ReadonlyMap<string, readonly string[]>

function ruleJson(branches: readonly BuiltBranch[], blocks: Blocks): JsonObject {
  const kind = branches[0]?.routing.kind ?? 'simple'
  const members = branches.map((branch) =>
    jsonObject([...targetEntries(branch), ...routingEntries(branch.routing, blocks)]),
  )
  const list = (type: string, key: string) =>
    jsonObject([
      ['RuleType', type],
      [key, members],
    ])
  switch (kind) {
    case 'weighted':
      return list('weighted', 'Items')
    case 'multivalue':
    case 'simple':
      return list('multivalue', 'Items')
    case 'geolocation':
      return list('geo', 'Locations')
    case 'latency':
      return list('latency', 'Regions')
    case 'geoproximity':
      return list('geoproximity', 'GeoproximityLocations')
    case 'cidr':
      return jsonObject([['RuleType', 'cidr'], ...collectionEntry(branches), ['CidrLocations', members]])
    case 'failover':
      return jsonObject([['RuleType', 'failover'], ...sides(branches, members)])
  }
}

/** The collection that the records point to, so that records written again point there too. */
function collectionEntry([first]: readonly BuiltBranch[]): Entries {
  const routing = first?.routing
  return routing?.kind === 'cidr' && COLLECTION_ID.test(routing.collection)
    ? [['CidrCollection', routing.collection]]
    : []
}

function sides(branches: readonly BuiltBranch[], members: readonly JsonObject[]): Entries {
  return (['PRIMARY', 'SECONDARY'] as const).flatMap((role) => {
    const index = branches.findIndex(({ routing }) => routing.kind === 'failover' && routing.role === role)
    const member = members[index]
    return member ? [[role === 'PRIMARY' ? 'Primary' : 'Secondary', member] as const] : []
  })
}

type Entries = readonly (readonly [string, Json])[]

function targetEntries({ target, evaluateTargetHealth, healthCheck }: BuiltBranch): Entries {
  return [
    [target.kind === 'rule' ? 'RuleReference' : 'EndpointReference', target.id],
    ...(evaluateTargetHealth === null ? [] : [['EvaluateTargetHealth', evaluateTargetHealth] as const]),
    ...(healthCheck === null ? [] : [['HealthCheck', healthCheck] as const]),
  ]
}

function routingEntries(routing: Routing, blocks: Blocks): Entries {
  switch (routing.kind) {
    case 'weighted':
      return [['Weight', String(routing.weight)]]
    case 'latency':
      return [['Region', routing.region]]
    case 'geolocation':
      return placeEntries(routing.place)
    case 'geoproximity':
      return [
        ['Location', siteJson(routing.site)],
        ['Bias', String(routing.bias)],
      ]
    case 'simple':
    case 'failover':
    case 'multivalue':
      return []
    case 'cidr': {
      const known = blocks.get(locationKey(routing.collection, routing.location)) ?? []
      const isDefault = routing.location === DEFAULT_LOCATION
      return [['LocationName', routing.location], ...(isDefault ? [] : [['CidrList', known] as const])]
    }
  }
}

function placeEntries(place: RecordPlace): Entries {
  if ('continent' in place) return [['Continent', place.continent]]
  const { country, subdivision } = place
  return [['Country', country], ...(subdivision === null ? [] : [['Subdivision', subdivision] as const])]
}

function siteJson(site: RecordSite): JsonObject {
  switch (site.kind) {
    case 'region':
      return jsonObject([
        ['Type', 'Region'],
        ['LocationName', LOCATION_PREFIX + site.region],
      ])
    case 'localZoneGroup':
      return jsonObject([
        ['Type', 'LocalZone'],
        ['LocationName', LOCATION_PREFIX + zoneOf(site.group)],
      ])
    case 'coordinates':
      return jsonObject([
        ['Type', 'Coordinate'],
        ['Latitude', site.latitude],
        ['Longitude', site.longitude],
      ])
  }
}

/** A document names a zone, a record its group: the group's first zone stands at the same place. */
function zoneOf(group: string): string {
  return LOCAL_ZONE_GROUPS.find(({ code }) => code === group)?.zones[0] ?? `${group}a`
}
