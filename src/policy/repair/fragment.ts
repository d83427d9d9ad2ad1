import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import { RULE_TYPES, RULES } from '../../rules'
import { idKeyOf } from './containers'
import type { Repair } from './repair'
import { bare, keysOf } from './sight'

const OWN_KEYS = ['AWSPolicyFormatVersion', 'RecordType', 'Endpoints', 'Rules', 'StartRule', 'StartEndpoint']
const LIST_KEYS = new Set(RULE_TYPES.flatMap(keysOf))
const REFERENCES = ['endpointreference', 'rulereference', 'endpoint', 'rule']

/** A part of a document that was pasted as though it were the whole: a rule, rules, endpoints, branches. */
export function repairFragment(json: Json): readonly Repair[] {
  const found = isJsonArray(json) ? fromList(json) : isJsonObject(json) ? fromObject(json) : null
  if (!found) return []
  return [
    {
      code: 'repair/fragment',
      title: `Make a document around ${found.what}`,
      path: [],
      safe: true,
      mends: ['import/unrecognised', 'document/not-an-object'],
      edits: [{ op: 'set', path: [], value: found.document }],
    },
  ]
}

interface Whole {
  readonly what: string
  readonly document: JsonObject
}

function fromList(list: readonly Json[]): Whole | null {
  const members = list.filter(isJsonObject)
  if (members.length === 0 || members.length < list.length) return null
  if (members.every(isRule)) return whole('these rules', 'Rules', list)
  if (members.every(isEndpoint)) return whole('these endpoints', 'Endpoints', list)
  if (!members.every(isBranch)) return null
  const type = typeOfBranches(members)
  const { form, documentType } = RULES[type]
  if (form.kind !== 'list') return null
  const rule = jsonObject([
    ['RuleType', documentType],
    [form.key, list],
  ])
  return whole('these branches', 'Rules', jsonObject([[documentType, rule]]))
}

function fromObject(object: JsonObject): Whole | null {
  if (
    object.size === 0 ||
    OWN_KEYS.some((key) => [...object.keys()].some((each) => bare(each) === bare(key)))
  )
    return null
  if (isRule(object)) {
    const type = object.get('RuleType')
    return whole(
      'this rule',
      'Rules',
      called(object, typeof type === 'string' && type !== '' ? type : 'rule'),
    )
  }
  if (isEndpoint(object)) return whole('this endpoint', 'Endpoints', called(object, 'endpoint'))
  const members = [...object.values()].filter(isJsonObject)
  if (members.length === 0 || members.length < object.size) return null
  if (members.every(isRule)) return whole('these rules', 'Rules', object)
  if (members.every(isEndpoint)) return whole('these endpoints', 'Endpoints', object)
  return members.every((member) => isRule(member) || isEndpoint(member)) ? mixed(object) : null
}

/** A member under the name that it has for itself, which is no part of it then; else under a word. */
function called(member: JsonObject, word: string): JsonObject {
  const key = idKeyOf(member)
  const id = key === undefined ? undefined : member.get(key)
  if (typeof id !== 'string' || id === '') return jsonObject([[word, member]])
  return jsonObject([[id, new Map([...member].filter(([each]) => each !== key))]])
}

function whole(what: string, key: 'Rules' | 'Endpoints', members: Json): Whole {
  return { what, document: jsonObject([[key, members]]) }
}

function mixed(object: JsonObject): Whole {
  const of = (test: (member: JsonObject) => boolean) =>
    jsonObject([...object].filter(([, member]) => isJsonObject(member) && test(member)))
  const document = jsonObject([
    ['Endpoints', of((member) => !isRule(member))],
    ['Rules', of(isRule)],
  ])
  return { what: 'these rules and endpoints', document }
}

function isRule(object: JsonObject): boolean {
  return (
    object.has('RuleType') ||
    [...object].some(([key, value]) => LIST_KEYS.has(key) && typeof value === 'object' && value !== null)
  )
}

/** Words of branches alone, which stand beside the value of an endpoint where a branch holds that itself. */
const SETTINGS = ['weight', 'bias', 'country', 'continent', 'subdivision', 'isdefault', 'region', 'location']

function isBranch(object: JsonObject): boolean {
  const words = [...object.keys()].map(bare)
  const has = (among: readonly string[]) => words.some((word) => among.includes(word))
  return has(REFERENCES) || (has(['value', 'values']) && has(SETTINGS))
}

function isEndpoint(object: JsonObject): boolean {
  return typeof object.get('Type') === 'string' && (object.has('Value') || object.has('Region'))
}

/** By the keys of the branches: each type has its own, and what has none is multivalue. */
function typeOfBranches(
  branches: readonly JsonObject[],
): 'weighted' | 'geolocation' | 'geoproximity' | 'latency' | 'multivalue' {
  const keys = new Set(branches.flatMap((branch) => [...branch.keys()].map(bare)))
  const has = (...names: readonly string[]) => names.some((name) => keys.has(name))
  if (has('weight')) return 'weighted'
  if (has('bias', 'latitude', 'longitude', 'location')) return 'geoproximity'
  if (has('country', 'continent', 'subdivision', 'isdefault', 'countrycode', 'continentcode'))
    return 'geolocation'
  if (!has('region')) return 'multivalue'
  return branches.some((branch) => isPrefixed(branch.get('Region'))) ? 'geoproximity' : 'latency'
}

function isPrefixed(region: Json | undefined): boolean {
  return typeof region === 'string' && region.startsWith('aws:')
}
