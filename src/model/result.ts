import type { Problem } from './problem'

/** The outcome of reading something from outside: a value, or the problems that prevent one. */
export type Result<T> = Success<T> | Failure
export interface Success<T> {
  readonly ok: true
  readonly value: T
}
export interface Failure {
  readonly ok: false
  /** At least one, all of severity `error`. */
  readonly problems: readonly Problem[]
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value }
}

export function failure(...problems: readonly Problem[]): Failure {
  return { ok: false, problems }
}

/** Enough to mend a text by; one made to have a million faults would take its time to report. */
const MOST_PROBLEMS = 100

/** The failure of a whole list, of which the first hundred are kept. */
export function failureOf(problems: readonly Problem[]): Failure {
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) }
}
