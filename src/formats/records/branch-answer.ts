import type { RuleId } from '../../model/address'
import { type Endpoint, isAlias, isEndpointType } from '../../model/endpoint'
import { readable } from '../../model/field'
import { quote } from '../../model/problem-kind'
import type { Policy } from '../../policy/policy'
import { type Branch, definitionOf, type Rule } from '../../rules'
import { aliasOf } from './alias-target'
import type { BranchRouting } from './branch-routing'
import type { RecordAnswer, Routing } from './record-set'

/** What the sets of a policy are written from, and what is known of the rules below. */
export interface WritingContext {
  readonly policy: Policy
  /** Seconds, of sets with values. */
  readonly ttl: number
  /** The owner name of each rule. */
  readonly names: ReadonlyMap<RuleId, string>
  /** Rules that have no set, each with whether answers change by that. */
  readonly empty: ReadonlyMap<RuleId, LeftOut['severity']>
}

/** A set's part that its branch decides. */
export interface BranchAnswer {
  readonly routing: Routing
  readonly answer: RecordAnswer
}

/** Why a branch has no set: as the end of a sentence. It is a warning where answers change by that. */
export interface LeftOut {
  readonly severity: 'warning' | 'note'
  readonly why: string
}

/** The set of a branch, or why it has none; `places` are those that branches before it took. */
export function answerOfBranch(
  context: WritingContext,
  rule: Rule,
  branch: Branch,
  { routing, place }: BranchRouting,
  places: ReadonlySet<string>,
): BranchAnswer | LeftOut {
  const reached = answerOfTarget(context, definitionOf(rule).endpointsOnly, branch)
  if ('why' in reached) return reached
  // Of two members for one place only the first is ever taken, and one without a place never; of two members at
  // one Region or point the second stands in for the first, and one without a place is the last of all.
  const severity = rule.type === 'geolocation' || rule.type === 'failover' ? 'note' : 'warning'
  if (routing === null) return { severity, why: 'it does not say where it stands' }
  if (place !== null && places.has(place)) {
    return { severity, why: 'a branch before it stands at the same place' }
  }
  return { routing, answer: reached }
}

function answerOfTarget(
  { policy, ttl, names, empty }: WritingContext,
  endpointsOnly: boolean,
  { target, evaluateTargetHealth }: Branch,
): RecordAnswer | LeftOut {
  if (target === null) return { severity: 'note', why: 'it leads nowhere' }
  const evaluates = readable(evaluateTargetHealth) ?? false
  if (target.kind === 'endpoint') {
    const endpoint = policy.endpoints.get(target.id)
    if (!endpoint) return { severity: 'note', why: `there is no endpoint ${quote(target.id)}` }
    if (endpointsOnly && isAlias(endpoint)) {
      return { severity: 'warning', why: 'Route 53 has no multivalue alias records' }
    }
    const lacks = endpoint.type === 's3-website' ? 'Region' : 'value'
    return (
      answerOfEndpoint(endpoint, ttl, evaluates) ?? {
        severity: 'warning',
        why: `endpoint ${quote(endpoint.id)} has no ${lacks}`,
      }
    )
  }
  if (endpointsOnly) return { severity: 'note', why: 'a multivalue answer holds endpoints only' }
  const name = names.get(target.id)
  if (name === undefined) return { severity: 'note', why: `there is no rule ${quote(target.id)}` }
  const severity = empty.get(target.id)
  if (severity) return { severity, why: `rule ${quote(target.id)} has none` }
  return { kind: 'alias', alias: { zone: { kind: 'own' }, name, evaluateTargetHealth: evaluates } }
}

/** What an endpoint answers with; null while it does not say. */
export function answerOfEndpoint(endpoint: Endpoint, ttl: number, evaluates: boolean): RecordAnswer | null {
  const { type } = endpoint
  if (isEndpointType(type) && type !== 'value') {
    const alias = aliasOf(endpoint, type, evaluates)
    return alias && { kind: 'alias', alias }
  }
  const value = readable(endpoint.value)
  return value === undefined || value === '' ? null : { kind: 'values', ttl, values: [value] }
}
