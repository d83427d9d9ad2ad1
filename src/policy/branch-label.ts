import type { BranchId, RuleId } from '../model/address'
import { type BranchByType, definitionOf, type RuleOf, type RuleType } from '../rules'
import type { Policy } from './policy'

/** A branch in a few words, as on its handle: `France`, `Weight 3`; empty when there is none. */
export function branchLabel(policy: Policy, rule: RuleId, branch: BranchId): string {
  const owner = policy.rules.get(rule)
  return owner ? labelIn(owner, branch) : ''
}

/** The same with what the label leaves out, for where nothing else shows it: `eu-west-1, bias +20`. */
export function branchWords(policy: Policy, rule: RuleId, branch: BranchId): string {
  const owner = policy.rules.get(rule)
  const words = owner ? [labelIn(owner, branch), detailIn(owner, branch)] : []
  return words.filter((part, index) => part !== '' && words.indexOf(part) === index).join(', ')
}

function labelIn<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>, id: BranchId): string {
  const branch = rule.branches.find((each) => each.id === id)
  return branch ? definitionOf(rule).labelOf(branch) : ''
}

function detailIn<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>, id: BranchId): string {
  const branch = rule.branches.find((each) => each.id === id)
  return (branch && definitionOf(rule).detailOf?.(branch)) ?? ''
}
