import { EMPTY_OBJECT, type Json } from '../model/json'
import type { JsonPath } from '../model/problem'

/** A JSON value with its place in the text: offsets in UTF-16 units, `end` behind the last. */
export interface JsonNode {
  readonly json: Json
  readonly start: number
  readonly end: number
  /** Every member in the order of the text, repeated keys included; empty unless it is an object. */
  readonly members: readonly JsonMember[]
  /** Empty unless it is a list. */
  readonly items: readonly JsonNode[]
}

export interface JsonMember {
  readonly key: string
  readonly keyStart: number
  readonly keyEnd: number
  readonly value: JsonNode
}

/** The node at a path; of repeated keys the last. Undefined where the path leads nowhere. */
export function nodeAt(root: JsonNode, path: JsonPath): JsonNode | undefined {
  let node: JsonNode | undefined = root
  for (const part of path) {
    node =
      typeof part === 'number'
        ? node?.items[part]
        : node?.members.findLast((member) => member.key === part)?.value
  }
  return node
}

const NO_MEMBERS: readonly JsonMember[] = []
const NO_ITEMS: readonly JsonNode[] = []

/**
 * The tree of a text that `JSON.parse` accepts, which is why nothing is checked here; of repeated keys
 * the last counts, as there. Recursion goes as deep as the text, so callers bound that first.
 */
export function toJsonNode(text: string): JsonNode {
  let at = 0
  return value()

  function value(): JsonNode {
    skipSpace()
    const start = at
    const sign = text[at]
    if (sign === '{') return object(start)
    if (sign === '[') return list(start)
    const json = sign === '"' ? string() : word()
    return { json, start, end: at, members: NO_MEMBERS, items: NO_ITEMS }
  }

  function object(start: number): JsonNode {
    const members: JsonMember[] = []
    const json = new Map<string, Json>()
    at++
    for (skipSpace(); text[at] !== '}'; skipSpace()) {
      if (text[at] === ',') {
        at++
        skipSpace()
      }
      const keyStart = at
      const key = string()
      const keyEnd = at
      skipSpace()
      // The colon.
      at++
      const member = value()
      members.push({ key, keyStart, keyEnd, value: member })
      json.set(key, member.json)
    }
    at++
    return { json: members.length > 0 ? json : EMPTY_OBJECT, start, end: at, members, items: NO_ITEMS }
  }

  function list(start: number): JsonNode {
    const items: JsonNode[] = []
    const json: Json[] = []
    at++
    for (skipSpace(); text[at] !== ']'; skipSpace()) {
      if (text[at] === ',') at++
      const item = value()
      items.push(item)
      json.push(item.json)
    }
    at++
    return { json, start, end: at, members: NO_MEMBERS, items }
  }

  function string(): string {
    const start = at
    let end = text.indexOf('"', at + 1)
    while (isEscaped(end)) end = text.indexOf('"', end + 1)
    at = end + 1
    const inside = text.slice(start + 1, end)
    return inside.includes('\\') ? String(JSON.parse(text.slice(start, at))) : inside
  }

  /** Whether the quote at an offset has an odd number of backslashes before it. */
  function isEscaped(quote: number): boolean {
    let before = quote
    while (text[before - 1] === '\\') before--
    return (quote - before) % 2 === 1
  }

  function word(): Json {
    const start = at
    while (at < text.length && !ENDS_WORD.has(text.charCodeAt(at))) at++
    const found = text.slice(start, at)
    if (found === 'null') return null
    return found === 'true' ? true : found === 'false' ? false : { number: found }
  }

  function skipSpace(): void {
    while (SPACES.has(text.charCodeAt(at))) at++
  }
}

const codes = (signs: string) => new Set(Array.from(signs, (sign) => sign.charCodeAt(0)))
const SPACES = codes(' \t\n\r')
const ENDS_WORD = codes(' \t\n\r,]}')
