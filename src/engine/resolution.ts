import type { BranchId, EndpointId, RuleId, Target } from '../model/address'
import type { RuleType } from '../rules'
import type { Measures, OwnReason, Reason } from '../rules/decision'
import type { Distribution } from './distribution'

/** One branch as a rule weighed it for the query. */
export interface StepCandidate {
  readonly branch: BranchId
  readonly target: Target | null
  /** Whether this query went along the branch. */
  readonly taken: boolean
  readonly healthy: boolean
  /** Probability that a query like this one goes along it. */
  readonly probability: number
  readonly reason: Reason | OwnReason
  readonly measures: Measures
}

/** One step on the way to the answer; reasons are data, the view has the words. */
export type Step =
  | {
      readonly kind: 'rule'
      readonly rule: RuleId
      readonly type: RuleType
      /** In the rule's order of preference. */
      readonly candidates: readonly StepCandidate[]
      /** No branch was healthy, so all were treated as healthy (route53.md 4.4). */
      readonly lastResort: boolean
      /** AWS does not say what happens; document order was taken (9.6). */
      readonly undefinedByAws: boolean
    }
  | { readonly kind: 'endpoint'; readonly endpoint: EndpointId; readonly blackholed: boolean }
  | { readonly kind: 'nodata'; readonly reason: NodataReason }

/** Why there is no answer: no start, another type than the policy's, a place no branch covers, no branch at all. */
export type NodataReason = 'no-start' | 'other-type' | 'no-matching-location' | 'no-branch'

/** The engine's answer to one query, with its reasons. */
export interface Resolution {
  readonly outcome: 'answer' | 'nodata'
  /** The endpoints that answer: one, or several for a multivalue answer, in the order drawn. */
  readonly endpoints: readonly EndpointId[]
  readonly distribution: Distribution
  readonly steps: readonly Step[]
}
