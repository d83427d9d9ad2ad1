import { regionByCode } from '../../geo/regions'
import { isPlaceholder, type Loose, readable } from '../../model/field'
import { examine } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, quote, reporter } from '../../model/problem-kind'
import type { Branch } from '../branch'
import { checkBranch } from '../branch-checks'
import type { CheckContext, RuleOf } from '../definition'
import { regionHint } from '../region-hint'
import { checkList } from '../sibling-checks'
import { twinsOf } from '../twins'

export const LATENCY_PROBLEMS = {
  'latency/region-missing': { severity: 'error', row: 'V25' },
  'latency/unknown-region': { severity: 'error', row: 'V25' },
  'latency/duplicate-region': { severity: 'error', row: 'V25' },
} as const satisfies ProblemTable

const report = reporter(LATENCY_PROBLEMS)

interface LatencyBranch extends Branch {
  readonly region: Loose<string>
}

/** Problems of a latency rule (route53.md 3.4). */
export function check(rule: RuleOf<'latency', LatencyBranch>, context: CheckContext): readonly Problem[] {
  const twins = twinsOf(rule.branches, ({ region }) =>
    isPlaceholder(region) ? null : (readable(region) ?? null),
  )
  return [
    ...checkList(rule.branches, context, 'Regions'),
    ...rule.branches.flatMap((branch) => [
      ...checkBranch(branch, context, ['Region']),
      ...checkRegion(branch, context),
      ...checkDuplicate(branch, twins.get(branch), context),
    ]),
  ]
}

function checkRegion(branch: LatencyBranch, context: CheckContext): readonly Problem[] {
  const subject = context.subjectOf(branch)
  const { value, absent, problems } = examine(branch.region, subject, 'Region', 'the code of an AWS Region')
  if (absent) {
    const message = `Region is missing in ${subject.name}; give it the code of an AWS Region such as eu-central-1.`
    return [report('latency/region-missing', subject, message)]
  }
  if (value === undefined || regionByCode(value)?.usable) return problems
  const message = `Region ${quote(value)} of ${subject.name} is none that Route 53 knows. ${regionHint(value)}`
  return [report('latency/unknown-region', subject, message, 'Region')]
}

function checkDuplicate(
  branch: LatencyBranch,
  twin: LatencyBranch | undefined,
  context: CheckContext,
): readonly Problem[] {
  const region = readable(branch.region)
  if (!twin || region === undefined) return []
  const subject = context.subjectOf(branch)
  const message = `Region ${quote(region)} of ${subject.name} is taken by ${context.subjectOf(twin).name}; a latency rule has one branch for a Region. Lead that one to a weighted rule if both should answer.`
  return [report('latency/duplicate-region', subject, message, 'Region')]
}
