import type { RuleId } from '../../model/address'
import type { Loose } from '../../model/field'
import { type BranchByType, definitionOf, type Rule, type RuleOf, type RuleType } from '../../rules'
import type { Policy } from '../policy'
import { withBranches, withRule } from './members'

/**
 * A rule that went from one type that speaks of Regions to another keeps them, whatever their spelling. A place
 * that is no Region is left to be filled in where the new type has no word for it.
 */
export function carryRegions(policy: Policy, id: RuleId, former: Rule): Policy {
  const rule = policy.rules.get(id)
  const regions = regionsOf(former)
  return rule && regions ? withRule(policy, id, withRegions(rule, regions)) : policy
}

function regionsOf<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>): readonly Loose<string>[] | null {
  const { region } = definitionOf(rule)
  return region && rule.branches.map((branch) => region.read(branch))
}

function withRegions<T extends RuleType>(
  rule: RuleOf<T, BranchByType[T]>,
  regions: readonly Loose<string>[],
): Rule<T> {
  const { region } = definitionOf(rule)
  const branches = region
    ? rule.branches.map((branch, index) => region.write(branch, regions[index]))
    : rule.branches
  return withBranches(rule, branches)
}
