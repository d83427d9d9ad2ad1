import { type Json, type JsonObject, jsonObject } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import type { Scenario } from '../../scenario/scenario'
import type { CidrCollection } from './cidr-collections'
import { recordJson } from './record-json'
import { MOST_UPSERTS } from './record-losses'
import type { AliasZone, RecordSet } from './record-set'
import { unique } from './rule-names'
import { unknownZones } from './unknown-zones'
import { writeRecords } from './write-records'

const ZONE_PARAMETER = 'HostedZoneId'

/**
 * A CloudFormation template (JSON) with the record sets in an `AWS::Route53::RecordSetGroup`, which is changed at
 * once and, unlike `AWS::Route53::RecordSet`, has geoproximity in its published schema. Hosted zones are parameters.
 */
export function exportRecordTemplate(scenario: Pick<Scenario, 'name' | 'policy' | 'record'>): string {
  const { sets, collections } = writeRecords(scenario)
  const resources = collectionResources(collections)
  const parameters = zoneParameters(sets)
  const ref = (name: string): JsonObject => jsonObject([['Ref', name]])
  function zoneId(zone: AliasZone): Json {
    if (zone.kind === 'known') return zone.id
    return ref(zone.kind === 'own' ? ZONE_PARAMETER : (parameters.get(zone.endpoint) ?? ZONE_PARAMETER))
  }
  function collectionId(key: string): Json {
    const resource = resources.get(key)
    return resource === undefined ? key : jsonObject([['Fn::GetAtt', [resource, 'Id']]])
  }
  const spelling = { zoneId, collectionId, ttl: String, value: (text: string) => text }
  const template = jsonObject([
    ['AWSTemplateFormatVersion', '2010-09-09'],
    ['Description', `${scenario.name}, as plain Route 53 record sets.`.slice(0, 1024)],
    [
      'Parameters',
      jsonObject([
        [ZONE_PARAMETER, zoneParameter(`The public hosted zone of ${scenario.record.name}`)],
        ...[...parameters].map(
          ([endpoint, name]) =>
            [
              name,
              jsonObject([
                ['Type', 'String'],
                ['Description', `Id of the hosted zone of the AWS resource behind endpoint ${endpoint}`],
              ]),
            ] as const,
        ),
      ]),
    ],
    [
      'Resources',
      jsonObject([
        ...collections.flatMap((collection) => {
          const resource = resources.get(collection.key)
          return resource === undefined ? [] : [[resource, collectionResource(collection)] as const]
        }),
        ...recordGroups(sets.map((set) => recordJson(set, spelling))),
      ]),
    ],
  ])
  return `${toJsonText(template, 2)}\n`
}

/**
 * The record sets in groups that a change request each can hold; each group waits for the one before it, which has
 * what its aliases lead to.
 */
function recordGroups(sets: readonly JsonObject[]): readonly (readonly [string, JsonObject])[] {
  const count = Math.max(1, Math.ceil(sets.length / MOST_UPSERTS))
  const idOf = (index: number) => (index === 0 ? 'Records' : `Records${(index + 1).toString()}`)
  return Array.from({ length: count }, (_, index) => [
    idOf(index),
    jsonObject([
      ['Type', 'AWS::Route53::RecordSetGroup'],
      ...(index === 0 ? [] : [['DependsOn', idOf(index - 1)] as const]),
      [
        'Properties',
        jsonObject([
          ['HostedZoneId', jsonObject([['Ref', ZONE_PARAMETER]])],
          ['RecordSets', sets.slice(index * MOST_UPSERTS, (index + 1) * MOST_UPSERTS)],
        ]),
      ],
    ]),
  ])
}

/** A logical id for each collection that has to be made, by its key. */
function collectionResources(collections: readonly CidrCollection[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    collections
      .filter(({ exists }) => !exists)
      .map(({ key }) => [key, unique(`CidrCollection${camel(key)}`, 200, taken, '')]),
  )
}

function collectionResource({ key, locations }: CidrCollection): JsonObject {
  return jsonObject([
    ['Type', 'AWS::Route53::CidrCollection'],
    [
      'Properties',
      jsonObject([
        ['Name', key],
        [
          'Locations',
          locations.map(({ name, blocks }) =>
            jsonObject([
              ['LocationName', name],
              ['CidrList', blocks],
            ]),
          ),
        ],
      ]),
    ],
  ])
}

function camel(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}

function zoneParameter(description: string): JsonObject {
  return jsonObject([
    ['Type', 'AWS::Route53::HostedZone::Id'],
    ['Description', description],
  ])
}

/** A parameter for each endpoint whose hosted zone is not known, by the endpoint's id. */
function zoneParameters(sets: readonly RecordSet[]): ReadonlyMap<string, string> {
  const taken = new Set<string>([ZONE_PARAMETER])
  return new Map(
    unknownZones(sets).map((endpoint) => [
      endpoint,
      unique(`${ZONE_PARAMETER}Of${camel(endpoint)}`, 200, taken, ''),
    ]),
  )
}
