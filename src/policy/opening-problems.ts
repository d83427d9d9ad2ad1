import type { ProblemTable } from '../model/problem-kind'

/** What keeps a document from being opened (route53.md 10): reported by `decodePolicy` and `decodeRule`. */
export const OPENING_PROBLEMS = {
  'document/not-an-object': { severity: 'error', row: 'V01' },
  'document/members': { severity: 'error', row: '1' },
  'document/endpoint': { severity: 'error', row: '2' },
  'document/rule-type': { severity: 'error', row: 'V08' },
  'document/branches': { severity: 'error', row: 'V08' },
  'document/cycle': { severity: 'error', row: 'V06' },
} as const satisfies ProblemTable
