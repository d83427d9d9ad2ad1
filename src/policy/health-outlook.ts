import type { RuleId, Target } from '../model/address'
import { hasTargetHealth, isEndpointType } from '../model/endpoint'
import { isMalformed } from '../model/field'
import { type Branch, type BranchByType, definitionOf, type RuleOf, type RuleType } from '../rules'
import type { HealthOutlook } from '../rules/definition'
import { childRules } from './graph'
import { type Policy, targetExists } from './policy'

/** The outlook of a branch of a rule. */
export type Outlook = (rule: { readonly type: RuleType }, branch: Branch) => HealthOutlook

/** The outlook of every branch of a policy (route53.md 4.2). */
export function healthOutlook(policy: Policy): Outlook {
  const groups = new Map<RuleId, HealthOutlook>()
  const outlook: Outlook = (rule, branch) => {
    if (branch.healthCheck !== undefined && branch.healthCheck !== '') return 'varies'
    const { target, evaluateTargetHealth } = branch
    if (target === null || !targetExists(policy, target)) return 'unknown'
    if (definitionOf(rule).endpointsOnly) return 'always-healthy'
    if (isMalformed(evaluateTargetHealth)) return 'unknown'
    return evaluateTargetHealth === true ? ofTarget(policy, target, groups) : 'always-healthy'
  }
  for (const id of bottomUp(policy)) {
    const rule = policy.rules.get(id)
    if (rule) groups.set(id, ofGroup(rule, outlook))
  }
  return outlook
}

function ofTarget(policy: Policy, target: Target, groups: ReadonlyMap<RuleId, HealthOutlook>): HealthOutlook {
  if (target.kind === 'rule') return groups.get(target.id) ?? 'unknown'
  const endpoint = policy.endpoints.get(target.id)
  if (!endpoint || !isEndpointType(endpoint.type)) return 'unknown'
  // An S3 website is practically always healthy, so evaluating it changes nothing (route53.md 4.3).
  return hasTargetHealth(endpoint) && endpoint.type !== 's3-website' ? 'varies' : 'always-healthy'
}

function ofGroup<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>, outlook: Outlook): HealthOutlook {
  const outlooks = rule.branches.map((branch) => outlook(rule, branch))
  return definitionOf(rule).groupOutlook(rule.branches, outlooks)
}

/** Every rule after those it leads to; the order within a cycle is arbitrary. */
function bottomUp(policy: Policy): readonly RuleId[] {
  const order: RuleId[] = []
  const entered = new Set<RuleId>()
  for (const root of policy.rules.keys()) {
    // An explicit stack: documents from outside may be deeper than the call stack.
    const stack: { readonly id: RuleId; readonly leave: boolean }[] = [{ id: root, leave: false }]
    for (let top = stack.pop(); top; top = stack.pop()) {
      if (top.leave) {
        order.push(top.id)
        continue
      }
      if (entered.has(top.id)) continue
      entered.add(top.id)
      stack.push({ id: top.id, leave: true })
      for (const id of childRules(policy, top.id)) if (!entered.has(id)) stack.push({ id, leave: false })
    }
  }
  return order
}
