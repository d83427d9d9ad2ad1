import type { EndpointId } from '../model/address'
import type { Client } from '../rules/client'
import type { Choice } from '../rules/decision'
import { type CompiledNode, type CompiledPolicy, chooseAt } from './compile'

/** Exact probability that an endpoint is (multivalue: is among) the answer. */
export interface EndpointProbability {
  readonly endpoint: EndpointId
  readonly probability: number
}

/** What a client gets, as arithmetic and not from samples. */
export interface Distribution {
  /** By descending probability, then id by code point; zeros left out. */
  readonly endpoints: readonly EndpointProbability[]
  /** Probability of no answer (NODATA). */
  readonly nodata: number
}

/** The distribution of a query that no endpoint answers. */
export const NO_ANSWER: Distribution = { endpoints: [], nodata: 1 }

/** The exact distribution of answers for a client: probabilities multiplied down the graph. */
export function distributionFor(compiled: CompiledPolicy, client: Client): Distribution {
  return distribute(compiled, client, inclusions)
}

/**
 * Where the demand of a client goes: a multivalue answer divides it equally among its records, so that the
 * endpoints' parts and `nodata` sum to 1.
 */
export function demandFor(compiled: CompiledPolicy, client: Client): Distribution {
  return distribute(compiled, client, equalParts)
}

/** A branch and the part of what arrives at its rule that goes along it. */
export interface BranchPart {
  readonly branch: number
  readonly part: number
}

/** How a choice of a rule divides demand among its branches; `demandFor`, one step of it. */
export function demandParts(targets: readonly CompiledNode[], choice: Choice): readonly BranchPart[] {
  if (choice.kind === 'none') return []
  if (choice.kind === 'one') return [{ branch: choice.branch, part: 1 }]
  if (choice.kind === 'split') {
    return choice.branches.map((branch, at) => ({ branch, part: choice.probabilities[at] ?? 0 }))
  }
  const members = membersByTarget(targets, choice.branches)
  return choice.branches.map((branch) => ({
    branch,
    part: 1 / members.size / (members.get(targets[branch]) ?? 1),
  }))
}

type UpTo = Extract<Choice, { kind: 'upTo' }>
/** By what leads there; one target that several members name is one. */
type Parts = ReadonlyMap<CompiledNode | undefined, number>

// Each rule is asked once, after all that lead to it, with the sum of what arrives there.
function distribute(
  { start, rules }: CompiledPolicy,
  client: Client,
  partsOf: (targets: readonly CompiledNode[], choice: UpTo) => Parts,
): Distribution {
  if (!start) return NO_ANSWER
  const arriving = new Float64Array(rules.length)
  const included = new Map<EndpointId, number>()
  let nodata = 0

  function arrive(target: CompiledNode | undefined, share: number): void {
    if (target?.kind === 'rule') {
      arriving[target.index] = (arriving[target.index] ?? 0) + share
    } else if (target) {
      included.set(target.endpoint.id, (included.get(target.endpoint.id) ?? 0) + share)
    }
  }

  arrive(start, 1)
  for (const rule of rules.toReversed()) {
    const { index, targets } = rule
    const share = arriving[index] ?? 0
    if (share === 0) continue
    const choice = chooseAt(rule, client)
    if (choice.kind === 'none') nodata += share
    else if (choice.kind === 'one') arrive(targets[choice.branch], share)
    else if (choice.kind === 'split') {
      choice.branches.forEach((branch, at) => {
        arrive(targets[branch], share * (choice.probabilities[at] ?? 0))
      })
    } else {
      for (const [target, part] of partsOf(targets, choice)) arrive(target, share * part)
    }
  }
  const endpoints = [...included]
    .filter(([, probability]) => probability > 0)
    .map(([endpoint, probability]) => ({ endpoint, probability }))
    .sort((a, b) => b.probability - a.probability || compareCodePoints(a.endpoint, b.endpoint))
  return { endpoints, nodata }
}

/** How often each target is in a multivalue answer; one that several members name is there with any of them. */
function inclusions(targets: readonly CompiledNode[], { branches, count }: UpTo): Parts {
  const members = membersByTarget(targets, branches)
  const size = Math.min(count, branches.length)
  return new Map([...members].map(([target, same]) => [target, inclusion(branches.length, same, size)]))
}

/** How a multivalue answer divides what it carries. */
function equalParts(targets: readonly CompiledNode[], { branches }: UpTo): Parts {
  const members = membersByTarget(targets, branches)
  return new Map([...members].map(([target]) => [target, 1 / members.size]))
}

function membersByTarget(targets: readonly CompiledNode[], branches: readonly number[]): Parts {
  const members = new Map<CompiledNode | undefined, number>()
  for (const branch of branches) members.set(targets[branch], (members.get(targets[branch]) ?? 0) + 1)
  return members
}

/** Chance that a sample of `size` out of `all` members holds at least one of `same` of them. */
function inclusion(all: number, same: number, size: number): number {
  if (same === 1) return size / all
  let missed = 1
  for (let member = 0; member < same; member++) missed *= Math.max(0, (all - size - member) / (all - member))
  return 1 - missed
}

/** Order of ids by code point, whatever the locale. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  const at = left.findIndex((character, index) => character !== right[index])
  if (at < 0) return left.length - right.length
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1)
}
