import { type Json, jsonNumber, jsonObject } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import type { Scenario } from '../../scenario/scenario'
import { type RecordSpelling, recordJson } from './record-json'
import type { AliasZone } from './record-set'
import { unique } from './rule-names'
import { unknownZones } from './unknown-zones'
import { type WrittenRecords, writeRecords } from './write-records'

/** What stands for the id of the hosted zone, which a scenario does not hold. */
export const ZONE_PLACEHOLDER = '${HOSTED_ZONE_ID}'

interface ApiSpelling extends RecordSpelling {
  collectionId(key: string): string
}

/** The API's own spelling, with placeholders that `envsubst` and a glance can find. */
export function apiSpelling({
  sets,
  collections,
}: Pick<WrittenRecords, 'sets' | 'collections'>): ApiSpelling {
  const zones = placeholders('HOSTED_ZONE_ID_OF', unknownZones(sets))
  const made = placeholders(
    'CIDR_COLLECTION_ID_OF',
    collections.filter(({ exists }) => !exists).map(({ key }) => key),
  )
  function zoneId(zone: AliasZone): Json {
    if (zone.kind === 'known') return zone.id
    return zone.kind === 'own' ? ZONE_PLACEHOLDER : (zones.get(zone.endpoint) ?? ZONE_PLACEHOLDER)
  }
  return {
    zoneId,
    ttl: jsonNumber,
    value: (text) => jsonObject([['Value', text]]),
    collectionId: (key) => made.get(key) ?? key,
  }
}

/** A placeholder for each, in letters that a shell takes; what has the same letters is told apart by a number. */
function placeholders(what: string, whose: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    whose.map((each) => {
      const letters = each.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
      return [each, `\${${unique(`${what}_${letters}`, LONGEST_VARIABLE, taken, '_')}}`]
    }),
  )
}

const LONGEST_VARIABLE = 120

/**
 * The change batch of `aws route53 change-resource-record-sets --change-batch file://…`. The action is `UPSERT`, so
 * that the same file can be sent again after an edit; the sets of a rule stand after those that they lead to.
 */
export function exportRecordBatch(scenario: Pick<Scenario, 'name' | 'policy' | 'record'>): string {
  const written = writeRecords(scenario)
  const { sets } = written
  const spelling = apiSpelling(written)
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
