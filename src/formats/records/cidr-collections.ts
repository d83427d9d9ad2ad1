import type { RuleId } from '../../model/address'
import { networkOf, parseIpPrefix, prefixText, unmapped } from '../../model/dns/ip-prefix'
import { readable } from '../../model/field'
import type { Policy } from '../../policy/policy'
import type { Rule } from '../../rules'
import { isDefaultLocation } from '../../rules/ip-based/location'
import { labelOf, unique } from './rule-names'

/** A CIDR collection that record sets point to: Route 53 keeps the blocks there, apart from the records. */
export interface CidrCollection {
  /** Its id where the policy says one, else the name that a new one gets. */
  readonly key: string
  /** Whether `key` is the id of one that exists, so that none has to be made. */
  readonly exists: boolean
  readonly rule: RuleId
  /** Without the default, which has no blocks. */
  readonly locations: readonly CidrLocation[]
}

export interface CidrLocation {
  readonly name: string
  readonly blocks: readonly string[]
}

/** The id that Route 53 gives a collection. */
export const COLLECTION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Most characters of a collection's name (API_CreateCidrCollection). */
const LONGEST_NAME = 64

/**
 * The collection of every IP-based rule, by the rule's id, before there are locations in it. Only the id of one that
 * exists may stand for two rules: in a new one the locations of both would be mixed.
 */
export function emptyCollections({ rules }: Policy): ReadonlyMap<RuleId, CidrCollection> {
  const taken = new Set<string>()
  const named = [...rules]
    .flatMap(([id, rule]) => (rule.type === 'ip-based' ? [{ id, said: saidIn(rule) }] : []))
    // Those that are said come first, so that no name that is made up here takes one.
    .toSorted((a, b) => Number(a.said === null) - Number(b.said === null))
  return new Map(
    named.map(({ id, said }) => {
      const exists = said !== null && COLLECTION_ID.test(said)
      const key = exists ? said : unique(said ?? labelOf(id), LONGEST_NAME, taken, '-')
      return [id, { key, exists, rule: id, locations: [] }]
    }),
  )
}

/** What a rule calls its collection; null when it does not. */
function saidIn({ source }: Rule<'ip-based'>): string | null {
  const named = source.get('CidrCollection')
  return typeof named === 'string' && named !== '' ? named : null
}

/** Blocks of a rule that stand in it once more, where they are not taken. */
export function repeatedBlocks({ branches }: Rule<'ip-based'>): readonly string[] {
  const isNew = firstOnly()
  return branches
    .filter((branch) => !isDefaultLocation(branch))
    .flatMap((branch) => (readable(branch.blocks) ?? []).filter((block) => !isNew(block)))
}

/** Whether a block did not come before: a collection takes each once, however it is spelled, and the first counts. */
export function firstOnly(): (block: string) => boolean {
  const seen = new Set<string>()
  return (block) => {
    const prefix = parseIpPrefix(block)
    const key = prefix ? prefixText(networkOf(unmapped(prefix))) : block
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  }
}

/** What a location's blocks are kept under. */
export function locationKey(collection: string, location: string): string {
  return `${collection} ${location}`
}

/** The blocks of every location of some collections. */
export function blocksOf(collections: Iterable<CidrCollection>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...collections].flatMap(({ key, locations }) =>
      locations.map(({ name, blocks }) => [locationKey(key, name), blocks] as const),
    ),
  )
}
