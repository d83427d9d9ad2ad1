import { sameTarget, type Target } from '../../model/address'
import { hasTargetHealth } from '../../model/endpoint'
import { type Branch, RULES, type RuleType } from '../../rules'
import type { Policy } from '../policy'

/**
 * The flag that a new branch writes. Where it means something it is written out, since AWS documents no
 * default (route53.md 9.1), and it is true as in AWS's console; elsewhere it is left out (0.8, 3.5).
 */
export function newTargetHealth(policy: Policy, type: RuleType, target: Target | null): true | undefined {
  if (target === null || RULES[type].endpointsOnly) return undefined
  if (target.kind === 'rule') return true
  const endpoint = policy.endpoints.get(target.id)
  return endpoint && hasTargetHealth(endpoint) ? true : undefined
}

/** A branch led elsewhere. Its flag follows, unless it was set otherwise than a new branch's would be. */
export function ledTo<B extends Branch>(policy: Policy, type: RuleType, branch: B, target: Target | null): B {
  if (sameTarget(branch.target, target)) return branch
  const before = newTargetHealth(policy, type, branch.target)
  const after = newTargetHealth(policy, type, target)
  return { ...branch, target, evaluateTargetHealth: followed(policy, branch, target, before, after) }
}

/** The flag of a branch whose target stays but became something else: `before` and `after` are a new branch's. */
export function followed(
  policy: Policy,
  branch: Branch,
  target: Target | null,
  before: true | undefined,
  after: true | undefined,
): Branch['evaluateTargetHealth'] {
  const own = branch.evaluateTargetHealth
  if (own === before) return after
  const endpoint = target?.kind === 'endpoint' ? policy.endpoints.get(target.id) : undefined
  // CloudFront does not support it, and a document that says so is refused (V13).
  return own === true && endpoint?.type === 'cloudfront' ? undefined : own
}
