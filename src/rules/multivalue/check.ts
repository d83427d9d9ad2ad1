import { isEndpointType } from '../../model/endpoint'
import { readable } from '../../model/field'
import { capitalised } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, quote, reporter } from '../../model/problem-kind'
import type { Branch } from '../branch'
import { checkBranch, checkIdleTargetHealth } from '../branch-checks'
import type { CheckContext, RuleOf } from '../definition'
import { checkList } from '../sibling-checks'
import { twinsOf } from '../twins'
import { MOST_ANSWERS } from './decision'

export const MULTIVALUE_PROBLEMS = {
  'multivalue/record-type': { severity: 'error', row: 'V34' },
  'multivalue/rule-target': { severity: 'error', row: 'V07' },
  'multivalue/alias-target': { severity: 'error', row: 'V34' },
  'multivalue/many-values': { severity: 'note', row: '4.5' },
  'multivalue/repeated-value': { severity: 'note', row: '9.22' },
} as const satisfies ProblemTable

const report = reporter(MULTIVALUE_PROBLEMS)

/** Problems of a multivalue answer rule (route53.md 3.5). */
export function check(rule: RuleOf<'multivalue', Branch>, context: CheckContext): readonly Problem[] {
  const { branches } = rule
  const twins = twinsOf(branches, ({ target }) => readable(context.endpointOf(target)?.value) ?? null)
  return [
    ...checkRecordType(context),
    ...checkList(branches, context, 'Items'),
    ...checkMany(branches.length, context),
    ...branches.flatMap((branch) => [
      ...checkBranch(branch, context, [], checkIdleTargetHealth),
      ...checkTarget(branch, context),
      ...checkRepeated(branch, twins.get(branch), context),
    ]),
  ]
}

function checkRecordType({ recordType, subject }: CheckContext): readonly Problem[] {
  if (recordType !== 'CNAME') return []
  const message = `${subject.name} is a multivalue answer rule, which cannot have records of type CNAME: a name has only one. Use a weighted rule, or make the policy’s type A or AAAA.`
  return [report('multivalue/record-type', subject, capitalised(message), 'RuleType')]
}

function checkMany(count: number, { subject }: CheckContext): readonly Problem[] {
  if (count <= MOST_ANSWERS) return []
  const message = `${subject.name} has ${count} values; an answer holds ${MOST_ANSWERS} of the healthy ones, picked at random.`
  return [report('multivalue/many-values', subject, capitalised(message), 'Items')]
}

function checkTarget(branch: Branch, context: CheckContext): readonly Problem[] {
  const subject = context.subjectOf(branch)
  if (branch.target?.kind === 'rule') {
    const message = `${subject.name} leads to rule ${quote(branch.target.id)}, and a multivalue answer rule takes endpoints only; lead it to an endpoint of type value.`
    return [report('multivalue/rule-target', subject, capitalised(message), 'RuleReference')]
  }
  const endpoint = context.endpointOf(branch.target)
  if (!endpoint || !isEndpointType(endpoint.type) || endpoint.type === 'value') return []
  const message = `${subject.name} leads to endpoint ${quote(endpoint.id)} of type ${endpoint.type}, which answers as an alias, and a multivalue answer rule has none; use endpoints of type value, or a weighted rule.`
  return [report('multivalue/alias-target', subject, capitalised(message), 'EndpointReference')]
}

function checkRepeated(branch: Branch, twin: Branch | undefined, context: CheckContext): readonly Problem[] {
  const value = readable(context.endpointOf(branch.target)?.value)
  if (!twin || value === undefined) return []
  const subject = context.subjectOf(branch)
  const message = `${subject.name} holds the same value ${quote(value)} as ${context.subjectOf(twin).name}; an answer shows it once. Remove one of the two.`
  return [report('multivalue/repeated-value', subject, capitalised(message))]
}
