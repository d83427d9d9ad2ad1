import type { BranchId, EndpointId, RuleId } from '../../model/address'
import { readable } from '../../model/field'
import { reachableFrom } from '../../policy/graph'
import type { Policy } from '../../policy/policy'
import type { Rule } from '../../rules'
import { labelOfAny } from '../canvas/names'

/** A geoproximity rule that clients reach, as the tools for biases see it. */
export interface TunedRule {
  readonly id: RuleId
  readonly rule: Rule<'geoproximity'>
  /** In the order of the document. */
  readonly locations: readonly TunedPlace[]
  /** The endpoints that the rule leads to, in the order of the policy. */
  readonly endpoints: readonly EndpointId[]
}

export interface TunedPlace {
  readonly branch: string
  /** The place by its own words: `eu-central-1`, `48.86, 2.35`. */
  readonly name: string
  readonly bias: number
  /** The endpoint that the location leads straight to; null for a rule or nothing. */
  readonly endpoint: EndpointId | null
  readonly leadsSomewhere: boolean
}

/** The geoproximity rules that the policy's start leads to. */
export function tunedRules(policy: Policy): readonly TunedRule[] {
  const reached = new Set(
    reachableFrom(policy, policy.start ? [policy.start] : []).flatMap(({ kind, id }) =>
      kind === 'rule' ? [id] : [],
    ),
  )
  return [...policy.rules].flatMap(([id, rule]) =>
    rule.type === 'geoproximity' && reached.has(id) ? [tunedRule(policy, id, rule)] : [],
  )
}

/** What each location of a rule is called, by its branch. */
export function namesOf({ locations }: TunedRule): ReadonlyMap<BranchId, string> {
  return new Map(locations.map(({ branch, name }) => [branch, name]))
}

function tunedRule(policy: Policy, id: RuleId, rule: Rule<'geoproximity'>): TunedRule {
  const targets = rule.branches.flatMap(({ target }) => target ?? [])
  const below = new Set(
    reachableFrom(policy, targets).flatMap(({ kind, id: each }) => (kind === 'endpoint' ? [each] : [])),
  )
  return {
    id,
    rule,
    locations: rule.branches.map((branch) => ({
      branch: branch.id,
      name: labelOfAny(rule, branch),
      bias: readable(branch.bias) ?? 0,
      endpoint: branch.target?.kind === 'endpoint' ? branch.target.id : null,
      leadsSomewhere: branch.target !== null,
    })),
    endpoints: [...policy.endpoints.keys()].filter((endpoint) => below.has(endpoint)),
  }
}
