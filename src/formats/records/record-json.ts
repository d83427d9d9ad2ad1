import { type Json, type JsonObject, jsonNumber, jsonObject } from '../../model/json'
import type {
  AliasZone,
  RecordAnswer,
  RecordPlace,
  RecordSet,
  RecordSite,
  Routing,
  WrittenNumber,
} from './record-set'

/** What the API and CloudFormation, which share all key names, spell differently. */
export interface RecordSpelling {
  /** The hosted zone id of an alias's target. */
  zoneId(zone: AliasZone): Json
  ttl(seconds: number): Json
  value(text: string): Json
  /** The id of a CIDR collection, by its key (see `cidr-collections.ts`). */
  collectionId(key: string): Json
}

/** A record set in the API's keys, in the order of its reference page. */
export function recordJson(set: RecordSet, spelling: RecordSpelling): JsonObject {
  const { name, type, setIdentifier, routing, answer, healthCheck } = set
  return jsonObject([
    ['Name', name],
    ['Type', type],
    ...(setIdentifier === null ? [] : [['SetIdentifier', setIdentifier] as const]),
    ...routingEntries(routing, spelling),
    ...answerEntries(answer, spelling),
    ...(healthCheck === null ? [] : [['HealthCheckId', healthCheck] as const]),
  ])
}

type Entries = readonly (readonly [string, Json])[]

function spelled(number: WrittenNumber): Json {
  return typeof number === 'string' ? number : jsonNumber(number)
}

function routingEntries(routing: Routing, spelling: RecordSpelling): Entries {
  switch (routing.kind) {
    case 'simple':
      return []
    case 'weighted':
      return [['Weight', spelled(routing.weight)]]
    case 'latency':
      return [['Region', routing.region]]
    case 'geolocation':
      return [['GeoLocation', placeJson(routing.place)]]
    case 'geoproximity':
      return [
        ['GeoProximityLocation', jsonObject([...siteEntries(routing.site), ['Bias', spelled(routing.bias)]])],
      ]
    case 'failover':
      return [['Failover', routing.role]]
    case 'multivalue':
      return [['MultiValueAnswer', true]]
    case 'cidr':
      return [
        [
          'CidrRoutingConfig',
          jsonObject([
            ['CollectionId', spelling.collectionId(routing.collection)],
            ['LocationName', routing.location],
          ]),
        ],
      ]
  }
}

function placeJson(place: RecordPlace): JsonObject {
  if ('continent' in place) return jsonObject([['ContinentCode', place.continent]])
  const { country, subdivision } = place
  return jsonObject([
    ['CountryCode', country],
    ...(subdivision === null ? [] : [['SubdivisionCode', subdivision] as const]),
  ])
}

function siteEntries(site: RecordSite): Entries {
  switch (site.kind) {
    case 'region':
      return [['AWSRegion', site.region]]
    case 'localZoneGroup':
      return [['LocalZoneGroup', site.group]]
    case 'coordinates':
      return [
        [
          'Coordinates',
          jsonObject([
            ['Latitude', site.latitude],
            ['Longitude', site.longitude],
          ]),
        ],
      ]
  }
}

function answerEntries(answer: RecordAnswer, spelling: RecordSpelling): Entries {
  if (answer.kind === 'values') {
    return [
      ['TTL', spelling.ttl(answer.ttl)],
      ['ResourceRecords', answer.values.map(spelling.value)],
    ]
  }
  const { zone, name, evaluateTargetHealth } = answer.alias
  return [
    [
      'AliasTarget',
      jsonObject([
        ['HostedZoneId', spelling.zoneId(zone)],
        ['DNSName', name],
        ['EvaluateTargetHealth', evaluateTargetHealth],
      ]),
    ],
  ]
}
