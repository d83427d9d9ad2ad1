import type { Target } from '../../model/address'
import { readable } from '../../model/field'
import { type BranchByType, RULES, type RuleType } from '../../rules'
import { newBranch } from '../../rules/branch'
import type { Policy } from '../policy'
import { freshBranchId } from './fresh-id'
import { newTargetHealth } from './target-health'

/** A new branch of a rule type to a target, with the first sensible values among its siblings. */
export function branchOf<T extends RuleType>(
  policy: Policy,
  type: T,
  siblings: readonly BranchByType[T][],
  target: Target | null,
): BranchByType[T] {
  const branch = {
    ...newBranch(freshBranchId(siblings), target),
    evaluateTargetHealth: newTargetHealth(policy, type, target),
  }
  return RULES[type].adoptBranch(branch, siblings, readable(policy.formatVersion))
}
