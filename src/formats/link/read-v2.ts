import { isJsonNumber, type Json } from '../../model/json'
import { parseJson } from '../parse-json'
import { DOCUMENT, IDS, KEYS, KIND, MOST_NUMBERED, REST, type Session, type Standing } from './session-v2'
import { decimalText, lettersText, uuidText } from './strings-v2'
import { SHAPES_V2, WORDS_V2 } from './words-v2'
import { itemStanding, memberStanding } from './write-v2'

/** A little deeper than any document that opens, and shallow enough for the call stack. */
const DEEPEST = 220
const NO_BYTES = new Uint8Array()
const NO_DECIMAL = { negative: false, places: 0, digits: 0 }

/**
 * The policy document and the rest of the scenario that `writeV2` has said; null when it was something else. Reads no
 * further once `isOver`, so that no bytes can make it read for long.
 */
export function readV2(
  session: Session,
  isOver: () => boolean,
): { readonly document: Json; readonly rest: Json } | null {
  let broken = false
  const uuids: string[] = []
  const shapes = [...SHAPES_V2]
  const next = { endpoint: 0, rule: 0 }
  // First empty: an id that refers to an id is no id.
  const ids: { endpoint: readonly string[]; rule: readonly string[] } = { endpoint: [], rule: [] }
  ids.endpoint = listOfIds('endpoint')
  ids.rule = listOfIds('rule')
  const document = value(DOCUMENT, 0)
  const rest = value(REST, 0)
  return broken || isOver() ? null : { document, rest }

  function listOfIds(kind: 'endpoint' | 'rule'): readonly string[] {
    return repeated(session.count(0, IDS[kind]), () => text({ key: IDS[kind], shape: 0 }))
  }

  function value(standing: Standing, depth: number): Json {
    if (depth > DEEPEST || isOver()) return nothing()
    const kind = session.kind(0, standing)
    switch (kind) {
      case KIND.null:
        return null
      case KIND.true:
        return true
      case KIND.false:
        return false
      case KIND.list: {
        const inside = itemStanding(standing)
        return repeated(session.count(0, standing.key), () => value(inside, depth + 1))
      }
      case KIND.object: {
        const keys = repeated(session.count(0, KEYS.key), () => text(KEYS))
        shapes.push(keys)
        return object(keys, MOST_NUMBERED, standing, depth)
      }
      case KIND.shape: {
        const shape = session.shape(0, standing)
        return object(shapes[shape], shape, standing, depth)
      }
      case KIND.endpoints:
        return memberValues(ids.endpoint, standing, depth)
      case KIND.rules:
        return memberValues(ids.rule, standing, depth)
      case KIND.integer:
        return { number: integer(standing) }
      case KIND.decimal:
        return { number: decimal(standing) }
      case KIND.number:
        return spelled(bytesOf(standing))
      default:
        return string(kind, standing)
    }
  }

  function object(
    keys: readonly string[] | undefined,
    shape: number,
    standing: Standing,
    depth: number,
  ): Json {
    if (!keys) return nothing()
    return new Map(keys.map((key) => [key, value(memberStanding(standing, shape, key), depth + 1)]))
  }

  function memberValues(keys: readonly string[], standing: Standing, depth: number): Json {
    const inside = itemStanding(standing)
    return new Map(keys.map((key) => [key, value(inside, depth + 1)]))
  }

  function string(kind: number, standing: Standing): Json {
    const { key } = standing
    switch (kind) {
      case KIND.text:
        return bytesOf(standing)
      case KIND.odd: {
        const parsed = parseJson(bytesOf(standing))
        return parsed.ok ? parsed.value.root.json : nothing()
      }
      case KIND.letters:
        return lettersText(session.letters(0, key)) ?? nothing()
      case KIND.integerString:
        return integer(standing)
      case KIND.decimalString:
        return decimal(standing)
      case KIND.uuid: {
        const uuid = uuidText(session.uuid(NO_BYTES))
        uuids.push(uuid)
        return uuid
      }
      case KIND.sameUuid:
        return uuids[uuids.length - 1 - session.count(0, key)] ?? nothing()
      case KIND.address:
        return session.address([]).join('.')
      case KIND.nextEndpoint:
        return refer('endpoint', 0)
      case KIND.otherEndpoint:
        return refer('endpoint', session.integer(0, IDS.endpoint))
      case KIND.nextRule:
        return refer('rule', 0)
      case KIND.otherRule:
        return refer('rule', session.integer(0, IDS.rule))
      case KIND.word:
        return WORDS_V2[session.word(0, standing)] ?? nothing()
      default:
        return nothing()
    }
  }

  function text(standing: Standing): string {
    const read = isOver() ? nothing() : string(session.kind(0, standing), standing)
    return typeof read === 'string' ? read : String(nothing())
  }

  function refer(kind: 'endpoint' | 'rule', distance: number): Json {
    const index = next[kind] + distance
    next[kind] = index + 1
    return ids[kind][index] ?? nothing()
  }

  function integer({ key }: Standing): string {
    const read = session.integer(0, key)
    if (!Number.isSafeInteger(read)) broken = true
    return String(read)
  }

  function decimal({ key }: Standing): string {
    const read = session.decimal(NO_DECIMAL, key)
    if (read.places === 0 || !Number.isSafeInteger(read.digits)) broken = true
    return broken ? '' : decimalText(read)
  }

  function spelled(spelling: string): Json {
    const parsed = parseJson(spelling)
    return parsed.ok && isJsonNumber(parsed.value.root.json) ? parsed.value.root.json : nothing()
  }

  function bytesOf({ key }: Standing): string {
    try {
      const bytes = session.text(NO_BYTES, key)
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      broken = true
      return ''
    }
  }

  function repeated<T>(count: number, read: () => T): readonly T[] {
    const items: T[] = []
    for (let index = 0; index < count && !isOver() && !broken; index++) items.push(read())
    if (items.length < count) broken = true
    return items
  }

  function nothing(): null {
    broken = true
    return null
  }
}
