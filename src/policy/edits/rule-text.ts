import type { RuleId } from '../../model/address'
import { text, writeField } from '../../model/field'
import type { Json } from '../../model/json'
import type { Policy } from '../policy'
import { withRule } from './members'

/** Gives a rule a text under a key of its own beside its branches, or takes it away. */
export function setRuleText(policy: Policy, id: RuleId, key: string, value: string | undefined): Policy {
  const rule = policy.rules.get(id)
  if (!rule) return policy
  const source = new Map<string, Json>(rule.source)
  writeField(source, key, text, value)
  return source.get(key) === rule.source.get(key) ? policy : withRule(policy, id, { ...rule, source })
}
