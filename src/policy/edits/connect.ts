import type { BranchId, RuleId, Target } from '../../model/address'
import { sameTarget } from '../../model/address'
import { definitionOf } from '../../rules'
import type { Policy } from '../policy'
import { addBranch } from './branches'
import { type ConnectionSource, sameSource, whyNotConnect } from './can-connect'
import { type Edited, refuse } from './edited'
import { mapBranches, quoted, withRule } from './members'
import { ledTo } from './target-health'

/** Leads a branch, or the start, to a target; it leaves the one it had. */
export function connect(policy: Policy, from: ConnectionSource, target: Target): Edited {
  const refusal = whyNotConnect(policy, from, target)
  if (refusal) return refusal
  if (from && !branchExists(policy, from)) return refuse(`Rule ${quoted(from.rule)} has no such branch.`)
  return { ok: true, policy: lead(policy, from, target) }
}

/** Leads a rule to one more target: along a new branch, or along the free side of a failover rule. */
export function connectNew(
  policy: Policy,
  rule: RuleId,
  target: Target,
): Edited<{ readonly branch: BranchId }> {
  const refusal = whyNotConnect(policy, { rule }, target)
  if (refusal) return refusal
  const owner = policy.rules.get(rule)
  const free =
    owner && definitionOf(owner).form.kind === 'pair'
      ? owner.branches.find((branch) => branch.target === null)
      : undefined
  if (!free) return addBranch(policy, rule, target)
  return { ok: true, policy: lead(policy, { rule, branch: free.id }, target), branch: free.id }
}

/** Takes the target from a branch, which stays with its settings, or from the start. */
export function disconnect(policy: Policy, from: ConnectionSource): Policy {
  return lead(policy, from, null)
}

/** Moves either end of a connection: what it leaves loses its target, and the new source takes the new one. */
export function reconnect(
  policy: Policy,
  from: ConnectionSource,
  next: { readonly from: ConnectionSource; readonly target: Target },
): Edited {
  return connect(sameSource(from, next.from) ? policy : disconnect(policy, from), next.from, next.target)
}

/** Leads the start to a target, or nowhere; a target that does not exist changes nothing. */
export function setStart(policy: Policy, target: Target | null): Policy {
  if (target === null) return disconnect(policy, null)
  const edited = connect(policy, null, target)
  return edited.ok ? edited.policy : policy
}

function branchExists(policy: Policy, { rule, branch }: NonNullable<ConnectionSource>): boolean {
  return policy.rules.get(rule)?.branches.some(({ id }) => id === branch) ?? false
}

/** Leads a source to a target without asking whether it may; the callers have. */
export function lead(policy: Policy, from: ConnectionSource, target: Target | null): Policy {
  if (from === null) return sameTarget(policy.start, target) ? policy : { ...policy, start: target }
  const rule = policy.rules.get(from.rule)
  if (!rule) return policy
  const led = mapBranches(rule, (branch) =>
    branch.id === from.branch ? ledTo(policy, rule.type, branch, target) : branch,
  )
  return withRule(policy, from.rule, led)
}
