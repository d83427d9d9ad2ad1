import type { JsonPath, Problem } from '../../model/problem'
import type { ProblemTable } from '../../model/problem-kind'

/** What finding a policy in a text of another kind can have to say. */
export const IMPORT_PROBLEMS = {
  'import/unrecognised': { severity: 'error', row: 'V01' },
  'import/misspelled-key': { severity: 'error', row: '1' },
  'import/no-policy': { severity: 'error', row: '11' },
  'import/computed': { severity: 'error', row: '11' },
  'import/too-many-aliases': { severity: 'error', row: 'V01' },
  'import/yaml': { severity: 'error', row: 'V01' },
  'import/hcl': { severity: 'error', row: 'V01' },
  'import/choice': { severity: 'error', row: '11' },
  'import/several': { severity: 'note', row: '11' },
  'import/written-anew': { severity: 'note', row: '1.4' },
  'import/default': { severity: 'note', row: '11' },
  'import/health-checks': { severity: 'note', row: '11' },
  'import/loss': { severity: 'warning', row: '11' },
} as const satisfies ProblemTable
export type ImportProblem = keyof typeof IMPORT_PROBLEMS

/** A problem with a text that holds a policy, at a path of the whole text. */
export function importProblem(code: ImportProblem, message: string, path: JsonPath = []): Problem {
  return { code, severity: IMPORT_PROBLEMS[code].severity, message, path }
}
