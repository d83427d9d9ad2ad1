import type { Client } from '../rules/client'
import type { CostLine } from '../rules/decision'
import type { ClientTable } from './client-table'
import type { CompiledRule } from './compile'

/**
 * The branches that the clients from `start` up to `end` are nearest to, at their numbers in the table. Holds until
 * it is asked again.
 */
export type Winners = (start: number, end: number) => Int32Array

/**
 * The candidates of the lowest cost for clients of a table; the first of equals. What the decision takes that the
 * lines are of (`Decision.costLines`), from distances that are kept instead of computed.
 */
export function nearestIn(
  table: ClientTable,
  lines: readonly CostLine[],
  candidates: readonly number[],
): Winners {
  const columns = candidates.map((branch) => {
    const { site = null, base = 0, perKm = 0 } = lines[branch] ?? {}
    const asks = site !== null && perKm !== 0
    return { branch, base, perKm, distances: asks ? table.distancesFrom(site) : null }
  })
  const winners = new Int32Array(table.count)
  const lowest = new Float64Array(table.count)

  // Candidate by candidate, since a loop along one row of numbers is several times as fast as one across many.
  return (start, end) => {
    lowest.fill(Number.POSITIVE_INFINITY, start, end)
    for (const { branch, base, perKm, distances } of columns) {
      for (let client = start; client < end; client++) {
        const cost = distances ? base + perKm * (distances[client] ?? 0) : base
        if (cost >= (lowest[client] ?? 0)) continue
        lowest[client] = cost
        winners[client] = branch
      }
    }
    return winners
  }
}

/** How a rule sends clients of one territory: by nearness, or (null) by what does not depend on coordinates. */
export function winnersOf(rule: CompiledRule, table: ClientTable): (client: Client) => Winners | null {
  // Most territories are treated alike, so that the last answer is usually the next.
  let last: {
    readonly lines: readonly CostLine[]
    readonly candidates: readonly number[]
    readonly winners: Winners
  } | null = null
  return (client) => {
    const lines = rule.decision.costLines?.(client)
    if (!lines || lines.length === 0) return null
    const candidates = candidatesFor(rule, client)
    if (last?.lines !== lines || !sameNumbers(last.candidates, candidates)) {
      last = { lines, candidates, winners: nearestIn(table, lines, candidates) }
    }
    return last.winners
  }
}

/** The branches that a rule by preference takes one of: the healthy ones, or all when none is. */
export function candidatesFor({ health, branches }: CompiledRule, client: Client): readonly number[] {
  const all = branches.map((_, branch) => branch)
  const healthy = all.filter((branch) => health.healthy(branch, client))
  return healthy.length > 0 ? healthy : all
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
