import type { Loose } from '../../model/field'
import { examine } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, reporter } from '../../model/problem-kind'
import type { Branch } from '../branch'
import { checkBranch } from '../branch-checks'
import type { BranchSubject, CheckContext, RuleOf } from '../definition'
import { checkList } from '../sibling-checks'

export const WEIGHTED_PROBLEMS = {
  'weighted/weight-missing': { severity: 'error', row: 'V16' },
  'weighted/weight-range': { severity: 'error', row: 'V16' },
  'weighted/all-weights-zero': { severity: 'note', row: '4.5' },
} as const satisfies ProblemTable

const report = reporter(WEIGHTED_PROBLEMS)
const LARGEST_WEIGHT = 255

interface WeightedBranch extends Branch {
  readonly weight: Loose<number>
}

/** Problems of a weighted rule (route53.md 3.6). */
export function check(rule: RuleOf<'weighted', WeightedBranch>, context: CheckContext): readonly Problem[] {
  return [
    ...checkList(rule.branches, context, 'Items'),
    ...checkAllZero(rule.branches, context),
    ...rule.branches.flatMap((branch) => [
      ...checkBranch(branch, context, ['Weight']),
      ...checkWeight(branch.weight, context.subjectOf(branch)),
    ]),
  ]
}

function checkWeight(weight: Loose<number>, subject: BranchSubject): readonly Problem[] {
  const { value, absent, problems } = examine(weight, subject, 'Weight', 'an integer from 0 to 255')
  if (absent) {
    const message = `Weight is missing in ${subject.name}; give it an integer from 0 to ${LARGEST_WEIGHT}.`
    return [report('weighted/weight-missing', subject, message)]
  }
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= LARGEST_WEIGHT)) {
    return problems
  }
  const message = `Weight ${value} of ${subject.name} is out of range; use an integer from 0 to ${LARGEST_WEIGHT}. Weights are parts of their sum, not percentages.`
  return [report('weighted/weight-range', subject, message, 'Weight')]
}

function checkAllZero(branches: readonly WeightedBranch[], { subject }: CheckContext): readonly Problem[] {
  if (branches.length === 0 || branches.some(({ weight }) => weight !== 0)) return []
  const message = `All weights of ${subject.name} are 0, so that its healthy branches share the answers equally; give equal weights above 0 if that is meant.`
  return [report('weighted/all-weights-zero', subject, message, 'Items')]
}
