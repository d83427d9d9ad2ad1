import { capitalised } from '../../model/field-checks'
import { isJsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { type ProblemTable, reporter } from '../../model/problem-kind'
import type { Branch } from '../branch'
import { checkBranch } from '../branch-checks'
import type { CheckContext, RuleOf } from '../definition'
import { checkPartlyChecked, checkSharedHealthChecks } from '../sibling-checks'

export const FAILOVER_PROBLEMS = {
  'failover/no-primary': { severity: 'error', row: '9.16' },
  'failover/no-secondary': { severity: 'error', row: '9.16' },
  'failover/primary-never-fails': { severity: 'warning', row: 'V26' },
} as const satisfies ProblemTable

const report = reporter(FAILOVER_PROBLEMS)

const SIDES = [
  { key: 'Primary', code: 'failover/no-primary', use: 'which answers while it is healthy' },
  { key: 'Secondary', code: 'failover/no-secondary', use: 'which answers when the primary is unhealthy' },
] as const

/** Problems of a failover rule (route53.md 3.1). */
export function check({ branches }: RuleOf<'failover', Branch>, context: CheckContext): readonly Problem[] {
  return [
    ...SIDES.flatMap(({ key, code, use }): Problem[] => {
      if (isJsonObject(context.written.get(key))) return []
      const message = `${context.subject.name} has no ${key}, ${use}; a failover rule needs both sides.`
      return [report(code, context.subject, capitalised(message))]
    }),
    ...checkPrimary(branches, context),
    ...checkPartlyChecked(branches, context),
    ...checkSharedHealthChecks(branches, context),
    ...branches.flatMap((branch) => checkBranch(branch, context, [])),
  ]
}

function checkPrimary(branches: readonly Branch[], context: CheckContext): readonly Problem[] {
  const primary = branches.find(({ id }) => id === 'primary')
  if (!primary || primary.target === null || context.outlookOf(primary) !== 'always-healthy') return []
  const subject = context.subjectOf(primary)
  const message = `${subject.name} can never be found unhealthy, so that the secondary never answers: attach a health check${primary.target.kind === 'rule' ? ', or evaluate target health and check every branch below it' : ', or evaluate the target health of an AWS resource'}.`
  return [report('failover/primary-never-fails', subject, capitalised(message))]
}
