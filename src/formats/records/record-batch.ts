import { type Json, jsonNumber, jsonObject } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import type { Scenario } from '../../scenario/scenario'
import type { CidrCollection } from './cidr-collections'
import { type RecordSpelling, recordJson } from './record-json'
import type { AliasZone } from './record-set'
import { writeRecords } from './write-records'

/** What stands for the id of the hosted zone, which a scenario does not hold. */
export const ZONE_PLACEHOLDER = '${HOSTED_ZONE_ID}'

interface ApiSpelling extends RecordSpelling {
  collectionId(key: string): string
}

/** The API's own spelling, with placeholders that `envsubst` and a glance can find. */
export function apiSpelling(collections: readonly CidrCollection[]): ApiSpelling {
  return {
    zoneId: zonePlaceholder,
    ttl: jsonNumber,
    value: (text) => jsonObject([['Value', text]]),
    collectionId(key) {
      const exists = collections.some((each) => each.key === key && each.exists)
      return exists ? key : placeholder('CIDR_COLLECTION_ID_OF', key)
    },
  }
}

function placeholder(what: string, whose: string): string {
  return `\${${what}_${whose.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}}`
}

function zonePlaceholder(zone: AliasZone): Json {
  if (zone.kind === 'known') return zone.id
  if (zone.kind === 'own') return ZONE_PLACEHOLDER
  return placeholder('HOSTED_ZONE_ID_OF', zone.endpoint)
}

/**
 * The change batch of `aws route53 change-resource-record-sets --change-batch file://…`. The action is `UPSERT`, so
 * that the same file can be sent again after an edit; the sets of a rule stand after those that they lead to.
 */
export function exportRecordBatch(scenario: Pick<Scenario, 'name' | 'policy' | 'record'>): string {
  const { sets, collections } = writeRecords(scenario)
  const spelling = apiSpelling(collections)
  const batch = jsonObject([
    ['Comment', commentOf(scenario.name)],
    [
      'Changes',
      sets.map((set) =>
        jsonObject([
          ['Action', 'UPSERT'],
          ['ResourceRecordSet', recordJson(set, spelling)],
        ]),
      ),
    ],
  ])
  return `${toJsonText(batch, 2)}\n`
}

/** Most characters of a change batch's comment (API_ChangeBatch). */
const LONGEST_COMMENT = 256

function commentOf(name: string): string {
  return `${name}, as plain record sets`.slice(0, LONGEST_COMMENT)
}
