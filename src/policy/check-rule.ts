import { isPlaceholder, type Loose, readable } from '../model/field'
import { capitalised, checkKeys } from '../model/field-checks'
import { EMPTY_OBJECT, type JsonObject, present } from '../model/json'
import type { Problem } from '../model/problem'
import { type ProblemTable, reporter, type Subject } from '../model/problem-kind'
import { type BranchByType, definitionOf, RULE_TYPES, RULES, type RuleOf, type RuleType } from '../rules'
import type { CheckContext, RuleForm } from '../rules/definition'
import { checkReferences } from './check-references'
import { branchSubjects, type CheckedPolicy, memberOf, memberSubject } from './checked-policy'
import type { Outlook } from './health-outlook'

export const RULE_PROBLEMS = {
  'rule/foreign-list': { severity: 'error', row: 'V08' },
  'rule/not-in-traffic-flow': { severity: 'error', row: '3.7' },
} as const satisfies ProblemTable

const report = reporter(RULE_PROBLEMS)

/** Keys under which any rule type keeps its branches. */
const BRANCH_KEYS = [...new Set(RULE_TYPES.flatMap((type) => keysOf(RULES[type].form)))]

/** Problems of one rule: its keys, its references, and what its own type checks. */
export function checkRule<T extends RuleType>(
  checked: CheckedPolicy,
  id: string,
  rule: RuleOf<T, BranchByType[T]>,
  outlook: Outlook,
): readonly Problem[] {
  const { policy } = checked
  const definition = definitionOf(rule)
  const subject = memberSubject({ kind: 'rule', id })
  const written = memberOf(checked, { kind: 'rule', id })
  const subjects = branchSubjects(rule, id, written)
  const context: CheckContext = {
    id,
    subject,
    written,
    formatVersion: judged(policy.formatVersion),
    recordType: judged(policy.recordType),
    subjectOf: (branch) => subjects.get(branch) ?? { ...subject, member: EMPTY_OBJECT },
    endpointOf: (target) => (target?.kind === 'endpoint' ? policy.endpoints.get(target.id) : undefined),
    outlookOf: (branch) => outlook(rule, branch),
  }
  return [
    ...checkExpressible(definition, subject),
    ...checkRuleKeys(written, definition, subject),
    ...[...subjects.values()].flatMap((branch) => checkReferences(policy, branch)),
    ...definition.check(rule, context),
  ]
}

/** A value of the document that other checks may build on. */
function judged(value: Loose<string>): string | undefined {
  return isPlaceholder(value) ? undefined : readable(value)
}

function checkExpressible(
  { inTrafficFlow, title }: { readonly inTrafficFlow: boolean; readonly title: string },
  subject: Subject,
): readonly Problem[] {
  if (inTrafficFlow) return []
  const message = `${subject.name} is of a type that Traffic Flow does not have: ${title}. The policy works here, but no traffic policy document can hold it. Export it as plain record sets, which Route 53 answers in the same way, or use another type.`
  return [report('rule/not-in-traffic-flow', subject, capitalised(message), 'RuleType')]
}

// A branch list of another type is an error even when it is empty (V08); any other unknown key a warning.
function checkRuleKeys(
  written: JsonObject,
  {
    documentType,
    form,
    ruleKeys,
  }: { readonly documentType: string; readonly form: RuleForm; readonly ruleKeys: object },
  subject: Subject,
): readonly Problem[] {
  const own = keysOf(form)
  const foreign = BRANCH_KEYS.filter((key) => !own.includes(key) && present(written, key) !== undefined)
  return [
    ...foreign.map((key) => {
      const message = `${subject.name} has ${key}, which belongs to rules of another type; a ${documentType} rule keeps its branches in ${own.join(' and ')}. Remove it.`
      return report('rule/foreign-list', subject, capitalised(message), key)
    }),
    ...checkKeys(
      new Map([...written].filter(([key]) => !foreign.includes(key))),
      ['RuleType', ...Object.keys(ruleKeys), ...own],
      subject,
    ),
  ]
}

function keysOf(form: RuleForm): readonly string[] {
  return form.kind === 'list' ? [form.key] : form.keys
}
