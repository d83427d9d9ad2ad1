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
  /** Those of its blocks that no branch before it has; absent where it does not go by blocks. */
  readonly blocks?: readonly string[]
}

/** What branches of a rule took, so that those after them cannot. */
export interface Taken {
  readonly places: ReadonlySet<string>
  /** Tells once for each block that it is free. */
  readonly isNewBlock: (block: string) => boolean
}

/** Why a branch has no set: as the end of a sentence. It is a warning where answers change by that. */
export interface LeftOut {
  readonly severity: 'warning' | 'note'
  /** Whether it leads to an answer, so that its rule does, if only to none. */
  readonly leads: boolean
  readonly why: string
}

/** The set of a branch, or why it has none. */
export function answerOfBranch(
  context: WritingContext,
  rule: Rule,
  branch: Branch,
  { routing, place, blocks }: BranchRouting,
  { places, isNewBlock }: Taken,
): BranchAnswer | LeftOut {
  const reached = answerOfTarget(context, definitionOf(rule).endpointsOnly, branch)
  if ('why' in reached) return reached
  // Of two members for one place only the first is ever taken, and one without a place never; of two members at
  // one Region or point the second stands in for the first, and one without a place is the last of all.
  const severity = rule.type === 'geolocation' || rule.type === 'failover' ? 'note' : 'warning'
  if (routing === null) return { severity, leads: true, why: 'it does not say where it stands' }
  if (place !== null && places.has(place)) {
    return { severity, leads: true, why: 'a branch before it stands at the same place' }
  }
  if (blocks === undefined) return { routing, answer: reached }
  // A location without blocks is refused, and no address is in it.
  const fresh = blocks.filter(isNewBlock)
  if (fresh.length > 0) return { routing, answer: reached, blocks: fresh }
  const why = blocks.length === 0 ? 'it has no blocks' : 'every block of it is in a location before it'
  return { severity: 'note', leads: true, why }
}

function answerOfTarget(
  { policy, ttl, names, empty }: WritingContext,
  endpointsOnly: boolean,
  { target, evaluateTargetHealth }: Branch,
): RecordAnswer | LeftOut {
  if (target === null) return { severity: 'note', leads: false, why: 'it leads nowhere' }
  const evaluates = readable(evaluateTargetHealth) ?? false
  if (target.kind === 'endpoint') {
    const endpoint = policy.endpoints.get(target.id)
    if (!endpoint) return { severity: 'note', leads: false, why: `there is no endpoint ${quote(target.id)}` }
    if (endpointsOnly && isAlias(endpoint)) {
      return { severity: 'warning', leads: true, why: 'Route 53 has no multivalue alias records' }
    }
    const lacks = endpoint.type === 's3-website' ? 'Region' : 'value'
    return (
      answerOfEndpoint(endpoint, ttl, evaluates) ?? {
        severity: 'warning',
        leads: true,
        why: `endpoint ${quote(endpoint.id)} has no ${lacks}`,
      }
    )
  }
  if (endpointsOnly)
    return { severity: 'note', leads: false, why: 'a multivalue answer holds endpoints only' }
  const name = names.get(target.id)
  if (name === undefined)
    return { severity: 'note', leads: false, why: `there is no rule ${quote(target.id)}` }
  const severity = empty.get(target.id)
  if (severity) return { severity, leads: severity === 'warning', why: `rule ${quote(target.id)} has none` }
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
