import { isPlaceholder, readable } from '../model/field'
import type { Problem } from '../model/problem'
import { reporter } from '../model/problem-kind'
import { checkEndpoint } from './check-endpoint'
import { checkHeader } from './check-header'
import { checkNodes } from './check-nodes'
import { checkRule } from './check-rule'
import { checkStart } from './check-start'
import { type CheckedPolicy, memberOf, memberSubject, toChecked } from './checked-policy'
import { cycleMessage } from './cycle-message'
import { inDocumentOrder } from './document-order'
import { findCycle } from './graph'
import { healthOutlook } from './health-outlook'
import { OPENING_PROBLEMS } from './opening-problems'
import type { Policy } from './policy'

const report = reporter(OPENING_PROBLEMS)

/**
 * Everything wrong with a policy (route53.md 10), in document order. Never throws, whatever was decoded.
 * Paths lead into the document as `encodePolicy` writes it, which for an untouched policy is its source.
 */
export function checkPolicy(policy: Policy): readonly Problem[] {
  const checked = toChecked(policy)
  return inDocumentOrder(checked.document, policyProblems(checked))
}

/** What `checkPolicy` says, in no particular order. */
export function policyProblems(checked: CheckedPolicy): readonly Problem[] {
  const { policy } = checked
  const outlook = healthOutlook(policy)
  const recordType = isPlaceholder(policy.recordType) ? undefined : readable(policy.recordType)
  return [
    ...checkHeader(checked),
    ...checkStart(checked),
    ...checkNodes(checked),
    ...checkCycle(policy),
    ...[...policy.endpoints].flatMap(([id, endpoint]) => {
      const target = { kind: 'endpoint', id } as const
      return checkEndpoint(endpoint, memberOf(checked, target), memberSubject(target), recordType)
    }),
    ...[...policy.rules].flatMap(([id, rule]) => checkRule(checked, id, rule, outlook)),
  ]
}

// No document with a cycle opens and no edit makes one; should one come about, it is said.
function checkCycle(policy: Policy): readonly Problem[] {
  const cycle = findCycle(policy)
  const [id] = cycle ?? []
  if (!cycle || id === undefined) return []
  return [report('document/cycle', memberSubject({ kind: 'rule', id }), cycleMessage(cycle))]
}
