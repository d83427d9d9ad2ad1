import type { Address } from './address'
import type { JsonPath, Problem, Severity } from './problem'

/** One kind of problem: what the catalogue says of a code. */
export interface ProblemKind {
  readonly severity: Severity
  /** Where it is demanded: a row of route53.md section 10, such as `V16`, or another of its sections. */
  readonly row: string
}

/** Problem kinds by code. Tables stand beside the checks that report from them. */
export type ProblemTable = Readonly<Record<string, ProblemKind>>

/** A thing that a problem can be about: where it is, and what a sentence calls it. */
export interface Subject {
  readonly path: JsonPath
  readonly at: Address
  /** In the middle of a sentence: `endpoint “a”`, `branch 2 of rule “main”`. */
  readonly name: string
}

/** A problem of a kind in the table, at a subject or, with `keys`, below it. */
export type Report<C extends string> = (
  code: C,
  subject: Pick<Subject, 'path' | 'at'>,
  message: string,
  ...keys: readonly (string | number)[]
) => Problem

export function reporter<C extends string>(table: Readonly<Record<C, ProblemKind>>): Report<C> {
  return (code, { path, at }, message, ...keys) => ({
    code,
    severity: table[code].severity,
    message,
    path: keys.length === 0 ? path : [...path, ...keys],
    at,
  })
}

/** A value in a sentence, in quotation marks and cut when it is long. */
export function quote(value: string): string {
  return value.length > 60 ? `“${value.slice(0, 57)}…”` : `“${value}”`
}

/** Some values in a sentence: “a”, “b” and 3 more. */
export function quoteSome(values: readonly string[], most = 4): string {
  const shown = values.slice(0, most).map(quote).join(', ')
  return values.length > most ? `${shown} and ${values.length - most} more` : shown
}
