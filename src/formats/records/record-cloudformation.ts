import { type Json, type JsonObject, jsonObject } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import type { Scenario } from '../../scenario/scenario'
import { recordJson } from './record-json'
import type { AliasZone, RecordSet } from './record-set'
import { unique } from './rule-names'
import { unknownZones } from './unknown-zones'
import { writeRecords } from './write-records'

const ZONE_PARAMETER = 'HostedZoneId'

/**
 * A CloudFormation template (JSON) with all record sets in one `AWS::Route53::RecordSetGroup`, which is changed at
 * once and, unlike `AWS::Route53::RecordSet`, has geoproximity in its published schema. Hosted zones are parameters.
 */
export function exportRecordTemplate(scenario: Pick<Scenario, 'name' | 'policy' | 'record'>): string {
  const { sets } = writeRecords(scenario)
  const parameters = zoneParameters(sets)
  const ref = (name: string): JsonObject => jsonObject([['Ref', name]])
  function zoneId(zone: AliasZone): Json {
    if (zone.kind === 'known') return zone.id
    return ref(zone.kind === 'own' ? ZONE_PARAMETER : (parameters.get(zone.endpoint) ?? ZONE_PARAMETER))
  }
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
        [
          'Records',
          jsonObject([
            ['Type', 'AWS::Route53::RecordSetGroup'],
            [
              'Properties',
              jsonObject([
                ['HostedZoneId', ref(ZONE_PARAMETER)],
                [
                  'RecordSets',
                  sets.map((set) => recordJson(set, { zoneId, ttl: String, value: (text) => text })),
                ],
              ]),
            ],
          ]),
        ],
      ]),
    ],
  ])
  return `${toJsonText(template, 2)}\n`
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
    unknownZones(sets).map((endpoint) => {
      const words = endpoint
        .split(/[^A-Za-z0-9]+/)
        .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
      return [endpoint, unique(`${ZONE_PARAMETER}Of${words.join('')}`, 200, taken, '')]
    }),
  )
}
