import { isJsonArray, isJsonNumber, isJsonObject, type Json, type JsonObject } from '../../model/json'
import { DOCUMENT, IDS, KEYS, KIND, MOST_NUMBERED, REST, type Session, type Standing } from './session-v2'
import { decimalOf, isAddress, lettersOf, uuidBytes } from './strings-v2'
import { hash, hashText } from './symbol-coder'
import { CODE, INTEGER, REFERENCE_KEYS, UUID } from './tokens'
import { SHAPES_V2, WORDS_V2 } from './words-v2'

const WORD_NUMBER = new Map(WORDS_V2.map((word, index) => [word, index]))

/** Says a policy document and the rest of its scenario; `readV2` is its mirror. */
export function writeV2(session: Session, document: JsonObject, rest: JsonObject): void {
  const uuids = new Map<string, number>()
  const shapes = new Map(SHAPES_V2.map((keys, index) => [shapeName(keys), index]))
  const ids = { endpoint: idsUnder(document, 'Endpoints'), rule: idsUnder(document, 'Rules') }
  const numbers = { endpoint: numbered(ids.endpoint), rule: numbered(ids.rule) }
  const next = { endpoint: 0, rule: 0 }

  for (const kind of ['endpoint', 'rule'] as const) {
    session.count(ids[kind].length, IDS[kind])
    for (const id of session.isOver() ? [] : ids[kind]) string(id, { key: IDS[kind], shape: 0 })
  }
  members(document, DOCUMENT, (key, value, standing) => {
    if (key === 'Endpoints' && isJsonObject(value)) memberValues(KIND.endpoints, value, standing)
    else if (key === 'Rules' && isJsonObject(value)) memberValues(KIND.rules, value, standing)
    else any(value, standing, REFERENCE_KEYS.get(key))
  })
  any(rest, REST)

  function any(json: Json, standing: Standing, reference?: 'endpoint' | 'rule'): void {
    if (session.isOver()) return
    if (json === null) session.kind(KIND.null, standing)
    else if (typeof json === 'boolean') session.kind(json ? KIND.true : KIND.false, standing)
    else if (typeof json === 'string') {
      if (reference === undefined || !refer(json, reference, standing)) string(json, standing)
    } else if (isJsonArray(json)) {
      session.kind(KIND.list, standing)
      session.count(json.length, standing.key)
      const inside = itemStanding(standing)
      for (const item of json) any(item, inside, reference)
    } else if (isJsonNumber(json)) number(json.number, standing)
    else members(json, standing, (key, value, inside) => any(value, inside, REFERENCE_KEYS.get(key)))
  }

  function members(
    json: JsonObject,
    standing: Standing,
    write: (key: string, value: Json, standing: Standing) => void,
  ): void {
    const keys = [...json.keys()]
    const known = shapes.get(shapeName(keys))
    let shape = known ?? shapes.size
    if (known === undefined || known >= MOST_NUMBERED) {
      if (known === undefined) shapes.set(shapeName(keys), shape)
      shape = MOST_NUMBERED
      session.kind(KIND.object, standing)
      session.count(keys.length, KEYS.key)
      for (const key of keys) string(key, KEYS)
    } else {
      session.kind(KIND.shape, standing)
      session.shape(shape, standing)
    }
    for (const [key, value] of json) write(key, value, memberStanding(standing, shape, key))
  }

  function memberValues(kind: number, json: JsonObject, standing: Standing): void {
    session.kind(kind, standing)
    const inside = itemStanding(standing)
    for (const value of json.values()) any(value, inside)
  }

  function refer(id: string, kind: 'endpoint' | 'rule', standing: Standing): boolean {
    const index = numbers[kind].get(id)
    if (index === undefined) return false
    const distance = index - next[kind]
    next[kind] = index + 1
    if (distance === 0) session.kind(kind === 'endpoint' ? KIND.nextEndpoint : KIND.nextRule, standing)
    else {
      session.kind(kind === 'endpoint' ? KIND.otherEndpoint : KIND.otherRule, standing)
      session.integer(distance, IDS[kind])
    }
    return true
  }

  function number(spelling: string, standing: Standing): void {
    const decimal = decimalOf(spelling)
    if (INTEGER.test(spelling)) {
      session.kind(KIND.integer, standing)
      session.integer(Number(spelling), standing.key)
    } else if (decimal) {
      session.kind(KIND.decimal, standing)
      session.decimal(decimal, standing.key)
    } else {
      session.kind(KIND.number, standing)
      session.text(utf8(spelling), standing.key)
    }
  }

  function string(value: string, standing: Standing): void {
    const { key } = standing
    const word = WORD_NUMBER.get(value)
    const decimal = decimalOf(value)
    if (word !== undefined) {
      session.kind(KIND.word, standing)
      session.word(word, standing)
    } else if (CODE.test(value)) {
      session.kind(KIND.letters, standing)
      session.letters(lettersOf(value), key)
    } else if (INTEGER.test(value)) {
      session.kind(KIND.integerString, standing)
      session.integer(Number(value), key)
    } else if (decimal) {
      session.kind(KIND.decimalString, standing)
      session.decimal(decimal, key)
    } else if (UUID.test(value)) uuid(value, standing)
    else if (isAddress(value)) {
      session.kind(KIND.address, standing)
      session.address(value.split('.').map(Number))
    } else {
      // Half a surrogate pair is no character, and UTF-8 has no bytes for it.
      const odd = /\p{Surrogate}/u.test(value)
      session.kind(odd ? KIND.odd : KIND.text, standing)
      session.text(utf8(odd ? JSON.stringify(value) : value), key)
    }
  }

  function uuid(value: string, standing: Standing): void {
    const known = uuids.get(value)
    session.kind(known === undefined ? KIND.uuid : KIND.sameUuid, standing)
    if (known === undefined) {
      uuids.set(value, uuids.size)
      session.uuid(uuidBytes(value))
    } else session.count(uuids.size - 1 - known, standing.key)
  }
}

/** Where the items of a list stand, or the values of the endpoints. */
export function itemStanding({ key }: Standing): Standing {
  return { key: hash(key, 101), shape: 0 }
}

/** Where a member of an object stands. */
export function memberStanding({ key }: Standing, shape: number, member: string): Standing {
  return { key: hashText(member), shape: hash(shape, key) }
}

function idsUnder(document: JsonObject, key: string): readonly string[] {
  const members = document.get(key)
  return isJsonObject(members) ? [...members.keys()] : []
}

function numbered(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]))
}

function shapeName(keys: readonly string[]): string {
  return JSON.stringify(keys)
}

function utf8(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}
