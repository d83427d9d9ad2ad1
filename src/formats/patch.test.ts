import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalJson, isJsonArray, isJsonObject, type Json } from '../model/json'
import type { JsonPath } from '../model/problem'
import { nodeAt } from './json-node'
import { aJson, HANDS, MINIFIED, written } from './json-texts.fixtures'
import { parseJson } from './parse-json'
import { patchJson } from './patch'

const SEED = 530_003

function read(text: string): Json {
  const result = parseJson(text)
  if (!result.ok) throw new Error(`${result.problems[0]?.message} ${text}`)
  return result.value.root.json
}

function patched(text: string, after: Json): string {
  const result = parseJson(text)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return patchJson(text, result.value.root, after)
}

/** How many characters of `before` are not in `after`, when one piece of it was replaced. */
function lost(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return before.length - head - tail
}

/** White space anywhere that JSON allows it. */
function scattered(json: Json, spaces: () => string): string {
  const parts = isJsonArray(json)
    ? json.map((item) => scattered(item, spaces))
    : isJsonObject(json)
      ? [...json].map(
          ([key, value]) => `${JSON.stringify(key)}${spaces()}:${spaces()}${scattered(value, spaces)}`,
        )
      : null
  if (parts === null) return written(json, MINIFIED)
  const inside = parts.map((part) => spaces() + part + spaces()).join(',')
  return isJsonArray(json) ? `[${inside || spaces()}]` : `{${inside || spaces()}}`
}

/** The numbers again and again. */
function cycle<T>(values: readonly T[]): () => T | undefined {
  let at = 0
  return () => values[at++ % values.length]
}

/** A text in one of the hands, or with white space anywhere, and what it says. */
const aText = fc
  .tuple(
    aJson,
    fc.option(fc.constantFrom(...HANDS), { freq: 2 }),
    fc.array(fc.constantFrom('', '', ' ', '\n', '\r\n\t', '  '), { minLength: 1, maxLength: 20 }),
    fc.constantFrom('', '\n', ' '),
  )
  .map(([json, hand, gaps, end]) => {
    const gap = cycle(gaps)
    return { json, text: (hand ? written(json, hand) : scattered(json, () => gap() ?? '')) + end }
  })

/** One member inserted, deleted, replaced or renamed somewhere in a value. */
interface Edited {
  readonly kind: 'insert' | 'delete' | 'replace' | 'rename'
  readonly after: Json
  /** The list or object that was edited, and which of its members. */
  readonly parent: JsonPath
  readonly index: number
}

/** An edit at a picked place; null where the value has no such place. */
function edit(json: Json, kind: Edited['kind'], pick: (below: number) => number, value: Json): Edited | null {
  const entries: readonly (readonly [string, Json])[] = isJsonArray(json)
    ? json.map((item, at) => [String(at), item] as const)
    : isJsonObject(json)
      ? [...json]
      : []
  if (entries.length === 0) return null
  const rebuilt = (changed: readonly (readonly [string, Json])[]): Json =>
    isJsonArray(json) ? changed.map(([, item]) => item) : new Map(changed)
  const index = pick(entries.length)
  const [key, old] = entries[index] ?? ['', null]
  const below = pick(2) === 0 ? edit(old, kind, pick, value) : null
  if (below) {
    const step = isJsonArray(json) ? index : key
    return {
      ...below,
      parent: [step, ...below.parent],
      after: rebuilt(entries.with(index, [key, below.after])),
    }
  }
  const edited = (changed: readonly (readonly [string, Json])[]): Edited => ({
    kind,
    after: rebuilt(changed),
    parent: [],
    index,
  })
  if (kind === 'replace') return edited(entries.with(index, [key, value]))
  if (kind === 'insert') return edited(entries.toSpliced(pick(entries.length + 1), 0, ['new here', value]))
  if (kind === 'rename') return isJsonArray(json) ? null : edited(entries.with(index, ['renamed here', old]))
  return entries.length === 1 ? null : edited(entries.toSpliced(index, 1))
}

/** How many characters the edit may cost: those of the member and of the white space to one side of it. */
function allowance(text: string, { kind, parent, index }: Edited): number {
  const result = parseJson(text)
  const node = result.ok ? nodeAt(result.value.root, parent) : undefined
  if (!node || kind === 'insert') return 0
  const spans = [
    ...node.items.map(({ start, end }) => ({ start, end, value: end - start, key: 0 })),
    ...node.members.map(({ keyStart, keyEnd, value }) => ({
      start: keyStart,
      end: value.end,
      value: value.end - value.start,
      key: keyEnd - keyStart,
    })),
  ]
  const [previous, span, next] = [spans[index - 1], spans[index], spans[index + 1]]
  if (!span) return 0
  if (kind === 'replace') return span.value
  if (kind === 'rename') return span.key
  return previous ? span.end - previous.end : (next?.start ?? span.end) - span.start
}

const anEdit = fc
  .tuple(
    aText,
    fc.constantFrom('insert', 'delete', 'replace', 'rename'),
    aJson,
    fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
  )
  .map(([source, kind, value, numbers]) => {
    const next = cycle(numbers)
    return { ...source, edited: edit(source.json, kind, (below) => (next() ?? 0) % below, value) }
  })

describe('patching a JSON text', () => {
  test('changes nothing when the value is the same', () => {
    fc.assert(
      fc.property(aText, ({ text, json }) => {
        expect(patched(text, json)).toBe(text)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  test('gives a text that says exactly the new value, whatever the two have in common', () => {
    fc.assert(
      fc.property(aText, aJson, ({ text }, after) => {
        expect(equalJson(read(patched(text, after)), after)).toBe(true)
      }),
      { seed: SEED, numRuns: 2_000 },
    )
  })

  test('touches one piece of the text for one edit, and no more of it than the edited member', () => {
    fc.assert(
      fc.property(anEdit, ({ text, edited }) => {
        if (!edited || equalJson(read(text), edited.after)) return
        const result = patched(text, edited.after)
        expect(equalJson(read(result), edited.after)).toBe(true)
        expect(lost(text, result)).toBeLessThanOrEqual(allowance(text, edited))
      }),
      { seed: SEED, numRuns: 5_000 },
    )
  })

  test('comes back to the same characters when an insertion is deleted again', () => {
    fc.assert(
      fc.property(anEdit, ({ text, json, edited }) => {
        if (edited?.kind !== 'insert') return
        expect(patched(patched(text, edited.after), json)).toBe(text)
      }),
      { seed: SEED, numRuns: 2_000 },
    )
  })
})
