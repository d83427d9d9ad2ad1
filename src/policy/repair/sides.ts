import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../model/json'
import { quote } from '../../model/problem-kind'
import { RULE_TYPES } from '../../rules'
import { fromWord } from './branch-words'
import type { Repair } from './repair'
import { bare, keysOf, type RuleSight, type Sight } from './sight'

const SIDES = keysOf('failover')
/** Where any rule type, and people who mistake the format, keep branches. */
const LIST_KEYS = [...new Set(RULE_TYPES.flatMap(keysOf)), 'Endpoints', 'Branches', 'Targets', 'Records']

/** The two sides of failover rules: only named, in a list, or in an object of their own. */
export function repairSides(sight: Sight): readonly Repair[] {
  return sight.rules.flatMap((rule) => {
    if (rule.type !== 'failover') return []
    const given = SIDES.some((side) => rule.member.has(side))
    return given ? namedSides(rule, sight) : [...listed(rule, sight), ...wrapped(rule)]
  })
}

/** A side that is only the name of what it leads to, or stands alone in a list. */
function namedSides({ member, path }: RuleSight, { document }: Sight): readonly Repair[] {
  return SIDES.flatMap((side): readonly Repair[] => {
    const held = member.get(side)
    const only = isJsonArray(held) && held.length === 1 ? held[0] : held
    const branch = typeof only === 'string' && only !== '' ? fromWord(only, 'failover', document) : only
    if (!isJsonObject(branch) || branch === held) return []
    const title =
      typeof only === 'string'
        ? `Make ${side} ${quote(only)} a branch: ${inWords(branch)}`
        : `Make ${side} the one branch that is in its list`
    const at = [...path, side]
    return [
      {
        code: 'repair/member',
        title,
        path: at,
        safe: true,
        mends: ['document/branches'],
        edits: [{ op: 'set', path: at, value: branch }],
      },
    ]
  })
}

function inWords(branch: JsonObject): string {
  return [...branch]
    .map(([key, value]) => `${key} ${typeof value === 'string' ? quote(value) : ''}`)
    .join(', ')
}

/** Both sides in a list, in order or by their labels. */
function listed({ member, path }: RuleSight, { document }: Sight): readonly Repair[] {
  const found = [...member].find(
    ([key, value]) => LIST_KEYS.includes(key) && isJsonArray(value) && value.length === 2,
  )
  const [key, list] = found ?? []
  const items = isJsonArray(list) ? list.map((item) => asBranch(item, document)) : []
  const [first, second] = items
  if (key === undefined || !isJsonObject(first) || !isJsonObject(second)) return []
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

function asBranch(item: Json, document: JsonObject): Json {
  return typeof item === 'string' && item !== '' ? fromWord(item, 'failover', document) : item
}

const SIDE_KEYS = ['Failover', 'Type', 'Role']

/** What a branch says that it is, else what it leads to is called. */
function sideOf(branch: JsonObject): string {
  const side = [...SIDE_KEYS, 'EndpointReference', 'RuleReference'].map((key) => branch.get(key)).find(isSide)
  return typeof side === 'string' ? side.toUpperCase() : ''
}

function isSide(value: Json | undefined): boolean {
  return typeof value === 'string' && SIDES.some((side) => bare(side) === bare(value))
}

function withoutSide(branch: JsonObject): JsonObject {
  return new Map([...branch].filter(([key, value]) => !SIDE_KEYS.includes(key) || !isSide(value)))
}

/** Both sides under their names, in an object that the format does not have. */
function wrapped({ member, path }: RuleSight): readonly Repair[] {
  const found = [...member].flatMap(([key, value]) => {
    const sides = isJsonObject(value) ? SIDES.flatMap((side) => sideIn(value, side) ?? []) : []
    return isJsonObject(value) && value.size === 2 && sides.length === 2 ? [{ key, sides }] : []
  })
  const [only, second] = found
  if (!only || second) return []
  const [primary = null, secondary = null] = only.sides
  return [
    {
      code: 'repair/sides',
      title: `Write the Primary and Secondary in ${only.key} on the rule itself`,
      path,
      safe: true,
      mends: ['document/branches'],
      edits: [
        { op: 'set', path: [...path, 'Primary'], value: primary },
        { op: 'set', path: [...path, 'Secondary'], value: secondary },
        { op: 'remove', path: [...path, only.key] },
      ],
    },
  ]
}

function sideIn(object: JsonObject, side: string): Json | undefined {
  const key = [...object.keys()].find((each) => bare(each) === bare(side))
  return key === undefined ? undefined : object.get(key)
}
