import type { RuleId } from '../../model/address'
import { readable } from '../../model/field'
import { capitalised } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { branchSubjects, memberOf, memberSubject, toChecked } from '../../policy/checked-policy'
import { childrenFirst } from '../../policy/rule-order'
import type { Branch, Rule } from '../../rules'
import type { Scenario } from '../../scenario/scenario'
import { answerOfBranch, answerOfEndpoint, type LeftOut, type WritingContext } from './branch-answer'
import { branchRoutings } from './branch-routing'
import { type CidrCollection, type CidrLocation, emptyCollections, firstOnly } from './cidr-collections'
import { recordLoss } from './record-loss'
import type { RecordSet, Routing } from './record-set'
import { ruleNames, unique } from './rule-names'

/** The record sets that a policy amounts to, and what they say otherwise than it. */
export interface WrittenRecords {
  /** The sets of a rule stand after those of every rule below it: an alias's target must exist (route53.md 4.1). */
  readonly sets: readonly RecordSet[]
  readonly problems: readonly Problem[]
  /** The owner name of every rule that the start leads to. */
  readonly names: ReadonlyMap<RuleId, string>
  /** The CIDR collections that the sets point to. */
  readonly collections: readonly CidrCollection[]
}

/** Most characters of a set identifier (API_ResourceRecordSet). */
const LONGEST_IDENTIFIER = 128

/**
 * The policy as plain record sets: each rule a name, each branch a set, a rule reference an alias inside the zone
 * (route53.md 4.1, 11). Where there can be none, an error says why.
 */
export function writeRecords({ policy, record }: Pick<Scenario, 'policy' | 'record'>): WrittenRecords {
  const owner = record.name.endsWith('.') ? record.name : `${record.name}.`
  const order = childrenFirst(policy, policy.start)
  const names = ruleNames(order, policy.start?.kind === 'rule' ? policy.start.id : null, owner)
  if (names === null) {
    const message = `The name ${quote(record.name)} leaves no room for the names of rules below it; choose a shorter one.`
    return without(recordLoss('name-length', 'error', message))
  }
  const type = readable(policy.recordType) ?? ''
  const empty = new Map<RuleId, LeftOut['severity']>()
  const context: WritingContext = { policy, ttl: record.ttl, names, empty }
  const checked = toChecked(policy)
  const collections = emptyCollections(policy)
  const locations = new Map<RuleId, CidrLocation[]>()
  const sets: RecordSet[] = []
  const problems: Problem[] = []

  function writeStart(): void {
    const endpoint = policy.start?.kind === 'endpoint' ? policy.endpoints.get(policy.start.id) : undefined
    const answer = endpoint && answerOfEndpoint(endpoint, record.ttl, false)
    if (!answer) return
    sets.push({
      name: owner,
      type,
      setIdentifier: null,
      routing: { kind: 'simple' },
      answer,
      healthCheck: null,
    })
  }

  function writeRule(id: RuleId, rule: Rule): void {
    const subject = memberSubject({ kind: 'rule', id })
    const subjects = branchSubjects(rule, id, memberOf(checked, { kind: 'rule', id }))
    const routings = branchRoutings(rule)
    const identifiers = new Set<string>()
    const places = new Set<string>()
    const isNewBlock = firstOnly()
    let worst: LeftOut['severity'] = 'note'
    rule.branches.forEach((branch, index) => {
      const routed = routings[index]
      if (!routed) return
      const about = subjects.get(branch) ?? subject
      const made = answerOfBranch(context, rule, branch, routed, { places, isNewBlock })
      if ('why' in made) {
        if (made.leads) worst = 'warning'
        const message = capitalised(`${about.name} has no record set: ${made.why}.`)
        problems.push(recordLoss('branch', made.severity, message, about))
        return
      }
      if (routed.place !== null) places.add(routed.place)
      if (made.routing.kind === 'cidr' && made.blocks) {
        const location = { name: made.routing.location, blocks: made.blocks }
        locations.set(id, [...(locations.get(id) ?? []), location])
      }
      if (routed.change !== null) {
        const message = capitalised(`${about.name} says something else in a record set. ${routed.change}`)
        problems.push(recordLoss('rounded', 'warning', message, about))
      }
      sets.push({
        name: names?.get(id) ?? owner,
        type,
        setIdentifier: identifierOf(branch, identifiers),
        routing: inCollection(made.routing, collections.get(id)),
        answer: made.answer,
        healthCheck: readable(branch.healthCheck) || null,
      })
    })
    if (identifiers.size === 0) empty.set(id, worst)
  }

  writeStart()
  for (const id of order) {
    const rule = policy.rules.get(id)
    if (rule) writeRule(id, rule)
  }
  const used = reached(sets, owner)
  if (used.length > 0)
    return {
      sets: used,
      problems,
      names,
      collections: usedOf(collections, used).map((each) => ({
        ...each,
        locations: locations.get(each.rule) ?? [],
      })),
    }
  const message = 'The policy has no start that leads to an endpoint, so there is no record to write.'
  return without(recordLoss('no-start', 'error', message), ...problems)
}

function inCollection(routing: Routing, collection: CidrCollection | undefined): Routing {
  return routing.kind === 'cidr' ? { ...routing, collection: collection?.key ?? '' } : routing
}

function without(...problems: readonly Problem[]): WrittenRecords {
  return { sets: [], problems, names: new Map(), collections: [] }
}

/** The sets that a query for a name can come to: rules behind a branch that has no set are not needed. */
function reached(sets: readonly RecordSet[], owner: string): readonly RecordSet[] {
  const wanted = new Set([owner])
  // From the end, where the start's own are: each set stands before those that lead to it.
  for (const { name, answer } of sets.toReversed()) {
    if (wanted.has(name) && answer.kind === 'alias' && answer.alias.zone.kind === 'own') {
      wanted.add(answer.alias.name)
    }
  }
  return sets.filter(({ name }) => wanted.has(name))
}

function usedOf(
  collections: ReadonlyMap<RuleId, CidrCollection>,
  sets: readonly RecordSet[],
): readonly CidrCollection[] {
  const keys = new Set(sets.flatMap(({ routing }) => (routing.kind === 'cidr' ? [routing.collection] : [])))
  return [...collections.values()].filter(({ key }) => keys.has(key))
}

/** What a set is told by: the id of what it leads to, with a number when that comes again. */
function identifierOf({ target }: Branch, taken: Set<string>): string {
  const id = (target?.id ?? '').replace(/\p{Cc}/gu, ' ').trim() || 'set'
  return unique(id, LONGEST_IDENTIFIER, taken, ' ')
}
