import { isJsonNumber, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import { RULES, type RuleType } from '../../rules'
import { isPlainValue } from './endpoint-of-value'
import { placeOfWord } from './place-words'
import { regionCodeOf } from './region-words'
import { bare, idsOf } from './sight'

type Members = readonly (readonly [string, Json])[]

const REFERENCES = ['EndpointReference', 'RuleReference']
const WEIGHT = /^\s*\d+(?:\.\d+)?\s*%?\s*$/

/** A word as a branch: the id of what it leads to, its place, or both where they are called alike. */
export function fromWord(word: string, type: RuleType, document: JsonObject): JsonObject {
  const members = [...referenceTo(word, document), ...placeOf(word, type)]
  return jsonObject(members.length > 0 ? members : [['EndpointReference', word]])
}

/** A member of a map as a branch; the name that it had says the place or the id that the branch itself does not. */
export function named(value: Json, name: string, type: RuleType, document: JsonObject): Json {
  if (type === 'weighted' && isWeight(value)) {
    const reference = referenceTo(name, document)
    return jsonObject([
      ...(reference.length > 0 ? reference : [['EndpointReference', name] as const]),
      ['Weight', value],
    ])
  }
  const branch = typeof value === 'string' ? fromWord(value, type, document) : value
  if (!isJsonObject(branch)) return branch
  const place = placeOf(name, type)
  const refers = REFERENCES.some((key) => branch.has(key))
  const reference = refers ? [] : referenceTo(name, document)
  const said = place.some(([key]) => branch.has(key)) || branch.has('Location') || branch.has('Continent')
  return jsonObject([...reference, ...(said ? [] : place), ...branch])
}

/** A member of a list that is a map of one branch by its place or its id: `{ "us-east-1": "a" }`; null for any other. */
export function fromEntry(item: JsonObject, type: RuleType, document: JsonObject): JsonObject | null {
  const [entry] = item
  if (!entry || item.size > 1) return null
  const [name, value] = entry
  const isHeld = typeof value === 'string' || isJsonObject(value) || (type === 'weighted' && isWeight(value))
  const isSetting = [...REFERENCES, ...Object.keys(RULES[type].settings)].some(
    (key) => bare(key) === bare(name),
  )
  if (!isHeld || isSetting || isGuess(name, type)) return null
  if (placeOf(name, type).length === 0 && referenceTo(name, document).length === 0) return null
  const branch = named(value, name, type, document)
  return isJsonObject(branch) ? branch : null
}

/** Whether an object is one branch, not a map of them. */
export function isBranch(object: JsonObject, document: JsonObject): boolean {
  const names = [...object.keys()]
  const leads = names.every((name) => referenceTo(name, document).length > 0 || isPlainValue(name, document))
  if (leads && [...object.values()].every(isWeight)) return false
  return (
    [...object.values()].some((value) => !isJsonObject(value) && typeof value !== 'string') ||
    REFERENCES.some((key) => object.has(key))
  )
}

/** Whether a word could be a place of two kinds, so that what is made of it is a guess. */
export function isGuess(word: string, type: RuleType): boolean {
  return type === 'geolocation' && placeOfWord(word)?.plain === false
}

function isWeight(value: Json): boolean {
  return isJsonNumber(value) || (typeof value === 'string' && WEIGHT.test(value))
}

/** A reference to what is called so, in other capitals or signs where only one thing is. */
function referenceTo(word: string, document: JsonObject): Members {
  const endpoint = meant(word, idsOf(document, 'Endpoints'))
  const rule = meant(word, idsOf(document, 'Rules'))
  if (endpoint === word || (endpoint !== undefined && rule !== word)) return [['EndpointReference', endpoint]]
  return rule === undefined ? [] : [['RuleReference', rule]]
}

function meant(word: string, ids: readonly string[]): string | undefined {
  if (ids.includes(word)) return word
  const alike = ids.filter((id) => bare(id) !== '' && bare(id) === bare(word))
  return alike.length === 1 ? alike[0] : undefined
}

function placeOf(word: string, type: RuleType): Members {
  const region = type === 'latency' || type === 'geoproximity' ? regionCodeOf(word) : null
  if (region !== null) return [['Region', type === 'latency' ? region : `aws:route53:${region}`]]
  return type === 'geolocation' ? (placeOfWord(word)?.members ?? []) : []
}
