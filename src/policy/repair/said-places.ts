import { isJsonArray, type Json, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { type PlaceMembers, placeInParts, placeOfWord, type SaidPlace } from './place-words'
import type { Repair } from './repair'
import { bare, keysOf, type RuleSight, type Sight } from './sight'

const PLACE_KEYS = ['Continent', 'Country', 'Subdivision']
/** Keys under which people write a place in one word, by how they are spelled without capitals and signs. */
const WORD_KEYS = new Set(['location', 'geolocation', 'geo', 'place', 'region', 'where'])
/** Those and the keys of the format, also in the plural, for a list of places. */
const LIST_KEYS = new Set(
  [...WORD_KEYS, 'continent', 'country', 'subdivision', 'state']
    .flatMap((key) => [key, `${key}s`, `${key}code`, `${key}codes`])
    .concat('countries'),
)

/** Places of geolocation rules in words of their own: `continent:NA`, `US-CA`, several in one branch. */
export function repairSaidPlaces({ rules }: Sight): readonly Repair[] {
  return rules.flatMap((rule) => {
    if (rule.type !== 'geolocation') return []
    const split = severalPlaces(rule)
    return split.length > 0 ? split : rule.branches.flatMap(({ branch, path }) => inBranch(branch, path))
  })
}

function inBranch(branch: JsonObject, path: JsonPath): readonly Repair[] {
  const held = PLACE_KEYS.filter((key) => branch.has(key))
  const [key] = held.length === 0 ? [...branch.keys()].filter((each) => WORD_KEYS.has(bare(each))) : held
  const word = key === undefined ? undefined : branch.get(key)
  if (key === undefined || held.length > 1 || typeof word !== 'string') return []
  // One word under a key of its own is for the repairs of places.
  const said = held.length === 0 ? placeOfWord(word) : placeInParts(word)
  if (!said || (said.members.length === 1 && said.members[0]?.[0] === key)) return []
  if (said.members.some(([name]) => name !== key && branch.has(name))) return []
  const known = held.length === 1
  return [
    {
      ...written(`Write ${key} ${quote(word)} as ${shown(said.members)}`, path, replaced(branch, key, said)),
      path: known ? [...path, key] : path,
      mends: known ? [UNKNOWN[key] ?? ''] : ['geolocation/no-place'],
      safe: said.plain,
    },
  ]
}

const UNKNOWN: Readonly<Record<string, string>> = {
  Continent: 'geolocation/unknown-continent',
  Country: 'geolocation/unknown-country',
  Subdivision: 'geolocation/unknown-subdivision',
}

/** Branches that name several places in one list, as a branch for each place. */
function severalPlaces({ branches, path, type }: RuleSight): readonly Repair[] {
  if (type === null) return []
  const parts = branches.map(({ branch }) => partsOf(branch))
  const first = parts.findIndex((each) => each.length > 1)
  const at = branches[first]
  if (!at) return []
  const [list = ''] = keysOf(type)
  const all = branches.flatMap(({ branch }, index) => (parts[index]?.length ? parts[index] : [branch]))
  const count = parts.filter((each) => each.length > 1).length
  const title = `Make a branch for each place where ${count === 1 ? 'a branch names' : `${count} branches name`} several`
  const named = PLACE_KEYS.find((key) => at.branch.has(key))
  return [
    {
      ...written(title, [...path, list], all),
      path: named === undefined ? at.path : [...at.path, named],
      mends: named === undefined ? ['geolocation/no-place'] : ['document/wrong-type', UNKNOWN[named] ?? ''],
    },
  ]
}

function partsOf(branch: JsonObject): readonly JsonObject[] {
  const keys = [...branch.keys()].filter((key) => LIST_KEYS.has(bare(key)))
  const [key] = keys
  const words = key === undefined || keys.length > 1 ? [] : wordsOf(branch.get(key))
  const places = words.map((word) => placeUnder(key ?? '', word))
  if (key === undefined || places.length < 2) return []
  return places.every((place) => place?.plain === true)
    ? places.flatMap((place) => (place ? replaced(branch, key, place) : []))
    : []
}

function wordsOf(held: Json | undefined): readonly string[] {
  if (typeof held === 'string') return held.includes(',') ? held.split(',').map((word) => word.trim()) : []
  const words = isJsonArray(held) ? held.filter((word) => typeof word === 'string') : []
  return isJsonArray(held) && words.length === held.length ? words : []
}

/** A word under a key that says what kind of place it is. */
function placeUnder(key: string, word: string): SaidPlace | null {
  const kind = /^(continent|countr|subdivision|state)/.exec(bare(key))?.[1]
  if (kind === undefined || /[:=]/.test(word)) return placeOfWord(word)
  return placeOfWord(`${kind === 'countr' ? 'country' : kind}:${word}`)
}

function replaced(
  branch: JsonObject,
  key: string,
  { members }: { readonly members: PlaceMembers },
): JsonObject {
  return new Map(
    [...branch].flatMap(([name, value]): (readonly [string, Json])[] =>
      name === key ? [...members] : [[name, value]],
    ),
  )
}

function shown(members: PlaceMembers): string {
  return members.map(([key, value]) => `${key} ${value}`).join(' and ')
}

function written(title: string, path: JsonPath, value: Json): Omit<Repair, 'mends'> {
  return { code: 'repair/place', title, path, safe: true, edits: [{ op: 'set', path, value }] }
}
