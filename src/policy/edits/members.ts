import type { RuleId, Target } from '../../model/address'
import type { Endpoint } from '../../model/endpoint'
import type { BranchByType, Rule, RuleOf, RuleType } from '../../rules'
import type { Policy } from '../policy'

/** The policy with a rule put in its place, or at the end when the id is new. */
export function withRule(policy: Policy, id: RuleId, rule: Rule): Policy {
  if (policy.rules.get(id) === rule) return policy
  return { ...policy, rules: new Map(policy.rules).set(id, rule) }
}

/** The policy with an endpoint put in its place, or at the end when the id is new. */
export function withEndpoint(policy: Policy, endpoint: Endpoint): Policy {
  if (policy.endpoints.get(endpoint.id) === endpoint) return policy
  return { ...policy, endpoints: new Map(policy.endpoints).set(endpoint.id, endpoint) }
}

/** The rule with other branches; what was read of it stays. The very same rule when no branch is another. */
export function withBranches<T extends RuleType>(
  rule: RuleOf<T, BranchByType[T]>,
  branches: readonly BranchByType[T][],
): Rule<T> {
  const same =
    branches.length === rule.branches.length &&
    branches.every((branch, index) => branch === rule.branches[index])
  return same ? rule : { ...rule, branches }
}

/** The rule with each branch changed; the very same rule when none was. */
export function mapBranches<T extends RuleType>(
  rule: RuleOf<T, BranchByType[T]>,
  change: (branch: BranchByType[T]) => BranchByType[T],
): Rule<T> {
  return withBranches(rule, rule.branches.map(change))
}

/** The policy with every rule changed; rules that come back as they were stay the same objects. */
export function mapRules(policy: Policy, change: (rule: Rule, id: RuleId) => Rule): Policy {
  const rules = new Map([...policy.rules].map(([id, rule]) => [id, change(rule, id)]))
  return [...policy.rules].every(([id, rule]) => rules.get(id) === rule) ? policy : { ...policy, rules }
}

/** What a node is called in a sentence: “fra” or “geo-1”. */
export function quoted(id: string): string {
  return `“${id}”`
}

/** A target in a sentence: `rule “geo-1”`. */
export function targetText(target: Target): string {
  return `${target.kind} ${quoted(target.id)}`
}
