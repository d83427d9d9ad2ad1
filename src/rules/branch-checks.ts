import type { Target } from '../model/address'
import { isEndpointType } from '../model/endpoint'
import { flag, text } from '../model/field'
import { checkKeys, examine } from '../model/field-checks'
import type { Problem } from '../model/problem'
import { type ProblemTable, quote, reporter } from '../model/problem-kind'
import type { Branch } from './branch'
import type { BranchSubject, CheckContext } from './definition'

export const BRANCH_PROBLEMS = {
  'branch/cloudfront-target-health': { severity: 'error', row: 'V13' },
  'branch/value-target-health': { severity: 'note', row: 'V14' },
  'branch/target-health-missing': { severity: 'warning', row: 'V15' },
  'branch/target-health-off': { severity: 'warning', row: 'V30' },
  'branch/health-check-length': { severity: 'error', row: '3' },
  'branch/health-check-form': { severity: 'note', row: 'V32' },
} as const satisfies ProblemTable

const report = reporter(BRANCH_PROBLEMS)

/** Keys that a branch of any type may have (route53.md 3). */
const SHARED_KEYS = ['EndpointReference', 'RuleReference', 'EvaluateTargetHealth', 'HealthCheck']
/** Most characters of a health check id. */
const LONGEST_HEALTH_CHECK = 64
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What any branch can have wrong besides its references: unknown keys, target health, health check. */
export function checkBranch(
  branch: Branch,
  context: CheckContext,
  ownKeys: readonly string[],
  check = checkTargetHealth,
): readonly Problem[] {
  const subject = context.subjectOf(branch)
  return [
    ...checkKeys(subject.member, [...SHARED_KEYS, ...ownKeys], subject),
    ...check(branch, subject, context),
    ...checkHealthCheck(branch, subject),
  ]
}

function checkTargetHealth(
  branch: Branch,
  subject: BranchSubject,
  context: CheckContext,
): readonly Problem[] {
  const { value, absent, problems } = examineTargetHealth(branch, subject)
  if (problems.length > 0) return problems
  switch (kindOf(branch.target, context)) {
    case 'cloudfront':
      return value === true ? [onCloudFront(subject)] : []
    case 'value':
      return absent ? [] : [onValue(subject)]
    case 'resource':
      return absent ? [missing(subject, 'the AWS resource is down')] : []
    case 'rule':
      if (absent) return [missing(subject, 'everything below it is down')]
      return value === false ? [offOnRule(subject)] : []
    case 'unknown':
      return []
  }
}

/** Target health under a rule type that has no place for it (route53.md 3.5): kept, without effect. */
export function checkIdleTargetHealth(branch: Branch, subject: BranchSubject): readonly Problem[] {
  const { absent, problems } = examineTargetHealth(branch, subject)
  if (absent || problems.length > 0) return problems
  const message = `EvaluateTargetHealth has no effect in ${subject.name}, whose type has no place for it; attach a health check instead, and remove it.`
  return [report('branch/value-target-health', subject, message, 'EvaluateTargetHealth')]
}

function examineTargetHealth(branch: Branch, subject: BranchSubject) {
  return examine(branch.evaluateTargetHealth, subject, 'EvaluateTargetHealth', flag.expects)
}

/** What evaluating target health means for a target (route53.md 0.8, 2.1). */
function kindOf(
  target: Target | null,
  context: CheckContext,
): 'rule' | 'cloudfront' | 'value' | 'resource' | 'unknown' {
  if (target?.kind === 'rule') return 'rule'
  const endpoint = context.endpointOf(target)
  if (!endpoint || !isEndpointType(endpoint.type)) return 'unknown'
  return endpoint.type === 'cloudfront' || endpoint.type === 'value' ? endpoint.type : 'resource'
}

function onCloudFront(subject: BranchSubject): Problem {
  const message = `Route 53 cannot evaluate the health of a CloudFront distribution, as ${subject.name} asks for; remove EvaluateTargetHealth and attach a health check instead.`
  return report('branch/cloudfront-target-health', subject, message, 'EvaluateTargetHealth')
}

function onValue(subject: BranchSubject): Problem {
  const message = `EvaluateTargetHealth has no effect in ${subject.name}, since its endpoint is a plain value; attach a health check if it should leave the answers when it is down.`
  return report('branch/value-target-health', subject, message, 'EvaluateTargetHealth')
}

function missing(subject: BranchSubject, when: string): Problem {
  const message = `EvaluateTargetHealth is missing in ${subject.name}, and AWS documents no default; write true to leave this branch when ${when}, or false to stay.`
  return report('branch/target-health-missing', subject, message)
}

function offOnRule(subject: BranchSubject): Problem {
  const message = `EvaluateTargetHealth is false in ${subject.name}, so that queries go to its rule even when everything below it is down; write true to pass on to another branch then.`
  return report('branch/target-health-off', subject, message, 'EvaluateTargetHealth')
}

function checkHealthCheck(branch: Branch, subject: BranchSubject): readonly Problem[] {
  const { value, problems } = examine(branch.healthCheck, subject, 'HealthCheck', text.expects)
  if (value === undefined) return problems
  if (value.length > LONGEST_HEALTH_CHECK) {
    const message = `HealthCheck of ${subject.name} has ${value.length} characters, and the id of a health check has ${LONGEST_HEALTH_CHECK} at most; use the id that Route 53 shows.`
    return [report('branch/health-check-length', subject, message, 'HealthCheck')]
  }
  if (UUID.test(value)) return []
  const message = `HealthCheck ${quote(value)} of ${subject.name} does not look like the id of a health check, which is a UUID; use the id that Route 53 shows.`
  return [report('branch/health-check-form', subject, message, 'HealthCheck')]
}
