import { isJsonObject } from '../model/json'
import type { Problem } from '../model/problem'
import { failure, type Result, success } from '../model/result'
import { type JsonMember, type JsonNode, toJsonNode } from './json-node'
import { readingProblem } from './reading-problem'
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

/** In UTF-16 units: what opens well within a second, and holds the scenario around the longest document. */
export const LONGEST_TEXT = 3_000_000
export const DEEPEST_NESTING = 200

/** Reads strict JSON (`JSON.parse` is the judge); a byte order mark is let pass. */
export function parseJson(text: string): Result<JsonDocument> {
  if (text.length > LONGEST_TEXT) {
    return failure(
      readingProblem(
        'json/too-large',
        `This text has ${count(text.length)} characters; Catchment opens at most ${count(LONGEST_TEXT)}.`,
      ),
    )
  }
  // A space instead of the mark keeps every offset.
  const body = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
  const deep = findTooDeep(body)
  if (deep !== null) {
    return failure(
      readingProblem(
        'json/too-deep',
        `At ${describePosition(body, deep)}: this text nests more than ${DEEPEST_NESTING} levels deep.`,
      ),
    )
  }
  if (!isJson(body)) return failure(readingProblem('json/syntax', findSyntaxFault(body).message))
  const root = toJsonNode(body)
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
  const path: (string | number)[] = []
  visit(root)
  return problems

  function visit(node: JsonNode): void {
    node.items.forEach((item, index) => step(index, item))
    const repeats = isJsonObject(node.json) && node.json.size < node.members.length
    const last = repeats ? new Map(node.members.map((member) => [member.key, member])) : null
    for (const member of node.members) {
      step(member.key, member.value)
      if (last && last.get(member.key) !== member) report(member)
    }
  }

  function step(part: string | number, node: JsonNode): void {
    if (node.items.length === 0 && node.members.length === 0) return
    path.push(part)
    visit(node)
    path.pop()
  }

  function report({ key, keyStart }: JsonMember): void {
    if (problems.length >= MOST_REPEATED_KEYS) return
    const where = describePosition(text, keyStart)
    const message = `The key “${key}” at ${where} is repeated further on, and only the last counts. Remove one.`
    problems.push(readingProblem('json/repeated-key', message, [...path, key]))
  }
}

function count(value: number): string {
  return value.toLocaleString('en-GB')
}
