import { isJsonObject, type Json, type JsonObject } from '../model/json'
import type { Problem } from '../model/problem'
import { failure, type Result, success } from '../model/result'
import { type JsonDocument, parseJson } from './parse-json'
import { readingProblem } from './reading-problem'

/** A document in the document it came in: strings in strings are not endless. */
const MOST_WRAPPERS = 3

/**
 * Reads JSON and takes what it wraps: a document quoted as a string (once or more), or the answer of
 * `get-traffic-policy`, which holds it as `TrafficPolicy.Document`. The text is then that of the
 * inner document, and a note says so.
 */
export function parseUnwrapped(text: string, wrappers = 0): Result<JsonDocument> {
  const outer = parseJson(text)
  if (!outer.ok) return parseEscaped(text, wrappers) ?? outer
  const wrapped = wrappers < MOST_WRAPPERS ? wrappedIn(outer.value.root.json) : null
  if (wrapped === null) return outer
  const inner = parseUnwrapped(wrapped.text, wrappers + 1)
  if (!inner.ok) return failure(...inner.problems.map((problem) => inside(problem, wrapped.where)))
  return success({ ...inner.value, problems: [unwrapped(wrapped.where), ...inner.value.problems] })
}

/** A document that lost the quotes around it but not the backslashes inside: `{\"RecordType\": …`. */
function parseEscaped(text: string, wrappers: number): Result<JsonDocument> | null {
  if (wrappers >= MOST_WRAPPERS || !/^\s*\{(\s|\\[nrt])*\\"/.test(text)) return null
  const quoted = `"${text.trim().replaceAll('\t', '\\t').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}"`
  const result = parseUnwrapped(quoted, wrappers)
  return result.ok ? result : null
}

interface Wrapped {
  readonly text: string
  /** What held it, for the note: "a string". */
  readonly where: string
}

function wrappedIn(json: Json): Wrapped | null {
  if (typeof json === 'string') return /^\s*[{"]/.test(json) ? { text: json, where: 'a string' } : null
  if (!isJsonObject(json) || OWN_KEYS.some((key) => json.has(key))) return null
  const answer = json.get('TrafficPolicy')
  if (isJsonObject(answer)) return documentOf(answer, 'TrafficPolicy.Document')
  return documentOf(json, 'Document')
}

/** Keys of a traffic policy document itself. */
const OWN_KEYS = ['AWSPolicyFormatVersion', 'RecordType', 'Endpoints', 'Rules', 'StartRule', 'StartEndpoint']

function documentOf(answer: JsonObject, where: string): Wrapped | null {
  const document = answer.get('Document')
  return typeof document === 'string' ? { text: document, where } : null
}

function unwrapped(where: string): Problem {
  const message = `The document was inside ${where} and was taken out of it.`
  return readingProblem('document/unwrapped', message)
}

function inside(problem: Problem, where: string): Problem {
  return { ...problem, message: `Inside ${where}: ${problem.message}` }
}
