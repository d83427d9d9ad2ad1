import type { JsonPath, Problem } from '../model/problem'
import type { ProblemTable } from '../model/problem-kind'

/** What opening a text can have to say before there is a policy to check. */
export const READING_PROBLEMS = {
  'json/syntax': { severity: 'error', row: 'V01' },
  'json/too-large': { severity: 'error', row: 'V01' },
  'json/too-deep': { severity: 'error', row: 'V01' },
  'json/repeated-key': { severity: 'warning', row: 'V01' },
  'document/too-large': { severity: 'error', row: 'V01' },
  'document/unwrapped': { severity: 'note', row: '1.4' },
  'scenario/not-an-object': { severity: 'error', row: 'scenario' },
  'scenario/version': { severity: 'error', row: 'scenario' },
  'scenario/newer-version': { severity: 'error', row: 'scenario' },
  'scenario/policy': { severity: 'error', row: 'scenario' },
  'scenario/value': { severity: 'error', row: 'scenario' },
  'scenario/unknown-key': { severity: 'warning', row: 'scenario' },
  'link/not-a-link': { severity: 'error', row: 'link' },
  'link/newer-version': { severity: 'error', row: 'link' },
  'link/too-large': { severity: 'error', row: 'link' },
  'link/cut-off': { severity: 'error', row: 'link' },
  'link/added': { severity: 'error', row: 'link' },
  'link/altered': { severity: 'error', row: 'link' },
  'link/unreadable': { severity: 'error', row: 'link' },
} as const satisfies ProblemTable
export type ReadingProblem = keyof typeof READING_PROBLEMS

/** A problem with a text, at a path of the JSON in it. */
export function readingProblem(code: ReadingProblem, message: string, path: JsonPath = []): Problem {
  return { code, severity: READING_PROBLEMS[code].severity, message, path }
}
