import type { Resolution, StepCandidate } from '../../../engine/resolution'
import type { BranchId, EndpointId, RuleId } from '../../../model/address'
import { remembered } from '../../../store/derived'

/** What the answer to the query being asked lights up on the canvas. */
export interface TraceMarks {
  /** Whether the query gets past the start. */
  readonly lit: boolean
  /** The rules on the way, each with all of its branches as it weighed them. */
  readonly rules: ReadonlyMap<RuleId, ReadonlyMap<BranchId, StepCandidate>>
  /** How many rules the query passes before a rule. */
  readonly depths: ReadonlyMap<RuleId, number>
  /** The endpoints that answer, and whether each is down. */
  readonly endpoints: ReadonlyMap<EndpointId, { readonly blackholed: boolean }>
}

/** The marks of a resolution; a rule that is passed several times keeps every branch that was taken. */
export const traceMarks = remembered((resolution: Resolution): TraceMarks => {
  const rules = new Map<RuleId, Map<BranchId, StepCandidate>>()
  const endpoints = new Map<EndpointId, { readonly blackholed: boolean }>()
  const depths = new Map<RuleId, number>()
  for (const step of resolution.steps) {
    if (step.kind === 'endpoint') endpoints.set(step.endpoint, { blackholed: step.blackholed })
    if (step.kind !== 'rule') continue
    const marks = rules.get(step.rule) ?? new Map<BranchId, StepCandidate>()
    const depth = depths.get(step.rule) ?? 0
    depths.set(step.rule, depth)
    for (const candidate of step.candidates) {
      if (marks.get(candidate.branch)?.taken !== true) marks.set(candidate.branch, candidate)
      if (candidate.taken && candidate.target?.kind === 'rule' && !depths.has(candidate.target.id)) {
        depths.set(candidate.target.id, depth + 1)
      }
    }
    rules.set(step.rule, marks)
  }
  return { lit: rules.size > 0 || endpoints.size > 0, rules, depths, endpoints }
})
