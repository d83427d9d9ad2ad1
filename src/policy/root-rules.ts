import type { RuleId } from '../model/address'
import type { Policy } from './policy'

/** The rules that no branch leads to, in document order. */
export function rootRules(policy: Policy): readonly RuleId[] {
  const led = new Set<RuleId>()
  for (const { branches } of policy.rules.values()) {
    for (const { target } of branches) if (target?.kind === 'rule') led.add(target.id)
  }
  return [...policy.rules.keys()].filter((id) => !led.has(id))
}
