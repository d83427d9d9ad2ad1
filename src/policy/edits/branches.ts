import type { BranchId, RuleId, Target } from '../../model/address'
import { type BranchByType, definitionOf, type Rule, type RuleOf, type RuleType } from '../../rules'
import { newBranch } from '../../rules/branch'
import type { Policy } from '../policy'
import { branchOf } from './branch-of'
import { whyNotConnect } from './can-connect'
import { type Edited, refuse } from './edited'
import { mapBranches, quoted, withBranches, withRule } from './members'

/** Adds a branch at the end, to a target or (null) to be connected later. */
export function addBranch(
  policy: Policy,
  id: RuleId,
  target: Target | null,
): Edited<{ readonly branch: BranchId }> {
  const rule = policy.rules.get(id)
  if (!rule) return refuse(`There is no rule ${quoted(id)}.`)
  if (definitionOf(rule).form.kind === 'pair') {
    return refuse('A failover rule has one primary and one secondary, and no further branches.')
  }
  const refusal = target && whyNotConnect(policy, { rule: id }, target)
  if (refusal) return refusal
  const { rule: longer, branch } = appended(policy, rule, target)
  return { ok: true, policy: withRule(policy, id, longer), branch }
}

/** Removes a branch. The two sides of a failover rule always stay: the side is emptied instead. */
export function removeBranch(policy: Policy, id: RuleId, branch: BranchId): Policy {
  const rule = policy.rules.get(id)
  return rule ? withRule(policy, id, without(rule, branch)) : policy
}

/** Moves a branch to a place among its siblings (0 is the first); in a failover rule the sides swap. */
export function moveBranch(policy: Policy, id: RuleId, branch: BranchId, index: number): Policy {
  const rule = policy.rules.get(id)
  return rule ? withRule(policy, id, moved(rule, branch, index)) : policy
}

/** The settings that a branch of a type has beside its target. */
export type BranchChanges<T extends RuleType> = Partial<Omit<BranchByType[T], 'id' | 'target' | 'source'>>

/** Changes settings of a branch, such as its weight; a rule of another type stays as it is. */
export function updateBranch<T extends RuleType>(
  policy: Policy,
  type: T,
  at: { readonly rule: RuleId; readonly branch: BranchId },
  changes: BranchChanges<T>,
): Policy {
  const rule = policy.rules.get(at.rule)
  if (rule?.type !== type) return policy
  const updated = mapBranches(rule, (branch) =>
    branch.id === at.branch && !says(branch, changes) ? { ...branch, ...changes } : branch,
  )
  return withRule(policy, at.rule, updated)
}

function appended<T extends RuleType>(
  policy: Policy,
  rule: RuleOf<T, BranchByType[T]>,
  target: Target | null,
): { readonly rule: Rule<T>; readonly branch: BranchId } {
  const branch = branchOf(policy, rule.type, rule.branches, target)
  return { rule: withBranches(rule, [...rule.branches, branch]), branch: branch.id }
}

function without<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>, id: BranchId): Rule<T> {
  const definition = definitionOf(rule)
  if (definition.form.kind === 'pair') {
    return mapBranches(rule, (branch) =>
      branch.id === id ? definition.decodeBranch(newBranch(id, null)) : branch,
    )
  }
  return withBranches(
    rule,
    rule.branches.filter((branch) => branch.id !== id),
  )
}

function moved<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>, id: BranchId, index: number): Rule<T> {
  const branch = rule.branches.find((each) => each.id === id)
  const others = rule.branches.filter((each) => each.id !== id)
  const at = Math.min(Math.max(0, Math.trunc(index)), others.length)
  const branches = branch ? [...others.slice(0, at), branch, ...others.slice(at)] : rule.branches
  if (definitionOf(rule).form.kind === 'list') return withBranches(rule, branches)
  // The id of a side says its role, so the roles stay in place and what they hold moves.
  const roles = rule.branches.map((each) => each.id)
  return withBranches(
    rule,
    branches.map((each, place) => {
      const role = roles[place] ?? each.id
      return role === each.id ? each : { ...each, id: role }
    }),
  )
}

function says(branch: object, changes: object): boolean {
  const fields = new Map<string, unknown>(Object.entries(branch))
  return Object.entries(changes).every(([key, value]) => fields.get(key) === value)
}
