import { capitalised } from '../model/field-checks'
import { present } from '../model/json'
import type { Problem } from '../model/problem'
import { type ProblemTable, reporter } from '../model/problem-kind'
import type { BranchSubject } from '../rules/definition'
import { checkTarget, type ReferenceKey } from './check-target'
import type { Policy } from './policy'

export const REFERENCE_PROBLEMS = {
  'branch/no-target': { severity: 'error', row: 'V07' },
  'branch/two-targets': { severity: 'error', row: 'V07' },
  'branch/dangling': { severity: 'error', row: 'V05' },
} as const satisfies ProblemTable

const report = reporter(REFERENCE_PROBLEMS)

const ENDPOINT: ReferenceKey = { key: 'EndpointReference', kind: 'endpoint' }
const RULE: ReferenceKey = { key: 'RuleReference', kind: 'rule' }

/** Problems of a branch's references: one of the two keys (V07), naming something that exists (V05). */
export function checkReferences(policy: Policy, subject: BranchSubject): readonly Problem[] {
  const given = [ENDPOINT, RULE].filter(({ key }) => present(subject.member, key) !== undefined)
  if (given.length === 0) {
    const message = `${subject.name} leads nowhere; lead it to an endpoint or to a rule.`
    return [report('branch/no-target', subject, capitalised(message))]
  }
  const problems = given.flatMap((own) => {
    const other = own === RULE ? ENDPOINT : RULE
    return checkTarget(policy, subject.member, own, other, subject, (message) =>
      report('branch/dangling', subject, message, own.key),
    )
  })
  if (given.length === 1) return problems
  const message = `${subject.name} has both EndpointReference and RuleReference, and may have one; the endpoint is taken. Remove the other.`
  return [...problems, report('branch/two-targets', subject, capitalised(message), RULE.key)]
}
