import type { EndpointId, RuleId } from '../../model/address'
import type { Endpoint } from '../../model/endpoint'
import { EMPTY_OBJECT } from '../../model/json'
import { emptyPolicy, type Policy } from '../../policy/policy'
import type { Rule } from '../../rules'

/**
 * What changed from one policy to the next, as far as decisions depend on it. A slider tick changes one
 * rule of perhaps hundreds, and only that one has to be copied to the worker.
 */
export interface PolicyDelta {
  readonly rules: MembersDelta<RuleId, Rule>
  readonly endpoints: MembersDelta<EndpointId, Endpoint>
}

interface MembersDelta<K, V> {
  readonly set: readonly (readonly [K, V])[]
  readonly removed: readonly K[]
}

/** The change from `before` (null: nothing is there yet) to `after`. */
export function policyDelta(before: Policy | null, after: Policy): PolicyDelta {
  const from = before ?? emptyPolicy()
  return {
    rules: membersDelta(from.rules, after.rules),
    endpoints: membersDelta(from.endpoints, after.endpoints),
  }
}

/** The policy after a change, without the document that it was read from; the order of new members is lost. */
export function withDelta(policy: Policy, { rules, endpoints }: PolicyDelta): Policy {
  return {
    ...policy,
    rules: withMembers(policy.rules, rules),
    endpoints: withMembers(policy.endpoints, endpoints),
    source: EMPTY_OBJECT,
    text: null,
  }
}

function membersDelta<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): MembersDelta<K, V> {
  return {
    set: [...after].filter(([key, member]) => before.get(key) !== member),
    removed: [...before.keys()].filter((key) => !after.has(key)),
  }
}

function withMembers<K, V>(members: ReadonlyMap<K, V>, { set, removed }: MembersDelta<K, V>) {
  if (set.length === 0 && removed.length === 0) return members
  const next = new Map(members)
  for (const key of removed) next.delete(key)
  for (const [key, member] of set) next.set(key, member)
  return next
}
