import { isJsonArray, isJsonObject, type Json } from '../../model/json'
import { locationKey } from './cidr-collections'
import type { RecordSet } from './record-set'

/** What the AWS CLI prints of CIDR collections: `list-cidr-blocks`, `list-cidr-locations`, `list-cidr-collections`. */
const ANSWERS = ['CidrBlocks', 'CidrLocations', 'CidrCollections']

/** Whether a value is such an answer. */
export function isCidrAnswer(json: Json): boolean {
  return isJsonObject(json) && ANSWERS.some((key) => isJsonArray(json.get(key)))
}

/**
 * The blocks that answers list for the locations of some record sets, by `locationKey`. An answer does not say which
 * collection it is of: a location that the records have in several collections is left without.
 */
export function answeredBlocks(
  answers: readonly Json[],
  sets: readonly RecordSet[],
): ReadonlyMap<string, readonly string[]> {
  const listed = new Map<string, string[]>()
  for (const answer of answers) {
    const blocks = isJsonObject(answer) ? answer.get('CidrBlocks') : undefined
    for (const each of isJsonArray(blocks) ? blocks : []) {
      const location = isJsonObject(each) ? each.get('LocationName') : undefined
      const block = isJsonObject(each) ? each.get('CidrBlock') : undefined
      if (typeof location !== 'string' || typeof block !== 'string') continue
      listed.set(location, [...(listed.get(location) ?? []), block])
    }
  }
  const collections = new Map<string, Set<string>>()
  for (const { routing } of sets) {
    if (routing.kind !== 'cidr') continue
    const known = collections.get(routing.location) ?? new Set()
    collections.set(routing.location, known.add(routing.collection))
  }
  return new Map(
    [...listed].flatMap(([location, blocks]) => {
      const [collection, ...others] = collections.get(location) ?? []
      return collection === undefined || others.length > 0
        ? []
        : [[locationKey(collection, location), blocks] as const]
    }),
  )
}
