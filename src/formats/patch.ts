import {
  equalJson,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonArray,
  type JsonObject,
} from '../model/json'
import { align } from './align'
import type { JsonMember, JsonNode } from './json-node'
import { closingOf, hasBreak, marginAfter, marginAt, openingOf, partCount, separatorAt } from './spacing'
import { spacingOf, styleOf, type TextStyle } from './text-style'
import { type NewPlace, writeNew } from './write-new'

/**
 * The text with its value changed to `after`, in which nothing else changes: white space, spelling
 * and order stay as they are, and what is new is written like what stands beside it.
 */
export function patchJson(text: string, root: JsonNode, after: Json): string {
  if (equalJson(root.json, after)) return text
  const style = styleOf(text, root)
  const place = { margin: '', key: null, siblings: [], tall: text.includes('\n'), colon: style.colon }
  const patched = patchValue(style, root, after, place)
  return text.slice(0, root.start) + patched + text.slice(root.end)
}

/** A member of the new text: the old member that it continues, if any, and its own text. */
interface Part {
  readonly from: number | null
  readonly text: string
}

/** `place` is what is around the value, for a new one that takes its place. */
function patchValue(style: TextStyle, node: JsonNode, after: Json, place: NewPlace): string {
  if (equalJson(node.json, after)) return style.text.slice(node.start, node.end)
  if (partCount(node) > 0) {
    if (isJsonObject(after) && isJsonObject(node.json) && after.size > 0) {
      return `{${join(style, node, patchMembers(style, node, node.json, after))}}`
    }
    if (isJsonArray(after) && isJsonArray(node.json) && after.length > 0) {
      return `[${join(style, node, patchItems(style, node, node.json, after))}]`
    }
  }
  return writeNew(style, after, {
    ...place,
    margin: marginAt(style.text, node.start, style.lineStarts),
    siblings: [],
  })
}

function patchItems(style: TextStyle, node: JsonNode, before: JsonArray, after: JsonArray): readonly Part[] {
  const pairs = align(before, after)
  const place = placeIn(style, node, node.items)
  return after.map((item, index): Part => {
    const from = pairs[index] ?? null
    const old = from === null ? undefined : node.items[from]
    return old
      ? { from, text: patchValue(style, old, item, place) }
      : { from: null, text: writeNew(style, item, place) }
  })
}

function patchMembers(
  style: TextStyle,
  node: JsonNode,
  before: JsonObject,
  after: JsonObject,
): readonly Part[] {
  const parts = new Map<string, Part>()
  const lastIndex = new Map(node.members.map(({ key }, index) => [key, index]))
  const renamed = renames(before, after, lastIndex)
  const siblings = node.members.map((member) => member.value)
  const place = placeIn(style, node, siblings)
  for (const [key, value] of after) {
    const from = lastIndex.get(key) ?? renamed.get(key) ?? null
    const old = from === null ? undefined : node.members[from]
    const text = old
      ? patchMember(style, old, key, value, place)
      : JSON.stringify(key) + place.colon + writeNew(style, value, { ...place, key })
    parts.set(key, { from: old ? from : null, text })
  }
  return node.members.length > before.size ? withRepeats(style, node, parts, after) : [...parts.values()]
}

function patchMember(style: TextStyle, old: JsonMember, key: string, value: Json, place: NewPlace): string {
  const name = key === old.key ? style.text.slice(old.keyStart, old.keyEnd) : JSON.stringify(key)
  const colon = style.text.slice(old.keyEnd, old.value.start)
  return name + colon + patchValue(style, old.value, value, { ...place, key, colon })
}

/** New keys by the index of the old member whose value they took over, as when a rule gets another id. */
function renames(
  before: JsonObject,
  after: JsonObject,
  lastIndex: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const gone = [...before].filter(([key]) => !after.has(key))
  const come = [...after].filter(([key]) => !before.has(key))
  const valueOf = ([, value]: readonly [string, Json]) => value
  const pairs = align(gone.map(valueOf), come.map(valueOf))
  return new Map(
    come.flatMap(([key], index): [string, number][] => {
      const old = gone[pairs[index] ?? -1]
      const from = old && lastIndex.get(old[0])
      return from === undefined ? [] : [[key, from]]
    }),
  )
}

/** Keeps the members whose key is repeated further on; they count for nothing, but nobody changed them. */
function withRepeats(
  style: TextStyle,
  node: JsonNode,
  parts: ReadonlyMap<string, Part>,
  after: JsonObject,
): readonly Part[] {
  const byIndex = new Map([...parts.values()].map((part) => [part.from, part]))
  const kept = node.members.flatMap((member, index): Part[] => {
    const text = style.text.slice(member.keyStart, member.value.end)
    return [byIndex.get(index) ?? (after.has(member.key) ? { from: index, text } : [])].flat()
  })
  return [...kept, ...[...parts.values()].filter(({ from }) => from === null)]
}

/** Members between the white space they had; new ones between that of their neighbours. */
function join(style: TextStyle, node: JsonNode, parts: readonly Part[]): string {
  const { text } = style
  const common = spacingOf(style, node).separator
  const between = parts.map(({ from }, index) => {
    if (index === 0) return ''
    const previous = parts[index - 1]?.from ?? null
    return (
      (from === null ? undefined : separatorAt(text, node, from)) ??
      (previous === null
        ? undefined
        : (separatorAt(text, node, previous + 1) ?? separatorAt(text, node, previous))) ??
      common
    )
  })
  const inside = parts.map((part, index) => between[index] + part.text).join('')
  return openingOf(text, node) + inside + closingOf(text, node)
}

/** Where a new member of a filled node goes. */
function placeIn(style: TextStyle, node: JsonNode, siblings: readonly JsonNode[]): NewPlace {
  const { separator, colon } = spacingOf(style, node)
  const tall = hasBreak(separator)
  const margin = tall ? marginAfter(separator) : marginAt(style.text, node.start, style.lineStarts)
  return { margin, key: null, siblings, tall, colon }
}
