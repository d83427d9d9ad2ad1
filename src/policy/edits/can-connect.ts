import type { RuleId, Target } from '../../model/address'
import { isEndpointType } from '../../model/endpoint'
import { RULES, type RuleType } from '../../rules'
import { childRules } from '../graph'
import { type Connection, type Policy, targetExists } from '../policy'
import { type Refusal, refuse } from './edited'
import { quoted, targetText } from './members'

/** The end of a connection that leads away: a branch, or null for the start. */
export type ConnectionSource = Connection['from']

/** A rule whose next branch is meant, before it is made; or null for the start. */
export type ConnectionOrigin = { readonly rule: RuleId } | null

export function sameSource(a: ConnectionSource, b: ConnectionSource): boolean {
  return a === b || (a !== null && b !== null && a.rule === b.rule && a.branch === b.branch)
}

/** Why a connection cannot be made, with a sentence; null when it can. The start takes anything that exists. */
export function whyNotConnect(policy: Policy, from: ConnectionOrigin, target: Target): Refusal | null {
  if (!targetExists(policy, target)) return refuse(`There is no ${targetText(target)}.`)
  if (from === null) return null
  const rule = policy.rules.get(from.rule)
  if (!rule) return refuse(`There is no rule ${quoted(from.rule)}.`)
  const refusal = whyNotUnder(policy, rule.type, target)
  if (refusal) return refusal
  if (target.kind === 'endpoint') return null
  if (target.id === from.rule) return refuse(`A rule cannot lead to itself, as ${quoted(target.id)} would.`)
  const path = pathOfRules(policy, target.id, from.rule)
  if (!path) return null
  const circle = [from.rule, ...path].join(' → ')
  return refuse(`That would lead in a circle: ${circle}. A query would never come to an answer.`)
}

/** Whether a connection can be made. */
export function canConnect(policy: Policy, from: ConnectionOrigin, target: Target): boolean {
  return whyNotConnect(policy, from, target) === null
}

/** Why a rule of a type cannot lead to a target (route53.md 3.5); null when it can. */
export function whyNotUnder(policy: Policy, ruleType: RuleType, target: Target): Refusal | null {
  const { title, answersSeveral, endpointsOnly } = RULES[ruleType]
  if (answersSeveral && policy.recordType === 'CNAME') {
    return refuse(`${title} is not available for record type CNAME, since a name has only one CNAME.`)
  }
  if (!endpointsOnly) return null
  if (target.kind === 'rule') {
    return refuse(
      `${title} takes endpoints only, and ${quoted(target.id)} is a rule. The format has no place for it.`,
    )
  }
  const type = policy.endpoints.get(target.id)?.type
  if (!isEndpointType(type) || type === 'value') return null
  return refuse(
    `${title} takes endpoints of type value only, and ${quoted(target.id)} is an AWS resource (${type}), which answers as an alias.`,
  )
}

/** The rules on a shortest way from one to another, both included; null when there is none. */
function pathOfRules(policy: Policy, from: RuleId, to: RuleId): readonly RuleId[] | null {
  const cameFrom = new Map<RuleId, RuleId | null>([[from, null]])
  const queue = [from]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === to) return unwind(cameFrom, to)
    for (const child of childRules(policy, id)) {
      if (cameFrom.has(child)) continue
      cameFrom.set(child, id)
      queue.push(child)
    }
  }
  return null
}

function unwind(cameFrom: ReadonlyMap<RuleId, RuleId | null>, to: RuleId): readonly RuleId[] {
  const path: RuleId[] = []
  for (let id: RuleId | null = to; id !== null; id = cameFrom.get(id) ?? null) path.unshift(id)
  return path
}
