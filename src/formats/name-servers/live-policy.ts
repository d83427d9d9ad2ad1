import type { EndpointId, RuleId, Target } from '../../model/address'
import { type Endpoint, isAlias } from '../../model/endpoint'
import { readable } from '../../model/field'
import type { Policy } from '../../policy/policy'
import { childrenFirst } from '../../policy/rule-order'
import { type Branch, definitionOf, type Rule } from '../../rules'

/** What a branch leads to and by whose health it is judged, once it is known to lead somewhere. */
export interface Link {
  readonly target: Target
  /** Id of the branch's own health check; null without one. */
  readonly check: string | null
  /** Whether the health of what it leads to counts too. A value has none of its own. */
  readonly evaluates: boolean
}

export interface LiveBranch<B extends Branch = Branch> {
  readonly branch: B
  readonly link: Link
}

/** The part of a policy that a name server which knows no AWS resources can answer with. */
export interface LivePolicy {
  /** Null where nothing can be answered. */
  readonly start: Target | null
  /** The rules that the start leads to, each after every rule below it. */
  readonly rules: ReadonlyMap<RuleId, Rule>
  /** The endpoints in use; every one has a value. */
  readonly endpoints: ReadonlyMap<EndpointId, string>
  /** AWS resources that the start leads to; their branches are left out. */
  readonly aliases: readonly Endpoint[]
  /** The branches of one of `rules` that lead somewhere, in document order. */
  branchesOf<B extends Branch>(
    rule: { readonly branches: readonly B[] } & Pick<Rule, 'type'>,
  ): readonly LiveBranch<B>[]
}

/** Leaves out what leads nowhere, as the engine does, and what leads to an AWS resource. */
export function livePolicy(policy: Policy): LivePolicy {
  const rules = new Map<RuleId, Rule>()
  const endpoints = new Map<EndpointId, string>()
  const aliases = new Map<EndpointId, Endpoint>()

  function isLive(target: Target): boolean {
    if (target.kind === 'rule') return rules.has(target.id)
    const endpoint = policy.endpoints.get(target.id)
    if (!endpoint) return false
    if (isAlias(endpoint)) aliases.set(target.id, endpoint)
    else endpoints.set(target.id, readable(endpoint.value) ?? '')
    return !isAlias(endpoint)
  }

  function branchesOf<B extends Branch>(
    rule: { readonly branches: readonly B[] } & Pick<Rule, 'type'>,
  ): readonly LiveBranch<B>[] {
    const { endpointsOnly } = definitionOf(rule)
    return rule.branches.flatMap((branch) => {
      const { target } = branch
      if (target === null || (endpointsOnly && target.kind === 'rule') || !isLive(target)) return []
      const evaluates = target.kind === 'rule' && readable(branch.evaluateTargetHealth) === true
      return [{ branch, link: { target, check: readable(branch.healthCheck) || null, evaluates } }]
    })
  }

  for (const id of childrenFirst(policy, policy.start)) {
    const rule = policy.rules.get(id)
    if (rule && branchesOf(rule).length > 0) rules.set(id, rule)
  }
  const start = policy.start && isLive(policy.start) ? policy.start : null
  return { start, rules, endpoints, aliases: [...aliases.values()], branchesOf }
}
