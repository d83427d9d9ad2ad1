import { parseTree } from 'jsonc-parser'
import type { JsonPath, Problem } from '../model/problem'
import { failure, type Result, success } from '../model/result'
import { type JsonNode, toJsonNode } from './json-node'
import { findSyntaxFault } from './syntax-fault'
import { describePosition } from './text-position'

/** A text that is JSON, with the place of every value in it. */
export interface JsonDocument {
  /** As it came in, white space and a byte order mark included. */
  readonly text: string
  readonly root: JsonNode
  /** Repeated keys, as warnings: only the last of each counts. */
  readonly problems: readonly Problem[]
}

/** In UTF-16 units. AWS takes 102,400; what is larger still opens, to be reported by the checks (V01). */
export const LONGEST_TEXT = 5_000_000
export const DEEPEST_NESTING = 200

/** Reads strict JSON (`JSON.parse` is the judge); a byte order mark is let pass. */
export function parseJson(text: string): Result<JsonDocument> {
  if (text.length > LONGEST_TEXT) {
    return failure(
      unreadable(
        'too-large',
        `This text has ${count(text.length)} characters; Catchment opens at most ${count(LONGEST_TEXT)}.`,
      ),
    )
  }
  // A space instead of the mark keeps every offset.
  const body = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
  const deep = findTooDeep(body)
  if (deep !== null) {
    return failure(
      unreadable(
        'too-deep',
        `At ${describePosition(body, deep)}: this text nests more than ${DEEPEST_NESTING} levels deep.`,
      ),
    )
  }
  if (!isJson(body)) return failure(unreadable('syntax', findSyntaxFault(body).message))
  const tree = parseTree(body, [], { disallowComments: true })
  if (!tree) throw new Error('JSON.parse took a text in which jsonc-parser finds no value')
  const root = toJsonNode(tree, body)
  return success({ text, root, problems: repeatedKeys(root, text) })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Offset of the first bracket that is nested too deep for the recursion below; null when none is. */
function findTooDeep(text: string): number | null {
  let depth = 0
  let inString = false
  for (let offset = 0; offset < text.length; offset++) {
    const sign = text[offset]
    if (inString) {
      if (sign === '\\') offset++
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') depth--
    if (depth > DEEPEST_NESTING) return offset
  }
  return null
}

/** Enough to show; a text made to have a million would take its time to report. */
const MOST_REPEATED_KEYS = 100

function repeatedKeys(root: JsonNode, text: string): readonly Problem[] {
  const problems: Problem[] = []
  visit(root, [])
  return problems

  function visit(node: JsonNode, path: JsonPath): void {
    if (problems.length >= MOST_REPEATED_KEYS) return
    node.items.forEach((item, index) => visit(item, [...path, index]))
    const last = new Map(node.members.map((member) => [member.key, member]))
    for (const member of node.members) {
      visit(member.value, [...path, member.key])
      if (last.get(member.key) === member || problems.length >= MOST_REPEATED_KEYS) continue
      const where = describePosition(text, member.keyStart)
      problems.push({
        code: 'json/repeated-key',
        severity: 'warning',
        message: `The key “${member.key}” at ${where} is repeated further on, and only the last counts. Remove one.`,
        path: [...path, member.key],
      })
    }
  }
}

function unreadable(code: string, message: string): Problem {
  return { code: `json/${code}`, severity: 'error', message, path: [] }
}

function count(value: number): string {
  return value.toLocaleString('en-GB')
}
