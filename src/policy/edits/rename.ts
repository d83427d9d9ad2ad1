import type { EndpointId, RuleId, Target } from '../../model/address'
import { sameTarget } from '../../model/address'
import type { Policy } from '../policy'
import { type Edited, refuse } from './edited'
import { whyNotId } from './fresh-id'
import { mapBranches, mapRules, quoted } from './members'

/** Gives a rule another id. It keeps its place in the document, and every reference follows. */
export function renameRule(policy: Policy, from: RuleId, to: RuleId): Edited {
  return rename(policy, { kind: 'rule', id: from }, to)
}

/** Gives an endpoint another id. It keeps its place in the document, and every reference follows. */
export function renameEndpoint(policy: Policy, from: EndpointId, to: EndpointId): Edited {
  return rename(policy, { kind: 'endpoint', id: from }, to)
}

function rename(policy: Policy, from: Target, id: string): Edited {
  const members = from.kind === 'rule' ? policy.rules : policy.endpoints
  if (!members.has(from.id)) return refuse(`There is no ${from.kind} ${quoted(from.id)}.`)
  if (from.id === id) return { ok: true, policy }
  const wrong = whyNotId(policy, id)
  if (wrong !== null) return refuse(wrong)
  const to: Target = { kind: from.kind, id }
  const referring = mapRules(policy, (rule) =>
    mapBranches(rule, (branch) => (sameTarget(branch.target, from) ? { ...branch, target: to } : branch)),
  )
  const renamed: Policy = {
    ...referring,
    start: sameTarget(policy.start, from) ? to : policy.start,
  }
  if (from.kind === 'rule') {
    return { ok: true, policy: { ...renamed, rules: withKey(renamed.rules, from.id, id) } }
  }
  const endpoint = policy.endpoints.get(from.id)
  const endpoints = withKey(renamed.endpoints, from.id, id)
  return {
    ok: true,
    policy: { ...renamed, endpoints: endpoint ? endpoints.set(id, { ...endpoint, id }) : endpoints },
  }
}

function withKey<T>(members: ReadonlyMap<string, T>, from: string, to: string): Map<string, T> {
  return new Map([...members].map(([id, member]) => [id === from ? to : id, member]))
}
