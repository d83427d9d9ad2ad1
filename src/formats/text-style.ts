import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from '../model/json'
import { similarity } from './align'
import type { JsonNode } from './json-node'
import type { Spacing } from './spacing'
import {
  closingOf,
  colonOf,
  hasBreak,
  lineStartsOf,
  marginAfter,
  marginAt,
  openingOf,
  partCount,
  separatorAt,
} from './spacing'

/** How a text is written, for writing more in the same hand. */
export interface TextStyle {
  readonly text: string
  readonly lineStarts: readonly number[]
  /** Every value of the text, the root first. */
  readonly nodes: readonly JsonNode[]
  readonly newline: string
  /** One level of indentation. */
  readonly unit: string
  readonly colon: string
  /** Between members on one line. */
  readonly comma: string
  /** Within the brackets of lists and the braces of objects on one line. */
  readonly padding: { readonly list: string; readonly object: string }
}

export function styleOf(text: string, root: JsonNode): TextStyle {
  const nodes: JsonNode[] = []
  collect(root, nodes)
  const lineStarts = lineStartsOf(text)
  const filled = nodes.filter((node) => partCount(node) > 0)
  const tall = filled.find((node) => hasBreak(openingOf(text, node)))
  const unit = tall
    ? marginAfter(openingOf(text, tall)).slice(marginAt(text, tall.start, lineStarts).length)
    : ''
  const colon = filled.map((node) => colonOf(text, node)).find((found) => found !== undefined) ?? ':'
  const separators = filled.map((node) => separatorAt(text, node, 1))
  const comma = separators.find((found) => found !== undefined && !hasBreak(found))
  return {
    text,
    lineStarts,
    nodes,
    newline: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    unit: unit === '' ? '  ' : unit,
    colon,
    comma: comma ?? (colon.endsWith(' ') ? ', ' : ','),
    padding: {
      list: inlineOpening(filled.filter(({ items }) => items.length > 0)),
      object: inlineOpening(filled.filter(({ members }) => members.length > 0)),
    },
  }

  function inlineOpening(candidates: readonly JsonNode[]): string {
    const openings = candidates.map((node) => openingOf(text, node))
    return openings.find((opening) => !hasBreak(opening)) ?? ''
  }
}

/** The spacing of a filled node, with the rest of the text to go by where it has one member only. */
export function spacingOf(style: TextStyle, node: JsonNode): Spacing {
  const opening = openingOf(style.text, node)
  const last = separatorAt(style.text, node, partCount(node) - 1)
  return {
    opening,
    separator: last ?? (hasBreak(opening) ? `,${opening}` : style.comma),
    closing: closingOf(style.text, node),
    colon: colonOf(style.text, node) ?? style.colon,
  }
}

/** The spacing of a new list or object that has none of its kind to go by. */
export function plainSpacing(
  { newline, unit, comma, padding }: TextStyle,
  json: JsonArray | JsonObject,
  { margin, tall, colon }: { readonly margin: string; readonly tall: boolean; readonly colon: string },
): Spacing {
  if (!tall) {
    const opening = isJsonArray(json) ? padding.list : padding.object
    return { opening, separator: comma, closing: opening, colon }
  }
  const opening = newline + margin + unit
  return { opening, separator: `,${opening}`, closing: newline + margin, colon }
}

/** The filled candidate most like a value, of equals the last, to be written like. */
export function mostAlike(json: Json, candidates: readonly JsonNode[]): JsonNode | undefined {
  let best: JsonNode | undefined
  let most = 0
  for (const candidate of candidates) {
    if (partCount(candidate) === 0 || !sameKind(candidate.json, json)) continue
    const score = similarity(candidate.json, json)
    if (score < most) continue
    best = candidate
    most = score
  }
  return best
}

/** What a value under this key looks like elsewhere in the text. */
export function filledUnder(style: TextStyle, key: string, json: Json): JsonNode | undefined {
  for (const { members } of style.nodes) {
    for (const { key: found, value } of members) {
      if (found === key && partCount(value) > 0 && sameKind(value.json, json)) return value
    }
  }
  return undefined
}

export function sameKind(a: Json, b: Json): boolean {
  return (isJsonArray(a) && isJsonArray(b)) || (isJsonObject(a) && isJsonObject(b))
}

function collect(node: JsonNode, into: JsonNode[]): void {
  into.push(node)
  for (const item of node.items) collect(item, into)
  for (const { value } of node.members) collect(value, into)
}
