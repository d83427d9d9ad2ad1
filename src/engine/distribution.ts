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

/** The exact distribution of answers for a client: probabilities multiplied down the graph. */
export function distributionFor(compiled: CompiledPolicy, client: Client): Distribution {
  if (!compiled.start) return { endpoints: [], nodata: 1 }
  const { included, nodata } = distributionAt(compiled.start, client)
  const endpoints = [...included]
    .filter(([, probability]) => probability > 0)
    .map(([endpoint, probability]) => ({ endpoint, probability }))
    .sort((a, b) => b.probability - a.probability || compareCodePoints(a.endpoint, b.endpoint))
  return { endpoints, nodata }
}

interface Partial {
  readonly included: ReadonlyMap<EndpointId, number>
  readonly nodata: number
}

function distributionAt(node: CompiledNode, client: Client): Partial {
  if (node.kind === 'endpoint') return { included: new Map([[node.endpoint.id, 1]]), nodata: 0 }
  const choice = chooseAt(node, client)
  if (choice.kind === 'upTo') return severalAt(node.targets, choice, client)
  const included = new Map<EndpointId, number>()
  let nodata = choice.kind === 'none' ? 1 : 0
  for (const [branch, probability] of weightedBranches(choice)) {
    const target = node.targets[branch]
    if (!target) continue
    const below = distributionAt(target, client)
    nodata += probability * below.nodata
    for (const [endpoint, inside] of below.included) {
      included.set(endpoint, (included.get(endpoint) ?? 0) + probability * inside)
    }
  }
  return { included, nodata }
}

function weightedBranches(choice: Exclude<Choice, { kind: 'upTo' }>): readonly (readonly [number, number])[] {
  if (choice.kind === 'none') return []
  if (choice.kind === 'one') return [[choice.branch, 1]]
  return choice.branches.map((branch, index) => [branch, choice.probabilities[index] ?? 0])
}

// An endpoint is missing from the answer when every member drawn misses it. The sample is drawn without
// replacement, so the chance is the sum, over all samples, of the product of their members' chances to
// miss, divided by the number of samples: two coefficients of polynomials.
function severalAt(
  targets: readonly CompiledNode[],
  choice: Extract<Choice, { kind: 'upTo' }>,
  client: Client,
): Partial {
  const members = choice.branches.flatMap((branch) => {
    const target = targets[branch]
    return target ? [distributionAt(target, client)] : []
  })
  const size = Math.min(choice.count, members.length)
  const samples = coefficient(
    members.map(() => 1),
    size,
  )
  const missed = (missOf: (member: Partial) => number) => coefficient(members.map(missOf), size) / samples
  const endpoints = new Set(members.flatMap(({ included }) => [...included.keys()]))
  const included = new Map(
    [...endpoints].map((endpoint) => [
      endpoint,
      1 - missed((member) => 1 - (member.included.get(endpoint) ?? 0)),
    ]),
  )
  return { included, nodata: missed((member) => member.nodata) }
}

/** The coefficient of x^degree in the product of (1 + factor·x). */
function coefficient(factors: readonly number[], degree: number): number {
  const product = new Float64Array(degree + 1)
  product[0] = 1
  for (const factor of factors) {
    for (let power = degree; power > 0; power--) {
      product[power] = (product[power] ?? 0) + (product[power - 1] ?? 0) * factor
    }
  }
  return product[degree] ?? 0
}

/** Order of ids by code point, whatever the locale. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  const at = left.findIndex((character, index) => character !== right[index])
  if (at < 0) return left.length - right.length
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1)
}
