import type { Target } from '../../model/address'
import { EMPTY_OBJECT, type Json, type JsonObject, jsonObject } from '../../model/json'
import { type BranchByType, RULES, type Rule, type RuleOf, type RuleType } from '../../rules'
import type { RuleDefinition } from '../../rules/definition'
import type { Policy } from '../policy'
import { branchOf } from './branch-of'

/** A new rule of a type, with a branch to each target; a failover rule always has its two sides. */
export function newRule<T extends RuleType>(policy: Policy, type: T, targets: readonly Target[]): Rule<T> {
  const pair = RULES[type].form.kind === 'pair'
  const wanted = pair ? [targets[0] ?? null, targets[1] ?? null] : targets
  const branches = wanted.reduce<readonly BranchByType[T][]>(
    (siblings, target) => [...siblings, branchOf(policy, type, siblings, target)],
    [],
  )
  const rule: RuleOf<T, BranchByType[T]> = { type, branches, source: emptyMember(RULES[type]) }
  return rule
}

/** A rule's own keys with nothing in them, so that an empty rule is read as what it is. */
export function emptyMember<T extends RuleType>({
  documentType,
  form,
}: RuleDefinition<T, BranchByType[T]>): JsonObject {
  const keys = form.kind === 'pair' ? form.keys : [form.key]
  const empty: Json = form.kind === 'pair' ? EMPTY_OBJECT : []
  return jsonObject([['RuleType', documentType], ...keys.map((key) => [key, empty] as const)])
}
