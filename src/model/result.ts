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
