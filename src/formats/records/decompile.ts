import type { Target } from '../../model/address'
import type { Problem } from '../../model/problem'
import { quote, quoteSome } from '../../model/problem-kind'
import { failure, type Result, success } from '../../model/result'
import { decodePolicy } from '../../policy/document'
import type { Policy } from '../../policy/policy'
import { DEFAULT_LOCATION } from '../../rules/ip-based/location'
import { MOST_ANSWERS } from '../../rules/multivalue/decision'
import { DEFAULT_TTL } from '../../scenario/scenario'
import { computedResource, type ResourceEndpoint, resourceOf } from './alias-target'
import { locationKey } from './cidr-collections'
import { type BuiltBranch, type PolicyBuilder, policyBuilder } from './record-policy'
import type { RecordSet, Routing } from './record-set'
import { aliasKey, groupKey, type RecordGroup, type RecordZone } from './record-zone'

/** The policy that the record sets of a name amount to. */
export interface RecordGraph {
  /** With its trailing dot. */
  readonly name: string
  readonly type: string
  /** Seconds. */
  readonly ttl: number
  readonly policy: Policy
  /** Keys of the groups that it is made of (`groupKey`). */
  readonly groups: ReadonlySet<string>
  /** What the policy says otherwise than the records: warnings change answers, notes do not. */
  readonly problems: readonly Problem[]
}

/** Aliases of aliases, as deep as a policy from outside may go. */
const DEEPEST = 200

/** Where a set leads: a node of the policy, and whether the health of what is behind it counts on the whole way. */
interface Reached {
  readonly target: Target
  /** Null where Route 53 evaluates nothing: a value. */
  readonly evaluates: boolean | null
}

/** Follows the aliases of a name through its zone and makes a policy of what they amount to. */
export function decompile(zone: RecordZone, root: Pick<RecordGroup, 'name' | 'type'>): Result<RecordGraph> {
  const builder = policyBuilder(zone.blocks)
  const problems: Problem[] = []
  const ttls = new Map<number, number>()
  const computedTtls = new Set<string>()
  const made = new Map<string, Reached | null>()
  /** Names on the way down, to tell a circle. */
  const open = new Set<string>()

  function note(code: string, severity: Problem['severity'], message: string): void {
    problems.push({ code: `records/${code}`, severity, message, path: [] })
  }

  /** The node of a group; null when it leads to nothing that a policy can hold. */
  function group(key: string, depth: number): Reached | null {
    const known = made.get(key)
    if (known !== undefined) return known
    const found = zone.groups.get(key)
    if (!found) return null
    if (depth > DEEPEST) {
      note(
        'too-deep',
        'warning',
        `${quote(found.name)} is left out: the aliases to it are more than ${DEEPEST} deep.`,
      )
      return null
    }
    if (open.has(key)) {
      note('circle', 'warning', `${quote(found.name)} is left out where its own aliases lead back to it.`)
      return null
    }
    open.add(key)
    const [first] = found.sets
    const reached =
      first?.routing.kind === 'simple' && found.sets.length === 1 ? follow(first, depth) : rule(found, depth)
    open.delete(key)
    made.set(key, reached)
    return reached
  }

  function rule({ name, sets }: RecordGroup, depth: number): Reached | null {
    const branches = sets.flatMap((set): readonly BuiltBranch[] => {
      const { routing, healthCheck } = set
      if (routing.kind === 'cidr' && routing.location !== DEFAULT_LOCATION && !blocks(routing)) {
        note(
          'cidr-blocks',
          'warning',
          `${shown(set)} is for location ${quote(routing.location)} of a CIDR collection, whose blocks are not in this text; put what “aws route53 list-cidr-blocks” prints behind the record sets.`,
        )
      }
      if (routing.kind === 'multivalue' && set.answer.kind === 'values') {
        return values(set).map((target) => ({ target, evaluateTargetHealth: null, healthCheck, routing }))
      }
      const reached = follow(set, depth)
      return reached
        ? [{ target: reached.target, evaluateTargetHealth: reached.evaluates, healthCheck, routing }]
        : []
    })
    return branches.length === 0 ? null : { target: builder.rule(branches, labelOf(name)), evaluates: true }
  }

  /** Where one set leads. */
  function follow(set: RecordSet, depth: number): Reached | null {
    const { answer } = set
    if (answer.kind === 'values') {
      const targets = values(set)
      const [only, ...others] = targets
      if (only === undefined) return null
      if (others.length === 0) return { target: only, evaluates: null }
      return { target: severalValues(set, targets, builder), evaluates: false }
    }
    const key = aliasKey(set, zone.groups)
    const { name, evaluateTargetHealth } = answer.alias
    if (key !== null) {
      const below = group(key, depth + 1)
      return below && { ...below, evaluates: below.evaluates && evaluateTargetHealth }
    }
    const resource = resourceOf(name, root.name) ?? guessed(set, name)
    if (resource === null) {
      const why = 'which is neither a name in this list nor an AWS resource that a traffic policy can lead to'
      note('alias', 'warning', `${shown(set)} is left out: it is an alias of ${quote(name)}, ${why}.`)
      return null
    }
    return {
      target: builder.endpoint(resource, set.setIdentifier ?? labelOf(set.name)),
      evaluates: resource.type !== 'cloudfront' && evaluateTargetHealth,
    }
  }

  /** What a name that the text computes is by what it is called there. */
  function guessed(set: RecordSet, name: string): ResourceEndpoint | null {
    const resource = computedResource(name, root.name)
    if (resource) {
      const message = `${shown(set)} is an alias of ${quote(name.replace(/\.$/, ''))}, which this text computes; it is taken to be of type ${resource.type}.`
      note('computed-alias', 'note', message)
    }
    return resource
  }

  function blocks({ collection, location }: Extract<Routing, { kind: 'cidr' }>) {
    return zone.blocks.get(locationKey(collection, location))
  }

  function values(set: RecordSet): readonly Target[] {
    if (set.answer.kind !== 'values') return []
    const { ttl, computedTtl, values: texts } = set.answer
    if (computedTtl === undefined) ttls.set(ttl, (ttls.get(ttl) ?? 0) + 1)
    else computedTtls.add(computedTtl)
    const wish = set.setIdentifier ?? labelOf(set.name)
    return texts.map((text, index) =>
      builder.endpoint(text, texts.length === 1 ? wish : `${wish}-${index + 1}`),
    )
  }

  /** A policy's endpoint holds one value, but a multivalue rule without checks answers all of up to eight. */
  function severalValues(set: RecordSet, targets: readonly Target[], into: PolicyBuilder): Target {
    const { length } = targets
    const more = length > MOST_ANSWERS
    const but = more ? `, but answers ${MOST_ANSWERS} of them at a time` : ', which gives the same answers'
    note(
      'several-values',
      more ? 'warning' : 'note',
      `${shown(set)} has ${length} values, and an endpoint holds one: they become a multivalue rule${but}.`,
    )
    const branches = targets.map(
      (target): BuiltBranch => ({
        target,
        evaluateTargetHealth: null,
        healthCheck: null,
        routing: { kind: 'multivalue' },
      }),
    )
    return into.rule(branches, set.setIdentifier ?? labelOf(set.name))
  }

  const start = group(groupKey(root), 0)
  if (!start) {
    const message = `${quote(root.name)} (${root.type}) leads to nothing that a traffic policy can hold.`
    return failure({ code: 'records/nothing', severity: 'error', message, path: [] }, ...asErrors(problems))
  }
  const ttl = [...ttls].sort(([, a], [, b]) => b - a)[0]?.[0] ?? DEFAULT_TTL
  if (ttls.size > 1) {
    const others = quoteSome([...ttls.keys()].filter((each) => each !== ttl).map((each) => `${each} s`))
    note('ttl', 'warning', `A policy record has one TTL: ${ttl} s is taken, and ${others} become that too.`)
  }
  if (computedTtls.size > 0) {
    const message = `This text computes TTLs: ${quoteSome([...computedTtls])}. A policy record has one that is written out, and ${ttl} s is taken.`
    note('ttl', 'warning', message)
  }
  const policy = decodePolicy(builder.document(root.type, start.target), null)
  return policy.ok
    ? success({
        name: root.name,
        type: root.type,
        ttl,
        policy: policy.value,
        groups: new Set(made.keys()),
        problems,
      })
    : policy
}

function asErrors(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, severity: 'error' }))
}

/** A record set in a sentence. */
function shown({ name, type, setIdentifier }: RecordSet): string {
  const set = setIdentifier === null ? '' : `, set ${quote(setIdentifier)}`
  return `Record ${quote(name)} (${type}${set})`
}

/** What a name is called as a node: its first label, without the underscore of a name that is not for the public. */
function labelOf(name: string): string {
  return name.replace(/^\*\.|^_+/, '').split('.')[0] ?? ''
}
