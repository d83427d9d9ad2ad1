import type { CompiledPolicy, CompiledRule } from '../../engine/compile'
import type { BranchId, RuleId, Target } from '../../model/address'
import { readable } from '../../model/field'
import { updateBranch } from '../../policy/edits/branches'
import type { Policy } from '../../policy/policy'
import type { Rule } from '../../rules'

/** A location of a geoproximity rule. */
export interface BiasLocation {
  readonly branch: BranchId
  /** Position in the document. */
  readonly index: number
  /** Position among the compiled rule's branches; null where the branch leads nowhere. */
  readonly live: number | null
  readonly target: Target | null
  /** −99…99; 0 when omitted. */
  readonly bias: number
}

/** A geoproximity rule that clients can reach. */
export interface BiasRule {
  readonly id: RuleId
  readonly node: CompiledRule
  readonly rule: Rule<'geoproximity'>
  /** In the order of the document. */
  readonly locations: readonly BiasLocation[]
}

/** The geoproximity rule of an id; null where there is none, or none that the start leads to. */
export function biasRuleOf({ rules }: CompiledPolicy, id: RuleId): BiasRule | null {
  const node = rules.find((each) => each.id === id)
  if (node?.rule.type !== 'geoproximity') return null
  const live = new Map(node.branches.map((branch, index) => [branch.id, index]))
  const locations = node.rule.branches.map(
    (branch, index): BiasLocation => ({
      branch: branch.id,
      index,
      live: live.get(branch.id) ?? null,
      target: branch.target,
      bias: Math.min(99, Math.max(-99, readable(branch.bias) ?? 0)),
    }),
  )
  return { id, node, rule: node.rule, locations }
}

/** The policy with the biases of a rule's locations, in the order of the document; the same where nothing changes. */
export function withBiases(policy: Policy, id: RuleId, biases: readonly number[]): Policy {
  const branches = policy.rules.get(id)?.branches ?? []
  return branches.reduce((changed, branch, index) => {
    const bias = biases[index]
    const was = 'bias' in branch ? (readable(branch.bias) ?? 0) : 0
    if (bias === undefined || bias === was) return changed
    return updateBranch(changed, 'geoproximity', { rule: id, branch: branch.id }, { bias })
  }, policy)
}
