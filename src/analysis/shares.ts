import { type ClientFlow, clientFlow } from '../engine/client-flow'
import type { CompiledPolicy } from '../engine/compile'
import type { BranchId, EndpointId, RuleId } from '../model/address'
import type { PreparedDemand } from './demand/prepared-demand'

/** How the world's demand is divided. All figures are parts of 1. */
export interface DemandShares {
  /** Every endpoint of the policy, in the document's order, also those that nobody reaches. */
  readonly shares: ReadonlyMap<EndpointId, number>
  /** The part without an answer; it and the shares sum to 1. */
  readonly nodata: number
  /** The part of the shares that falls on endpoints that are down. */
  readonly blackholed: number
  /** Every rule of the policy, in the document's order. */
  readonly rules: ReadonlyMap<RuleId, RuleShare>
  /** The countries that demand comes from, the largest first. */
  readonly countries: readonly CountryShare[]
}

export interface RuleShare {
  /** The part of the world's demand that the rule decides about. */
  readonly share: number
  /** The part that it sends along each branch; those and what it leaves unanswered sum to `share`. */
  readonly branches: ReadonlyMap<BranchId, number>
}

export interface CountryShare {
  /** Country code; null for the open sea. */
  readonly country: string | null
  /** The part of the world's demand that comes from here. */
  readonly share: number
  /** Where it goes, in parts of the world's demand, the largest first; endpoints that it does not reach are left out. */
  readonly endpoints: ReadonlyMap<EndpointId, number>
  readonly nodata: number
}

/** Shares of demand for a policy in its world. A multivalue answer divides a place's demand equally. */
export function demandShares(compiled: CompiledPolicy, prepared: PreparedDemand): DemandShares {
  const flow = clientFlow(compiled, prepared.table, prepared.parts)
  const { policy, health } = compiled
  const shares = new Map([...policy.endpoints.keys()].map((id) => [id, sumOf(flow.endpoints.get(id) ?? [])]))
  const down = [...shares].filter(([id]) => health.isDown(id))
  return {
    shares,
    nodata: sumOf(flow.nodata),
    blackholed: sumOf(down.map(([, share]) => share)),
    rules: ruleShares(compiled, flow),
    countries: countryShares(flow, prepared),
  }
}

function ruleShares({ policy, rules }: CompiledPolicy, flow: ClientFlow): DemandShares['rules'] {
  const compiledRules = new Map(rules.map((rule) => [rule.id, rule]))
  return new Map(
    [...policy.rules].map(([id, { branches }]) => {
      const rule = compiledRules.get(id)
      const { arriving, branches: sent } = (rule && flow.rules[rule.index]) ?? NO_FLOW
      // Branches that lead nowhere get nothing.
      const live = new Map(rule?.branches.map((branch, index) => [branch.id, sent[index] ?? 0]))
      const byBranch = new Map(branches.map((branch) => [branch.id, live.get(branch.id) ?? 0]))
      return [id, { share: sumOf(arriving), branches: byBranch }]
    }),
  )
}

const NO_FLOW = { arriving: new Float64Array(0), branches: new Float64Array(0) }

function countryShares(flow: ClientFlow, { table, parts }: PreparedDemand): readonly CountryShare[] {
  const rangesOf = new Map<string | null, number[]>()
  table.ranges.forEach(({ client: { country } }, range) => {
    const same = rangesOf.get(country)
    if (same) same.push(range)
    else rangesOf.set(country, [range])
  })
  const countries = [...rangesOf].map(([country, ranges]): CountryShare => {
    const within = (values: Float64Array) => sumOf(ranges.map((range) => values[range] ?? 0))
    const endpoints = [...flow.endpoints]
      .map(([id, arriving]) => [id, within(arriving)] as const)
      .filter(([, share]) => share > 0)
      .sort(([, a], [, b]) => b - a)
    const share = sumOf(
      ranges.map((range) => sumOf(parts.subarray(table.ranges[range]?.start, table.ranges[range]?.end))),
    )
    return { country, share, endpoints: new Map(endpoints), nodata: within(flow.nodata) }
  })
  return countries.sort((a, b) => b.share - a.share)
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
