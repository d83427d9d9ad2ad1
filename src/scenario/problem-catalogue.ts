import { FIELD_PROBLEMS } from '../model/field-checks'
import type { ProblemKind, ProblemTable } from '../model/problem-kind'
import { ENDPOINT_PROBLEMS } from '../policy/check-endpoint'
import { HEADER_PROBLEMS } from '../policy/check-header'
import { NODE_PROBLEMS } from '../policy/check-nodes'
import { REFERENCE_PROBLEMS } from '../policy/check-references'
import { RULE_PROBLEMS } from '../policy/check-rule'
import { START_PROBLEMS } from '../policy/check-start'
import { OPENING_PROBLEMS } from '../policy/opening-problems'
import { RULE_TYPES, RULES } from '../rules'
import { BRANCH_PROBLEMS } from '../rules/branch-checks'
import { SIBLING_PROBLEMS } from '../rules/sibling-checks'
import { ENDPOINT_RECORD_PROBLEMS } from './check-endpoints'
import { RECORD_PROBLEMS } from './check-record'

const TABLES: readonly ProblemTable[] = [
  OPENING_PROBLEMS,
  FIELD_PROBLEMS,
  HEADER_PROBLEMS,
  START_PROBLEMS,
  NODE_PROBLEMS,
  ENDPOINT_PROBLEMS,
  RULE_PROBLEMS,
  REFERENCE_PROBLEMS,
  SIBLING_PROBLEMS,
  BRANCH_PROBLEMS,
  ...RULE_TYPES.map((type) => RULES[type].problems),
  RECORD_PROBLEMS,
  ENDPOINT_RECORD_PROBLEMS,
]

/** Every kind of problem that opening and checking a scenario can report, by code. */
export const PROBLEM_CATALOGUE: ReadonlyMap<string, ProblemKind> = new Map(
  TABLES.flatMap((table) => Object.entries(table)),
)
