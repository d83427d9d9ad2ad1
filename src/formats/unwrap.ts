import { isJsonObject, type Json, type JsonObject } from '../model/json'
import type { Problem } from '../model/problem'
import { failure, type Result, success } from '../model/result'
import { isAwsDocument } from './import/aws-document'
import { type JsonDocument, parseJson } from './parse-json'
import { readingProblem } from './reading-problem'

/** Strings in strings are not endless: each time doubles the backslashes. */
const MOST_WRAPPERS = 8

/**
 * Reads JSON and takes what it wraps: a document quoted as a string (once or more), or the answer of
 * `get-traffic-policy`, which holds it as `TrafficPolicy.Document`. The text is then that of the
 * inner document, and a note says so.
 */
export function parseUnwrapped(text: string): Result<JsonDocument> {
  return parseAround(text, wrappedIn, 0)
}

/** Reads JSON, and what it quotes as a string, once or more; answers that hold a document stay as they are. */
export function parseUnquoted(text: string): Result<JsonDocument> {
  return parseAround(text, quotedIn, 0)
}

type Look = (json: Json) => Wrapped | null

function parseAround(text: string, look: Look, wrappers: number): Result<JsonDocument> {
  const outer = parseJson(text)
  if (!outer.ok) return parseEscaped(text, look, wrappers) ?? outer
  const wrapped = wrappers < MOST_WRAPPERS ? look(outer.value.root.json) : null
  if (wrapped === null) return outer
  const inner = parseAround(wrapped.text, look, wrappers + 1)
  if (!inner.ok) return failure(...inner.problems.map((problem) => inside(problem, wrapped.where)))
  return success({ ...inner.value, problems: [unwrapped(wrapped.where), ...inner.value.problems] })
}

/** A document that lost the quotes around it but not the backslashes inside: `{\"RecordType\": …`. */
function parseEscaped(text: string, look: Look, wrappers: number): Result<JsonDocument> | null {
  if (wrappers >= MOST_WRAPPERS || !/^\s*\{(\s|\\[nrt])*\\"/.test(text)) return null
  const quoted = `"${text.trim().replaceAll('\t', '\\t').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}"`
  const result = parseAround(quoted, look, wrappers)
  return result.ok ? result : null
}

interface Wrapped {
  readonly text: string
  /** What held it, for the note: "a string". */
  readonly where: string
}

function quotedIn(json: Json): Wrapped | null {
  return typeof json === 'string' && /^\s*([{["]|\\")/.test(json) ? { text: json, where: 'a string' } : null
}

function wrappedIn(json: Json): Wrapped | null {
  if (typeof json === 'string') return quotedIn(json)
  if (!isJsonObject(json) || isAwsDocument(json)) return null
  const answer = json.get('TrafficPolicy')
  if (isJsonObject(answer)) return documentOf(answer, 'TrafficPolicy.Document')
  return documentOf(json, 'Document')
}

function documentOf(answer: JsonObject, where: string): Wrapped | null {
  const document = answer.get('Document')
  return typeof document === 'string' ? { text: document, where } : null
}

/** The note that a document was taken out of something. */
export function unwrapped(where: string): Problem {
  const message = `The document was inside ${where} and was taken out of it.`
  return readingProblem('document/unwrapped', message)
}

function inside(problem: Problem, where: string): Problem {
  return { ...problem, message: `Inside ${where}: ${problem.message}` }
}
