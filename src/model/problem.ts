import type { Address } from './address'

/** `error` makes `check` fail; none of the three ever stops import, evaluation or an untouched export. */
export type Severity = 'error' | 'warning' | 'note'

/** Keys and indexes from the document's root to the place meant; empty for the whole document. */
export type JsonPath = readonly (string | number)[]

/** Something wrong in a document, as data: a stable code, where it is, and a sentence saying how to mend it. */
export interface Problem {
  /** Stable and kebab-case, with its area: `weighted/weight-range`. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  /** Where in the traffic policy document; a missing key is reported at its parent. */
  readonly path: JsonPath
  /** Where in the editor; absent for problems of a text that could not be opened. */
  readonly at?: Address
}

/** RFC 6901 JSON pointer of a path. */
export function toPointer(path: JsonPath): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}
