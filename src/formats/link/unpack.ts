import { isJsonNumber, type Json } from '../../model/json'
import { parseJson } from '../parse-json'
import { readAddressColumns } from './address-columns'
import { byteReader } from './bytes'
import type { Packed } from './pack'
import { END_OF_TEXT, SHAPE_TOKENS, TOKEN, WORD_TOKENS } from './tokens'
import { SHAPES, WORDS } from './words-v1'

/** A little deeper than any document that opens, and shallow enough for the call stack. */
const DEEPEST = 220

/**
 * The policy document and the rest of the scenario; null when the bytes hold no such thing. Total:
 * whatever the bytes, the time and the memory it takes are proportional to their number.
 */
export function unpack({ body, raw }: Packed): { readonly document: Json; readonly rest: Json } | null {
  const source = byteReader(body)
  const uuidCount = source.count()
  const addressCount = source.count()
  const tokens = byteReader(source.take(source.count()))
  const texts = byteReader(source.take(source.left))
  const random = byteReader(raw)
  // Each is named by a token at least, so that a few bytes cannot ask for millions.
  if (source.failed || uuidCount + addressCount > tokens.left) return null
  const uuids = Array.from({ length: uuidCount }, () => uuidOf(random.take(16)))
  const addresses = readAddressColumns(random, addressCount)

  let usedUuids = 0
  let usedAddresses = 0
  let broken = false
  const shapes = [...SHAPES]
  const next = { endpoint: 0, rule: 0 }
  // First empty: an id that refers to an id is no id.
  const ids: { endpoint: readonly string[]; rule: readonly string[] } = { endpoint: [], rule: [] }
  ids.endpoint = strings(count())
  ids.rule = strings(count())
  const document = value(0)
  const rest = value(0)
  const unread =
    tokens.left + texts.left + random.left + (uuidCount - usedUuids) + (addressCount - usedAddresses)
  const failed = broken || tokens.failed || texts.failed || random.failed
  return failed || unread > 0 ? null : { document, rest }

  function value(depth: number): Json {
    if (depth > DEEPEST) return nothing()
    const token = tokens.byte()
    switch (token) {
      case TOKEN.null:
        return null
      case TOKEN.true:
        return true
      case TOKEN.false:
        return false
      case TOKEN.list:
        return Array.from({ length: count() }, () => value(depth + 1))
      case TOKEN.integers:
        return Array.from({ length: count() }, () => ({ number: String(tokens.integer()) }))
      case TOKEN.integer:
        return { number: String(tokens.integer()) }
      case TOKEN.number:
        return number(text())
      case TOKEN.object: {
        const keys = strings(count())
        shapes.push(keys)
        return object(keys, depth)
      }
      case TOKEN.endpoints:
        return object(ids.endpoint, depth)
      case TOKEN.rules:
        return object(ids.rule, depth)
      case TOKEN.farShape:
        return object(shapes[SHAPE_TOKENS + tokens.count()], depth)
      default:
        return token >= TOKEN.firstShape ? object(shapes[token - TOKEN.firstShape], depth) : string(token)
    }
  }

  function object(keys: readonly string[] | undefined, depth: number): Json {
    // More members than bytes cannot be.
    if (!keys || keys.length > tokens.left) return nothing()
    return new Map(keys.map((key) => [key, value(depth + 1)]))
  }

  function string(token: number): Json {
    switch (token) {
      case TOKEN.text:
        return text()
      case TOKEN.odd: {
        const parsed = parseJson(text())
        return parsed.ok ? parsed.value.root.json : nothing()
      }
      case TOKEN.code:
        return utf8(texts.take(2))
      case TOKEN.integerString:
        return String(tokens.integer())
      case TOKEN.uuid:
        return uuids[usedUuids++] ?? nothing()
      case TOKEN.sameUuid:
        return uuids[usedUuids - 1 - tokens.count()] ?? nothing()
      case TOKEN.address:
        return addresses[usedAddresses++]?.join('.') ?? nothing()
      case TOKEN.nextEndpoint:
        return refer('endpoint', 0)
      case TOKEN.otherEndpoint:
        return refer('endpoint', tokens.integer())
      case TOKEN.nextRule:
        return refer('rule', 0)
      case TOKEN.otherRule:
        return refer('rule', tokens.integer())
      case TOKEN.farWord:
        return WORDS[WORD_TOKENS + tokens.count()] ?? nothing()
      default:
        return WORDS[token - TOKEN.firstWord] ?? nothing()
    }
  }

  function refer(kind: 'endpoint' | 'rule', distance: number): Json {
    const index = next[kind] + distance
    next[kind] = index + 1
    return ids[kind][index] ?? nothing()
  }

  function strings(length: number): readonly string[] {
    return Array.from({ length }, () => {
      const read = string(tokens.byte())
      return typeof read === 'string' ? read : String(nothing())
    })
  }

  function number(spelling: string): Json {
    const parsed = parseJson(spelling)
    return parsed.ok && isJsonNumber(parsed.value.root.json) ? parsed.value.root.json : nothing()
  }

  function text(): string {
    return utf8(texts.until(END_OF_TEXT))
  }

  function utf8(bytes: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      broken = true
      return ''
    }
  }

  /** A number of things of which each takes a byte at least. */
  function count(): number {
    const length = tokens.count()
    if (length <= tokens.left) return length
    broken = true
    return 0
  }

  function nothing(): null {
    broken = true
    return null
  }
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
