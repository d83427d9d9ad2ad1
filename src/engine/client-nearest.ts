import type { Client } from '../rules/client'
import type { CostLine } from '../rules/decision'
import type { ClientTable } from './client-table'
import type { CompiledRule } from './compile'

/** The branch that a client is nearest to, by the client's number in its table. */
export type Winner = (client: number) => number

/**
 * The candidate of the lowest cost for a client of a table, by its number; the first of equals. What the decision
 * takes that the lines are of (`Decision.costLines`), from distances that are kept instead of computed.
 */
export function nearestIn(
  table: ClientTable,
  lines: readonly CostLine[],
  candidates: readonly number[],
): Winner {
  const count = candidates.length
  const branches = Int32Array.from(candidates)
  const bases = Float64Array.from(candidates, (branch) => lines[branch]?.base ?? 0)
  const slopes = Float64Array.from(candidates, (branch) => slopeOf(lines[branch]))
  const distances = candidates.map((branch) => {
    const site = lines[branch]?.site
    return site && slopeOf(lines[branch]) !== 0 ? table.distancesFrom(site) : NOWHERE
  })

  return (client) => {
    let winner = -1
    let lowest = Number.POSITIVE_INFINITY
    for (let at = 0; at < count; at++) {
      const cost = (bases[at] ?? 0) + (slopes[at] ?? 0) * (distances[at]?.[client] ?? 0)
      if (cost >= lowest) continue
      lowest = cost
      winner = branches[at] ?? -1
    }
    return winner
  }
}

/** The distances of a line whose cost has nothing to do with them. */
const NOWHERE = new Float64Array(0)

function slopeOf(line: CostLine | undefined): number {
  return line?.site ? line.perKm : 0
}

/** How a rule sends clients of one territory: by nearness, or (null) by what does not depend on coordinates. */
export function winnersOf(rule: CompiledRule, table: ClientTable): (client: Client) => Winner | null {
  // Most territories are treated alike, so that the last answer is usually the next.
  let last: {
    readonly lines: readonly CostLine[]
    readonly candidates: readonly number[]
    readonly winnerOf: Winner
  } | null = null
  return (client) => {
    const lines = rule.decision.costLines?.(client)
    if (!lines || lines.length === 0) return null
    const candidates = candidatesFor(rule, client)
    if (last?.lines !== lines || !sameNumbers(last.candidates, candidates)) {
      last = { lines, candidates, winnerOf: nearestIn(table, lines, candidates) }
    }
    return last.winnerOf
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
