import type { EndpointId, RuleId, Target } from '../../model/address'
import { definitionOf, RULES, type RuleType } from '../../rules'
import { connectionsTo } from '../graph'
import type { Policy } from '../policy'
import { type ConnectionSource, sameSource, whyNotUnder } from './can-connect'
import { lead } from './connect'
import { type Edited, type Refusal, refuse } from './edited'
import { freshId } from './fresh-id'
import { quoted, withRule } from './members'
import { newRule } from './new-rule'

/** Puts a new rule on a connection: what led to the target leads to the rule, whose first branch leads on. */
export function insertRuleOn(
  policy: Policy,
  from: ConnectionSource,
  type: RuleType,
): Edited<{ readonly id: RuleId }> {
  const target = targetOf(policy, from)
  if (!target) return refuse('There is no connection to put a rule on.')
  return wrapped(policy, target, type, [from])
}

/**
 * Puts a new rule before an endpoint: the connections named, or all of them, lead to the rule, whose first
 * branch leads to the endpoint.
 */
export function wrapEndpoint(
  policy: Policy,
  id: EndpointId,
  type: RuleType,
  from: readonly ConnectionSource[] | 'all' = 'all',
): Edited<{ readonly id: RuleId }> {
  if (!policy.endpoints.has(id)) return refuse(`There is no endpoint ${quoted(id)}.`)
  const target: Target = { kind: 'endpoint', id }
  const leading = connectionsTo(policy, target).map((connection) => connection.from)
  const meant = (source: ConnectionSource) => from === 'all' || from.some((each) => sameSource(each, source))
  return wrapped(policy, target, type, leading.filter(meant))
}

/** Why a rule of a type cannot stand between sources and a target; null when it can. */
export function whyNotInsert(
  policy: Policy,
  target: Target,
  type: RuleType,
  from: readonly ConnectionSource[],
): Refusal | null {
  for (const source of from) {
    const holder = source && policy.rules.get(source.rule)
    if (!holder || !definitionOf(holder).endpointsOnly) continue
    const { title } = RULES[holder.type]
    return refuse(`${title} takes endpoints only, so no rule can be put below ${quoted(source.rule)}.`)
  }
  return whyNotUnder(policy, type, target)
}

function wrapped(
  policy: Policy,
  target: Target,
  type: RuleType,
  from: readonly ConnectionSource[],
): Edited<{ readonly id: RuleId }> {
  const refusal = whyNotInsert(policy, target, type, from)
  if (refusal) return refusal
  const id = freshId(policy, type)
  const added = withRule(policy, id, newRule(policy, type, [target]))
  const led = from.reduce((edited, source) => lead(edited, source, { kind: 'rule', id }), added)
  return { ok: true, policy: led, id }
}

function targetOf(policy: Policy, from: ConnectionSource): Target | null {
  if (from === null) return policy.start
  const branches = policy.rules.get(from.rule)?.branches ?? []
  return branches.find(({ id }) => id === from.branch)?.target ?? null
}
