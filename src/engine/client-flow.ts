import type { EndpointId } from '../model/address'
import { type Winners, winnersOf } from './client-nearest'
import type { ClientRange, ClientTable } from './client-table'
import { type CompiledNode, type CompiledPolicy, type CompiledRule, chooseAt } from './compile'
import { demandParts } from './distribution'

/** Where the demand of all clients of a table goes, in the unit of the amounts given. */
export interface ClientFlow {
  /** What arrives at each endpoint that is reached, by range of the table. */
  readonly endpoints: ReadonlyMap<EndpointId, Float64Array>
  /** What gets no answer, by range. */
  readonly nodata: Float64Array
  /** By `CompiledRule.index`. */
  readonly rules: readonly RuleFlow[]
}

export interface RuleFlow {
  /** What arrives at the rule, by range. */
  readonly arriving: Float64Array
  /** The same by client; null where neither the rule nor any below it asks where clients stand. */
  readonly byClient: Float64Array | null
  /** What goes along each of the rule's live branches. */
  readonly branches: Float64Array
}

/**
 * Sends the amount of each client down the policy by its compiled decisions, as `demandFor` does for one. At the
 * rule `until` it is only counted as arriving, and goes no further.
 */
export function clientFlow(
  { start, rules }: CompiledPolicy,
  table: ClientTable,
  amounts: Float64Array,
  until: CompiledRule | null = null,
): ClientFlow {
  const { ranges } = table
  const endpoints = new Map<EndpointId, Float64Array>()
  const nodata = new Float64Array(ranges.length)
  const asking = new Set<CompiledRule>()
  for (const rule of rules) if (asksForPlaces(rule, asking)) asking.add(rule)
  const flows = rules.map(
    (rule): RuleFlow => ({
      arriving: new Float64Array(ranges.length),
      byClient: asking.has(rule) ? new Float64Array(table.count) : null,
      branches: new Float64Array(rule.branches.length),
    }),
  )

  function arrive(target: CompiledNode, range: number, amount: number): void {
    let arriving = target.kind === 'rule' ? flows[target.index]?.arriving : endpoints.get(target.endpoint.id)
    if (!arriving) {
      arriving = new Float64Array(ranges.length)
      if (target.kind === 'endpoint') endpoints.set(target.endpoint.id, arriving)
    }
    arriving[range] = (arriving[range] ?? 0) + amount
  }

  /** Of each client of a range, a part of its amount. */
  function arriveEach(
    target: CompiledNode,
    { start: from, end }: ClientRange,
    of: Float64Array,
    part: number,
  ) {
    const byClient = target.kind === 'rule' ? flows[target.index]?.byClient : null
    if (!byClient) return
    for (let client = from; client < end; client++) {
      byClient[client] = (byClient[client] ?? 0) + (of[client] ?? 0) * part
    }
  }

  function divide(rule: CompiledRule, flow: RuleFlow, range: number, clients: ClientRange): void {
    const amount = flow.arriving[range] ?? 0
    const parts = demandParts(rule.targets, chooseAt(rule, clients.client))
    if (parts.length === 0) nodata[range] = (nodata[range] ?? 0) + amount
    for (const { branch, part } of parts) {
      const target = rule.targets[branch]
      if (!target) continue
      flow.branches[branch] = (flow.branches[branch] ?? 0) + amount * part
      arrive(target, range, amount * part)
      if (flow.byClient) arriveEach(target, clients, flow.byClient, part)
    }
  }

  function sendToNearest(
    { targets }: CompiledRule,
    { byClient, branches }: RuleFlow,
    winners: Winners,
    range: number,
    clients: ClientRange,
  ): void {
    const sums = new Float64Array(targets.length)
    const below = targets.map((target) => (target.kind === 'rule' ? flows[target.index]?.byClient : null))
    const nearest = winners(clients.start, clients.end)
    for (let client = clients.start; client < clients.end; client++) {
      const amount = byClient?.[client] ?? 0
      if (amount === 0) continue
      const winner = nearest[client] ?? -1
      sums[winner] = (sums[winner] ?? 0) + amount
      const next = below[winner]
      if (next) next[client] = (next[client] ?? 0) + amount
    }
    targets.forEach((target, branch) => {
      const sum = sums[branch] ?? 0
      if (sum === 0) return
      branches[branch] = (branches[branch] ?? 0) + sum
      arrive(target, range, sum)
    })
  }

  if (!start) ranges.forEach((clients, range) => (nodata[range] = sumOf(amounts, clients)))
  else {
    ranges.forEach((clients, range) => {
      arrive(start, range, sumOf(amounts, clients))
      arriveEach(start, clients, amounts, 1)
    })
  }
  for (const rule of rules.toReversed()) {
    const flow = flows[rule.index]
    if (!flow || rule === until) continue
    const winnersFor = winnersOf(rule, table)
    ranges.forEach((clients, range) => {
      if (flow.arriving[range] === 0) return
      const winners = winnersFor(clients.client)
      if (winners) sendToNearest(rule, flow, winners, range, clients)
      else divide(rule, flow, range, clients)
    })
  }
  return { endpoints, nodata, rules: flows }
}

function asksForPlaces({ decision, targets }: CompiledRule, asking: ReadonlySet<CompiledNode>): boolean {
  return decision.costLines !== null || targets.some((target) => asking.has(target))
}

function sumOf(amounts: Float64Array, { start, end }: ClientRange): number {
  let sum = 0
  for (let client = start; client < end; client++) sum += amounts[client] ?? 0
  return sum
}
