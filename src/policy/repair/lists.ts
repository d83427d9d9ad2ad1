import { isPlaceholder } from '../../model/field'
import { isJsonArray, isJsonObject, type Json } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { RULE_TYPES, RULES, type RuleType } from '../../rules'
import { fromEntry, fromWord, isBranch, isGuess, named } from './branch-words'
import type { Repair } from './repair'
import { bare, keysOf, type RuleSight, type Sight } from './sight'

/** Where any rule type, and people who mistake the format, keep branches. */
const LIST_KEYS = [
  ...new Set(RULE_TYPES.filter((type) => type !== 'failover').flatMap(keysOf)),
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
      ? []
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
    const one = isBranch(held, document)
    const list = one ? [held] : [...held].map(([name, value]) => named(value, name, type, document))
    const title = `Make ${key} a list, which it is in a ${RULES[type].documentType} rule`
    const safe = one || ![...held.keys()].some((name) => isGuess(name, type))
    return [list1('repair/list', title, at, list, safe)]
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
    const entry = isJsonObject(item) ? fromEntry(item, type, document) : null
    if (entry) {
      const [name = ''] = isJsonObject(item) ? item.keys() : []
      const repair = list1(
        'repair/member',
        `Make ${quote(name)} a branch: an object with ${[...entry.keys()].join(' and ')}`,
        [...at, index],
        entry,
        true,
      )
      return [{ ...repair, mends: ['branch/no-target'] }]
    }
    if (typeof item !== 'string') return []
    const branch = fromWord(item, type, document)
    const title = `Make ${quote(item)} a branch of its own: an object with ${[...branch.keys()].join(' and ')}`
    return [list1('repair/member', title, [...at, index], branch, !isGuess(item, type))]
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
