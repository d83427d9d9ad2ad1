import { isContinentCode, isCountryCode } from '../../geo/continents'
import { isPlaceholder } from '../../model/field'
import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonKind, jsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { RULE_TYPES, RULES, type RuleType } from '../../rules'
import { regionCodeOf } from './region-words'
import type { Repair } from './repair'
import { bare, idsOf, keysOf, type RuleSight, type Sight } from './sight'

/** Where any rule type, and people who mistake the format, keep branches. */
const LIST_KEYS = [
  ...new Set(RULE_TYPES.flatMap(keysOf)),
  'Location',
  'Region',
  'Item',
  'Endpoints',
  'Branches',
  'Targets',
  'Records',
]

/** Branches under the wrong key, or in something that is no list. */
export function repairLists(sight: Sight): readonly Repair[] {
  return sight.rules.flatMap((rule) => {
    if (rule.type === null) return []
    return RULES[rule.type].form.kind === 'pair'
      ? repairSides(rule)
      : [...repairListKey(rule, rule.type), ...repairList(rule, rule.type, sight)]
  })
}

function repairListKey({ member, path }: RuleSight, type: RuleType): readonly Repair[] {
  const [own = ''] = keysOf(type)
  if (member.has(own)) return []
  const listed = [...member.keys()].filter((key) => LIST_KEYS.some((each) => bare(each) === bare(key)))
  // A key of their own invention, where it is the only one that holds a list.
  const lists = [...member].flatMap(([key, held]) => (isJsonArray(held) && held.length > 0 ? key : []))
  const wrong = listed.length > 0 ? listed : lists
  const [key] = wrong
  const held = key === undefined ? undefined : member.get(key)
  if (key === undefined || wrong.length > 1 || !(isJsonArray(held) || isJsonObject(held))) return []
  return [
    {
      code: 'repair/list-key',
      title: `Rename ${quote(key)} to ${own}, where a ${RULES[type].documentType} rule keeps its branches`,
      path,
      safe: true,
      mends: ['document/branches'],
      edits: [{ op: 'rename', path: [...path, key], key: own }],
    },
  ]
}

function repairList({ member, path }: RuleSight, type: RuleType, { document }: Sight): readonly Repair[] {
  const [key = ''] = keysOf(type)
  const held = member.get(key)
  const at = [...path, key]
  if (isJsonObject(held)) {
    const list = isBranch(held)
      ? [held]
      : [...held].map(([name, value]) => named(value, name, type, document))
    const title = `Make ${key} a list, which it is in a ${RULES[type].documentType} rule`
    return [list1('repair/list', title, at, list, true)]
  }
  if (typeof held === 'string' && held !== '') {
    // What stands for a whole list in a template is more than one branch.
    const safe = !isPlaceholder(held)
    return [
      list1('repair/list', `Make ${key} a list of one branch`, at, [fromWord(held, type, document)], safe),
    ]
  }
  if (!isJsonArray(held)) return []
  return held.flatMap((item, index): Repair[] => {
    if (typeof item !== 'string') return []
    const branch = fromWord(item, type, document)
    const title = `Make ${quote(item)} a branch of its own: an object with ${[...branch.keys()].join(' and ')}`
    return [list1('repair/member', title, [...at, index], branch, true)]
  })
}

function list1(
  code: 'repair/list' | 'repair/member',
  title: string,
  path: JsonPath,
  value: Json,
  safe: boolean,
): Repair {
  return { code, title, path, safe, mends: ['document/branches'], edits: [{ op: 'set', path, value }] }
}

/** Whether an object is one branch, not a map of them. */
function isBranch(object: JsonObject): boolean {
  return (
    [...object.values()].some((value) => !isJsonObject(value) && typeof value !== 'string') ||
    REFERENCES.some((key) => object.has(key))
  )
}

const REFERENCES = ['EndpointReference', 'RuleReference']

/** A member of a map as a branch; the name that it had says the place where the branch itself does not. */
function named(value: Json, name: string, type: RuleType, document: JsonObject): Json {
  const branch = typeof value === 'string' ? fromWord(value, type, document) : value
  if (!isJsonObject(branch)) return branch
  const place = placeOf(name, type)
  const refers = REFERENCES.some((key) => branch.has(key))
  const reference = refers ? [] : referenceTo(name, document)
  const said = place.some(([key]) => branch.has(key)) || branch.has('Location') || branch.has('Continent')
  return jsonObject([...reference, ...(said ? [] : place), ...branch])
}

/** A word as a branch: the id of what it leads to, or its place. */
function fromWord(word: string, type: RuleType, document: JsonObject): JsonObject {
  const reference = referenceTo(word, document)
  if (reference.length > 0) return jsonObject(reference)
  const place = placeOf(word, type)
  return jsonObject(place.length > 0 ? place : [['EndpointReference', word]])
}

function referenceTo(id: string, document: JsonObject): readonly (readonly [string, Json])[] {
  if (idsOf(document, 'Endpoints').includes(id)) return [['EndpointReference', id]]
  return idsOf(document, 'Rules').includes(id) ? [['RuleReference', id]] : []
}

function placeOf(word: string, type: RuleType): readonly (readonly [string, Json])[] {
  const region = type === 'latency' || type === 'geoproximity' ? regionCodeOf(word) : null
  if (region !== null) return [['Region', type === 'latency' ? region : `aws:route53:${region}`]]
  if (type !== 'geolocation') return []
  if (/^(default|\*)$/i.test(word)) return [['IsDefault', true]]
  if (isCountryCode(word)) return [['Country', word]]
  return isContinentCode(word) ? [['Continent', word]] : []
}

/** A failover rule with its two sides in a list, in order or by their labels. */
function repairSides({ member, path }: RuleSight): readonly Repair[] {
  if (member.has('Primary') || member.has('Secondary')) return []
  const found = [...member].find(
    ([key, value]) => LIST_KEYS.includes(key) && isJsonArray(value) && value.length === 2,
  )
  const [key, list] = found ?? []
  const items = isJsonArray(list) ? list.filter(isJsonObject) : []
  const [first, second] = items
  if (key === undefined || !first || !second) return []
  const sides = [first, second].map(sideOf)
  const labelled = sides.includes('PRIMARY') && sides.includes('SECONDARY')
  const [primary, secondary] = sides[0] === 'SECONDARY' ? [second, first] : [first, second]
  return [
    {
      code: 'repair/sides',
      title: `Make the two members of ${key} Primary and Secondary${labelled ? '' : ', in this order'}`,
      path,
      safe: labelled,
      mends: ['document/branches'],
      edits: [
        { op: 'set', path: [...path, 'Primary'], value: withoutSide(primary) },
        { op: 'set', path: [...path, 'Secondary'], value: withoutSide(secondary) },
        { op: 'remove', path: [...path, key] },
      ],
    },
  ]
}

const SIDE_KEYS = ['Failover', 'Type', 'Role']

function sideOf(branch: JsonObject): string {
  const side = SIDE_KEYS.map((key) => branch.get(key)).find((value) => typeof value === 'string')
  return jsonKind(side) === 'a string' ? String(side).toUpperCase() : ''
}

function withoutSide(branch: JsonObject): JsonObject {
  return sideOf(branch) === '' ? branch : new Map([...branch].filter(([key]) => !SIDE_KEYS.includes(key)))
}
