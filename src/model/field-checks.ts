import { isMalformed, isPlaceholder, type Loose } from './field'
import { isJsonNumber, type Json, type JsonObject, jsonKind } from './json'
import type { Problem } from './problem'
import { type ProblemTable, quote, quoteSome, reporter, type Subject } from './problem-kind'

export const FIELD_PROBLEMS = {
  'document/wrong-type': { severity: 'error', row: '1' },
  'document/placeholder': { severity: 'note', row: '10' },
  'document/unknown-key': { severity: 'warning', row: 'V36' },
  'document/null': { severity: 'note', row: '10' },
} as const satisfies ProblemTable

const report = reporter(FIELD_PROBLEMS)

/** A field that was looked at: its value where it can be judged, and what is wrong with its form. */
export interface Examined<T> {
  /** Undefined when the key is absent, and when `problems` says why it cannot be judged. */
  readonly value: T | undefined
  readonly problems: readonly Problem[]
  /** Whether the key is absent (or null, which reads as absent). */
  readonly absent: boolean
}

/** Looks at a field of `subject`: a placeholder is a note, anything unreadable an error (route53.md 10). */
export function examine<T>(
  value: Loose<T>,
  subject: Subject,
  key: string,
  expects: string,
  ...below: readonly string[]
): Examined<T> {
  if (value === undefined) return { value, problems: [], absent: true }
  if (isPlaceholder(value)) {
    const text = isMalformed(value) ? value.malformed : value
    return { value: undefined, problems: [placeholder(subject, key, text, ...below)], absent: false }
  }
  if (!isMalformed(value)) return { value, problems: [], absent: false }
  const message = `${key} of ${subject.name} is ${spelled(value.malformed)}, but must be ${expects}.`
  return {
    value: undefined,
    problems: [report('document/wrong-type', subject, message, ...below, key)],
    absent: false,
  }
}

/** The note that something still has to be filled in. */
export function placeholder(
  subject: Subject,
  key: string,
  text: unknown,
  ...below: readonly string[]
): Problem {
  const shown = typeof text === 'string' ? `: ${quote(text)}` : ''
  const message = `${key} of ${subject.name} holds a placeholder${shown}; fill it in before the policy is used.`
  return report('document/placeholder', subject, message, ...below, key)
}

/** The note that an id, which is a key of the document, still has to be filled in. */
export function placeholderId(subject: Subject): Problem {
  const message = `The id of ${subject.name} holds a placeholder; fill it in, with every reference to it, before the policy is used.`
  return report('document/placeholder', subject, message)
}

/** Unknown keys (kept, but Route 53 is strict about them) and nulls (read as absent) of one object. */
export function checkKeys(
  object: JsonObject,
  known: readonly string[],
  subject: Subject,
  ...below: readonly string[]
): readonly Problem[] {
  const problems: Problem[] = []
  for (const [key, value] of object) {
    if (value === null) {
      const message = `The key ${quote(key)} of ${subject.name} is null, which is read as though it were absent; leave the key out.`
      problems.push(report('document/null', subject, message, ...below, key))
    } else if (!known.includes(key)) {
      const message = `${subject.name} has the key ${quote(key)}, which the format does not know here. ${meantInstead(key, known, object)}`
      problems.push(report('document/unknown-key', subject, capitalised(message), ...below, key))
    }
  }
  return problems
}

/** The note that null reads as absent, for a whole rule or endpoint. */
export function isNull(subject: Subject): Problem {
  const message = `${subject.name} is null, which is read as though it were absent; remove it.`
  return report('document/null', subject, capitalised(message))
}

/** A sentence that begins with a subject's name. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

// Keys are case-sensitive; the record API says CountryCode and HealthCheckId where the document does not.
function meantInstead(key: string, known: readonly string[], object: JsonObject): string {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]|(code|id)$/g, '')
  const meant = known.find((name) => plain(name) === plain(key))
  if (meant !== undefined && !object.has(meant)) return `Did you mean ${meant}? Keys are case-sensitive.`
  return `Remove it, or use one of ${quoteSome(known, 8)}.`
}

/** A JSON value in a sentence: `“abc”`, `2.50`, `a list`. */
export function spelled(json: Json): string {
  if (typeof json === 'string') return quote(json)
  if (isJsonNumber(json)) return json.number
  return typeof json === 'boolean' ? String(json) : jsonKind(json)
}
