import {
  isJsonArray,
  isJsonNumber,
  isJsonObject,
  type Json,
  type JsonArray,
  type JsonObject,
} from '../../model/json'
import { addressColumns, type Octets } from './address-columns'
import { byteWriter } from './bytes'
import {
  ADDRESS,
  CODE,
  END_OF_TEXT,
  INTEGER,
  REFERENCE_KEYS,
  SHAPE_TOKENS,
  TOKEN,
  UUID,
  WORD_TOKENS,
} from './tokens'
import { SHAPES, WORDS } from './words-v1'

/** A scenario in bytes: what repeats for compression, and what is random apart from it. */
export interface Packed {
  readonly body: Uint8Array
  /** UUIDs and addresses: compression would only make them longer. */
  readonly raw: Uint8Array
}

const WORD_NUMBER = new Map(WORDS.map((word, index) => [word, index]))

/**
 * Packs a policy document and the rest of its scenario. Keys and common values become one byte, ids
 * are given once and referred to by number, texts and addresses go into streams of their own.
 */
export function pack(document: JsonObject, rest: JsonObject): Packed {
  const tokens = byteWriter()
  const texts = byteWriter()
  const uuids = new Map<string, number>()
  const addresses: Octets[] = []
  const shapes = new Map(SHAPES.map((keys, index) => [shapeName(keys), index]))
  const ids = { endpoint: idsUnder(document, 'Endpoints'), rule: idsUnder(document, 'Rules') }
  const numbers = { endpoint: numbered(ids.endpoint), rule: numbered(ids.rule) }
  const next = { endpoint: 0, rule: 0 }

  for (const list of [ids.endpoint, ids.rule]) {
    tokens.count(list?.length ?? 0)
    for (const id of list ?? []) string(id)
  }
  members(document, (key, value) => {
    if (key === 'Endpoints' && isJsonObject(value)) memberValues(TOKEN.endpoints, value)
    else if (key === 'Rules' && isJsonObject(value)) memberValues(TOKEN.rules, value)
    else any(value, REFERENCE_KEYS.get(key))
  })
  any(rest)

  const body = byteWriter()
  body.count(uuids.size)
  body.count(addresses.length)
  body.count(tokens.length)
  body.bytes(tokens.toBytes())
  body.bytes(texts.toBytes())
  const raw = byteWriter()
  raw.bytes([...uuids.keys()].flatMap(uuidBytes))
  raw.bytes(addressColumns(addresses))
  return { body: body.toBytes(), raw: raw.toBytes() }

  function any(json: Json, reference?: 'endpoint' | 'rule'): void {
    if (json === null) tokens.byte(TOKEN.null)
    else if (typeof json === 'boolean') tokens.byte(json ? TOKEN.true : TOKEN.false)
    else if (typeof json === 'string') {
      if (reference === undefined || !refer(json, reference)) string(json)
    } else if (isJsonArray(json)) list(json, reference)
    else if (isJsonObject(json)) members(json, (key, value) => any(value, REFERENCE_KEYS.get(key)))
    else number(json.number)
  }

  function list(items: JsonArray, reference?: 'endpoint' | 'rule'): void {
    const integers = items.flatMap((item) => (isJsonNumber(item) && INTEGER.test(item.number) ? [item] : []))
    const plain = items.length > 0 && integers.length === items.length
    tokens.byte(plain ? TOKEN.integers : TOKEN.list)
    tokens.count(items.length)
    if (plain) for (const item of integers) tokens.integer(Number(item.number))
    else for (const item of items) any(item, reference)
  }

  function members(json: JsonObject, write: (key: string, value: Json) => void): void {
    const keys = [...json.keys()]
    const known = shapes.get(shapeName(keys))
    if (known === undefined) {
      shapes.set(shapeName(keys), shapes.size)
      tokens.byte(TOKEN.object)
      tokens.count(keys.length)
      for (const key of keys) string(key)
    } else numberedToken(known, TOKEN.firstShape, SHAPE_TOKENS, TOKEN.farShape)
    for (const [key, value] of json) write(key, value)
  }

  function memberValues(token: number, json: JsonObject): void {
    tokens.byte(token)
    for (const value of json.values()) any(value)
  }

  function refer(id: string, kind: 'endpoint' | 'rule'): boolean {
    const index = numbers[kind].get(id)
    if (index === undefined) return false
    const distance = index - next[kind]
    next[kind] = index + 1
    if (distance === 0) tokens.byte(kind === 'endpoint' ? TOKEN.nextEndpoint : TOKEN.nextRule)
    else {
      tokens.byte(kind === 'endpoint' ? TOKEN.otherEndpoint : TOKEN.otherRule)
      tokens.integer(distance)
    }
    return true
  }

  function number(spelling: string): void {
    if (INTEGER.test(spelling)) {
      tokens.byte(TOKEN.integer)
      tokens.integer(Number(spelling))
    } else {
      tokens.byte(TOKEN.number)
      text(spelling)
    }
  }

  function string(value: string): void {
    const word = WORD_NUMBER.get(value)
    if (word !== undefined) numberedToken(word, TOKEN.firstWord, WORD_TOKENS, TOKEN.farWord)
    else if (CODE.test(value)) {
      tokens.byte(TOKEN.code)
      texts.bytes(utf8(value))
    } else if (INTEGER.test(value)) {
      tokens.byte(TOKEN.integerString)
      tokens.integer(Number(value))
    } else if (UUID.test(value)) uuid(value)
    else if (isAddress(value)) {
      tokens.byte(TOKEN.address)
      addresses.push(value.split('.').map(Number))
    } else {
      // Half a surrogate pair is no character, and UTF-8 has no bytes for it.
      const odd = /\p{Surrogate}/u.test(value)
      tokens.byte(odd ? TOKEN.odd : TOKEN.text)
      text(odd ? JSON.stringify(value) : value)
    }
  }

  function uuid(value: string): void {
    const known = uuids.get(value)
    tokens.byte(known === undefined ? TOKEN.uuid : TOKEN.sameUuid)
    if (known === undefined) uuids.set(value, uuids.size)
    else tokens.count(uuids.size - 1 - known)
  }

  function text(value: string): void {
    texts.bytes(utf8(value))
    texts.byte(END_OF_TEXT)
  }

  function numberedToken(index: number, first: number, limit: number, far: number): void {
    if (index < limit) tokens.byte(first + index)
    else {
      tokens.byte(far)
      tokens.count(index - limit)
    }
  }
}

function isAddress(value: string): boolean {
  return ADDRESS.test(value) && value.split('.').every((octet) => Number(octet) < 256)
}

function uuidBytes(uuid: string): readonly number[] {
  return (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
}

function idsUnder(document: JsonObject, key: string): readonly string[] | null {
  const members = document.get(key)
  return isJsonObject(members) ? [...members.keys()] : null
}

function numbered(ids: readonly string[] | null): ReadonlyMap<string, number> {
  return new Map((ids ?? []).map((id, index) => [id, index]))
}

function shapeName(keys: readonly string[]): string {
  return JSON.stringify(keys)
}

function utf8(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}
