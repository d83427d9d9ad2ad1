import type { Node } from 'jsonc-parser'
import type { Json } from '../model/json'
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

/** The tree of a text that `JSON.parse` accepts; of repeated keys the last counts, as there. */
export function toJsonNode(node: Node, text: string): JsonNode {
  const span = { start: node.offset, end: node.offset + node.length }
  const children = node.children ?? []
  if (node.type === 'array') {
    const items = children.map((child) => toJsonNode(child, text))
    return { json: items.map(({ json }) => json), ...span, members: [], items }
  }
  if (node.type === 'object') {
    const members = children.flatMap((property) => toMember(property, text))
    return {
      json: new Map(members.map(({ key, value }) => [key, value.json])),
      ...span,
      members,
      items: [],
    }
  }
  return { json: scalar(node, text), ...span, members: [], items: [] }
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

function toMember({ children }: Node, text: string): readonly JsonMember[] {
  const [key, value] = children ?? []
  if (!key || !value) return []
  const name: unknown = key.value
  return [
    {
      key: String(name),
      keyStart: key.offset,
      keyEnd: key.offset + key.length,
      value: toJsonNode(value, text),
    },
  ]
}

function scalar(node: Node, text: string): Json {
  const value: unknown = node.value
  if (node.type === 'number') return { number: text.slice(node.offset, node.offset + node.length) }
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}
