import type { RuleId, Target } from '../model/address'
import { hasTargetHealth, isEndpointType } from '../model/endpoint'
import { isMalformed } from '../model/field'
import { type Branch, definitionOf, type Rule, type RuleType } from '../rules'
import { placeOf } from '../rules/geolocation/location'
import { childRules } from './graph'
import { type Policy, targetExists } from './policy'

/** Whether some state of checks and resources makes a branch of a rule unhealthy. */
export type HealthOutlook = (rule: { readonly type: RuleType }, branch: Branch) => boolean

/**
 * The outlook of every branch of a policy (route53.md 4.2). What is not filled in yet counts as able to be
 * unhealthy, so that nothing is reported before it is a problem.
 */
export function healthOutlook(policy: Policy): HealthOutlook {
  const groups = new Map<RuleId, boolean>()
  const outlook: HealthOutlook = (rule, branch) => {
    const { target } = branch
    if (hasCheck(branch)) return true
    if (target === null) return false
    return !targetExists(policy, target) || (evaluates(rule, branch) && targetCan(policy, target, groups))
  }
  for (const id of bottomUp(policy)) {
    const rule = policy.rules.get(id)
    if (rule) groups.set(id, groupCan(rule, outlook))
  }
  return outlook
}

function hasCheck({ healthCheck }: Branch): boolean {
  return healthCheck !== undefined && healthCheck !== ''
}

function evaluates(rule: { readonly type: RuleType }, { evaluateTargetHealth }: Branch): boolean {
  if (definitionOf(rule).endpointsOnly) return false
  return evaluateTargetHealth === true || isMalformed(evaluateTargetHealth)
}

function targetCan(policy: Policy, target: Target, groups: ReadonlyMap<RuleId, boolean>): boolean {
  if (target.kind === 'rule') return groups.get(target.id) ?? true
  const endpoint = policy.endpoints.get(target.id)
  if (!endpoint || !isEndpointType(endpoint.type)) return true
  // An S3 website is practically always healthy, so evaluating it changes nothing (route53.md 4.3).
  return hasTargetHealth(endpoint) && endpoint.type !== 's3-website'
}

function groupCan(rule: Rule, outlook: HealthOutlook): boolean {
  if (rule.type !== 'geolocation') return rule.branches.every((branch) => outlook(rule, branch))
  // Every chain ends in the default, and only members of a chain count (route53.md 4.2).
  const fallback = rule.branches.find((branch) => placeOf(branch).kind === 'default')
  return fallback ? outlook(rule, fallback) : rule.branches.some((branch) => outlook(rule, branch))
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
