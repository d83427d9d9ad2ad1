import { sameTarget } from '../model/address'
import { isPlaceholder, readable } from '../model/field'
import { capitalised } from '../model/field-checks'
import type { Problem } from '../model/problem'
import { type ProblemTable, quote, reporter } from '../model/problem-kind'
import type { Branch } from './branch'
import type { CheckContext } from './definition'

export const SIBLING_PROBLEMS = {
  'rule/no-branches': { severity: 'error', row: '9.17' },
  'rule/single-branch': { severity: 'note', row: '9.17' },
  'rule/many-branches': { severity: 'warning', row: 'V28' },
  'rule/partly-checked': { severity: 'warning', row: 'V27' },
  'rule/shared-health-check': { severity: 'warning', row: 'V31' },
} as const satisfies ProblemTable

const report = reporter(SIBLING_PROBLEMS)

/** Most records of one name and type: members of a list (route53.md 5, not adjustable). */
export const MOST_BRANCHES = 100
/** From this part of the quota on, a list is near it. */
const NEAR = 0.9

/** What the members of a rule's list can have wrong together: how many they are, and their health checks. */
export function checkList(
  branches: readonly Branch[],
  context: CheckContext,
  listKey: string,
  most = MOST_BRANCHES,
): readonly Problem[] {
  return [
    ...checkCount(branches.length, context, listKey, most),
    ...checkPartlyChecked(branches, context),
    ...checkSharedHealthChecks(branches, context),
  ]
}

function checkCount(
  count: number,
  { subject }: CheckContext,
  listKey: string,
  most: number,
): readonly Problem[] {
  if (count === 0) {
    const message = `${subject.name} has no branch, so that no query is ever answered; add one.`
    return [report('rule/no-branches', subject, capitalised(message), listKey)]
  }
  if (count === 1) {
    const message = `${subject.name} has a single branch, which answers whether it is healthy or not; add another, or lead straight to its target.`
    return [report('rule/single-branch', subject, capitalised(message), listKey)]
  }
  if (count < most * NEAR) return []
  const state = count > most ? 'more than' : count === most ? 'as many as' : 'nearly as many as'
  const message = `${subject.name} has ${count} branches, ${state} the ${most} that Route 53 allows and does not raise; ${count > most ? 'AWS will refuse it: ' : ''}divide them between several rules.`
  return [report('rule/many-branches', subject, capitalised(message), listKey)]
}

/** Some but not all siblings can be found unhealthy: the others count as healthy whatever happens (V27). */
export function checkPartlyChecked(branches: readonly Branch[], context: CheckContext): readonly Problem[] {
  const led = branches.filter(({ target }) => target !== null)
  const unchecked = led.filter((branch) => context.outlookOf(branch) === 'always-healthy')
  const [first] = unchecked
  if (!first || led.every((branch) => context.outlookOf(branch) !== 'varies')) return []
  const { name } = context.subjectOf(first)
  const who = unchecked.length === 1 ? name : `of ${context.subject.name}, ${unchecked.length} branches`
  const message = `${who} can never be found unhealthy, while other branches can: what is down there still counts as healthy. Attach a health check or evaluate target health.`
  return [report('rule/partly-checked', context.subject, capitalised(message))]
}

/** One check on siblings that lead to different targets: all fail together, whichever is down (V31). */
export function checkSharedHealthChecks(
  branches: readonly Branch[],
  context: CheckContext,
): readonly Problem[] {
  const firstById = new Map<string, Branch>()
  const reported = new Set<string>()
  return branches.flatMap((branch): Problem[] => {
    const id = readable(branch.healthCheck)
    if (id === undefined || branch.target === null || isPlaceholder(id)) return []
    const first = firstById.get(id)
    if (!first) firstById.set(id, branch)
    if (!first || sameTarget(first.target, branch.target) || reported.has(id)) return []
    reported.add(id)
    const subject = context.subjectOf(branch)
    const message = `${subject.name} has the same HealthCheck ${quote(id)} as ${context.subjectOf(first).name}, though they lead to different targets: both fail together. Give each its own check.`
    return [report('rule/shared-health-check', subject, capitalised(message), 'HealthCheck')]
  })
}
