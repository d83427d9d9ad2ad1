import { isJsonObject, type JsonObject } from '../../model/json'
import { idKeyOf } from './containers'
import { healthIn, type Inline } from './inline-endpoint'
import { LIST_KEYS } from './keys'
import { bare } from './sight'
import { documentTypeOf } from './words'

/** By how keys are spelled without capitals and signs. */
const NESTED = new Set(
  'rule rulereference ruleref nestedrule subrule childrule target destination endpoint endpointreference'.split(
    ' ',
  ),
)
const TYPES = ['ruletype', 'routingpolicy', 'routingtype']
const LISTS = new Set(LIST_KEYS.map(bare))

/** The rule that a branch holds itself, under a key or among its own; null where it holds none. */
export function inlineRuleIn(branch: JsonObject): Inline | null {
  if (['EndpointReference', 'RuleReference'].some((key) => typeof branch.get(key) === 'string')) return null
  const keys = [...branch.keys()].filter((key) => NESTED.has(bare(key)) && isJsonObject(branch.get(key)))
  const [key] = keys
  if (key === undefined) return among(branch)
  return keys.length > 1 ? null : under(key, branch)
}

/** The rule that the start of a document is, rather than names. */
export function inlineStartRule(document: JsonObject): Inline | null {
  return document.has('StartEndpoint') ? null : under('StartRule', document)
}

function under(key: string, holder: JsonObject): Inline | null {
  const held = holder.get(key)
  if (!isJsonObject(held) || typeKeyOf(held) === undefined) return null
  const idKey = idKeyOf(held)
  const id = idKey === undefined ? undefined : held.get(idKey)
  const branch = healthIn([...held])
  const health = new Set(healthKeys(held))
  return {
    kind: 'rule',
    keys: [key],
    said: key,
    member: new Map([...held].filter(([name]) => name !== idKey && !health.has(name))),
    id: typeof id === 'string' && id !== '' ? id : null,
    branch,
  }
}

function healthKeys(held: JsonObject): readonly string[] {
  return [...held].filter((member) => healthIn([member]).length > 0).map(([key]) => key)
}

/** The type and the branches of a rule among the keys of a branch. */
function among(branch: JsonObject): Inline | null {
  const typeKey = typeKeyOf(branch)
  const lists = [...branch.keys()].filter(
    (key) => LISTS.has(bare(key)) && typeof branch.get(key) === 'object',
  )
  if (typeKey === undefined || lists.length === 0) return null
  const keys = [typeKey, ...lists]
  return {
    kind: 'rule',
    keys,
    said: typeKey,
    member: new Map([...branch].filter(([key]) => keys.includes(key))),
    id: null,
    branch: [],
  }
}

/** The type of a rule as documents spell it; undefined where its word means none. */
export function inlineTypeOf(rule: JsonObject): string | undefined {
  const key = typeKeyOf(rule)
  const word = key === undefined ? undefined : rule.get(key)
  return typeof word === 'string' ? documentTypeOf(word) : undefined
}

/** The key under which an object says that it is a rule: one of its own, or `Type` with the type of a rule. */
function typeKeyOf(object: JsonObject): string | undefined {
  return [...object].find(([key, value]) => {
    if (typeof value !== 'string') return false
    const isRule = documentTypeOf(value) !== undefined
    return TYPES.includes(bare(key)) || (bare(key) === 'type' && isRule)
  })?.[0]
}
