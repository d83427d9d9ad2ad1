import { compilePolicy } from '../../engine/compile'
import type { RuleId } from '../../model/address'
import { ALL_UP, type World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import type { PreparedDemand } from '../demand/prepared-demand'
import { demandShares } from '../shares'
import { type BiasField, createBiasField } from '../tuning/bias-field'
import { biasRuleOf } from '../tuning/bias-locations'

/** The field of a geoproximity rule, the first that the policy lists; throws where there is none. */
export function fieldOf(policy: Policy, prepared: PreparedDemand, world: World = ALL_UP): BiasField {
  const compiled = compilePolicy(policy, world)
  const found = [...policy.rules.keys()].map((id) => biasRuleOf(compiled, id)).find((rule) => rule !== null)
  if (!found) throw new Error('the policy has no geoproximity rule in use')
  return createBiasField(compiled, prepared, found)
}

/** What the engine sends along each branch of a rule, in the order of the document. */
export function branchShares(
  policy: Policy,
  rule: RuleId,
  prepared: PreparedDemand,
  world: World = ALL_UP,
): readonly number[] {
  const { rules } = demandShares(compilePolicy(policy, world), prepared)
  return [...(rules.get(rule)?.branches.values() ?? [])]
}
