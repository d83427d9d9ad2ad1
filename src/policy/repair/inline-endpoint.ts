import { isPlaceholder } from '../../model/field'
import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import type { RuleType } from '../../rules'
import { idKeyOf } from './containers'
import { isPlainValue, typeOfPlainValue } from './endpoint-of-value'
import { bare, idsOf } from './sight'

/** An endpoint or a rule that something refers to by being it. */
export interface Inline {
  readonly kind: 'endpoint' | 'rule'
  /** Keys of the holder that say it; the reference takes the place of the first. */
  readonly keys: readonly string[]
  /** The one of them that holds it or its value. */
  readonly said: string
  readonly member: JsonObject
  /** What it is called; null when it does not say. */
  readonly id: string | null
  /** What it says that belongs to the branch. */
  readonly branch: readonly (readonly [string, Json])[]
}

/** By how keys are spelled without capitals and signs. */
const NESTED = new Set([
  'endpoint',
  'endpointreference',
  'endpointref',
  'target',
  'aliastarget',
  'destination',
])
const VALUES = new Set(
  'value values dnsname address addresses ip ips ipaddress ipaddresses hostname domainname resourcerecords'.split(
    ' ',
  ),
)
const TYPES = new Set(['type', 'endpointtype'])
/** Keys of health, which belong to the branch, by how they are spelled without capitals and signs. */
const HEALTH: ReadonlyMap<string, string> = new Map([
  ['healthcheck', 'HealthCheck'],
  ['healthcheckid', 'HealthCheck'],
  ['evaluatetargethealth', 'EvaluateTargetHealth'],
])

/** The endpoint that a branch of a rule type holds itself; null where it refers to one, or holds none. */
export function inlineIn(branch: JsonObject, type: RuleType | null, document: JsonObject): Inline | null {
  const named = ['EndpointReference', 'RuleReference'].filter((key) => typeof branch.get(key) === 'string')
  const stated = named.length === 1 ? branch.get('EndpointReference') : undefined
  if (named.length === 0) return nested(branch, document) ?? flat(branch, type, document)
  if (typeof stated !== 'string' || !isUnknown(stated, document)) return null
  const beside = flat(branch, type, document)
  if (beside) return { ...beside, keys: ['EndpointReference', ...beside.keys], id: stated }
  return ofText('EndpointReference', stated, document)
}

/** The endpoint that the start of a document is, rather than names. */
export function inlineStart(document: JsonObject): Inline | null {
  const held = document.get('StartEndpoint')
  if (document.has('StartRule')) return null
  if (typeof held === 'string') {
    return isUnknown(held, document) ? ofText('StartEndpoint', held, document) : null
  }
  return isJsonObject(held) ? ofObject('StartEndpoint', held, document) : null
}

/** Whether an id is none of the document, nor a placeholder for one. */
function isUnknown(id: string, document: JsonObject): boolean {
  const ids = [...idsOf(document, 'Endpoints'), ...idsOf(document, 'Rules')]
  return !isPlaceholder(id) && !ids.includes(id) && !ids.some((each) => bare(each) === bare(id))
}

function ofText(key: string, text: string, document: JsonObject): Inline | null {
  if (!isPlainValue(text, document)) return null
  return {
    kind: 'endpoint',
    keys: [key],
    said: key,
    member: endpointOf(undefined, text, [], document),
    id: null,
    branch: [],
  }
}

function nested(branch: JsonObject, document: JsonObject): Inline | null {
  const keys = [...branch.keys()].filter((key) => NESTED.has(bare(key)) && isJsonObject(branch.get(key)))
  const [key] = keys
  const held = key === undefined ? undefined : branch.get(key)
  if (key === undefined || keys.length > 1 || !isJsonObject(held)) return null
  const found = ofObject(key, held, document)
  return found?.branch.some(([name]) => branch.has(name)) === true ? null : found
}

function ofObject(key: string, held: JsonObject, document: JsonObject): Inline | null {
  const valueKey = valueKeyOf(held)
  const value = valueKey === undefined ? null : textIn(held.get(valueKey))
  if (valueKey === undefined || value === null) return null
  const idKey = idKeyOf(held)
  const id = idKey === undefined ? undefined : held.get(idKey)
  const typeKey = [...held.keys()].find((name) => TYPES.has(bare(name)))
  const spoken = [valueKey, idKey, typeKey]
  const others = [...held].filter(([name]) => !spoken.includes(name))
  // The zone of an alias target follows from its name.
  const kept = others.filter(([name]) => !HEALTH.has(bare(name)) && bare(name) !== 'hostedzoneid')
  return {
    kind: 'endpoint',
    keys: [key],
    said: key,
    member: endpointOf(typeKey === undefined ? undefined : held.get(typeKey), value, kept, document),
    id: typeof id === 'string' && id !== '' ? id : null,
    branch: healthIn(others),
  }
}

/** What members say of health, as a branch says it. */
export function healthIn(
  members: readonly (readonly [string, Json])[],
): readonly (readonly [string, Json])[] {
  return members.flatMap(([key, value]) => {
    const own = HEALTH.get(bare(key))
    return own === undefined ? [] : [[own, value] as const]
  })
}

/** The type and the value of an endpoint among the keys of a branch; the Region of a website with them. */
function flat(branch: JsonObject, rule: RuleType | null, document: JsonObject): Inline | null {
  const valueKey = valueKeyOf(branch)
  const value = valueKey === undefined ? null : textIn(branch.get(valueKey))
  if (valueKey === undefined || value === null) return null
  const typeKey = [...branch.keys()].find((name) => TYPES.has(bare(name)))
  const type = typeKey === undefined ? undefined : branch.get(typeKey)
  const placed = rule === 'latency' || rule === 'geoproximity'
  const region = type === 's3-website' && !placed ? branch.get('Region') : undefined
  return {
    kind: 'endpoint',
    keys: [
      valueKey,
      ...(typeKey === undefined ? [] : [typeKey]),
      ...(region === undefined ? [] : ['Region']),
    ],
    said: valueKey,
    member: endpointOf(type, value, region === undefined ? [] : [['Region', region]], document),
    id: null,
    branch: [],
  }
}

function valueKeyOf(object: JsonObject): string | undefined {
  const keys = [...object.keys()].filter((key) => VALUES.has(bare(key)))
  return keys.length === 1 ? keys[0] : undefined
}

/** One text, perhaps in a list or in an object of its own, as the record API has it; null for anything else. */
function textIn(held: Json | undefined): string | null {
  if (typeof held === 'string') return held === '' ? null : held
  if (isJsonArray(held)) return held.length === 1 ? textIn(held[0]) : null
  return isJsonObject(held) && held.size === 1 ? textIn(held.get('Value')) : null
}

function endpointOf(
  type: Json | undefined,
  value: string,
  others: readonly (readonly [string, Json])[],
  document: JsonObject,
): JsonObject {
  const known = typeof type === 'string' && type !== '' ? type : typeOfPlainValue(value, document)
  return jsonObject([['Type', known], ['Value', value], ...others])
}
