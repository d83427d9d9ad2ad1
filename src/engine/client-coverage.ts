import type { CostLine } from '../rules/decision'
import { nearestIn } from './client-nearest'
import type { ClientRange, ClientTable } from './client-table'
import type { CompiledPolicy } from './compile'
import type { CoverageField } from './coverage-field'
import { createMixTable } from './coverage-mixes'
import { createPlanner, type Distribute } from './coverage-plan'
import type { PointCoverage } from './coverage-points'
import { mixAt } from './coverage-walk'

/** What each client of a table gets, as `coverPoints` finds it, from the distances that the table keeps. */
export function coverClients(
  compiled: CompiledPolicy,
  table: ClientTable,
  distribute: Distribute,
): PointCoverage {
  const mixes = createMixTable()
  const points = new Uint16Array(table.count)
  let range: ClientRange | null = null
  let asked = 0

  function createField(lines: readonly CostLine[], candidates: readonly number[]): CoverageField {
    const winnersOf = nearestIn(table, lines, candidates)
    let found: ClientRange | null = null
    let winners: Int32Array = new Int32Array(0)
    return {
      narrow: () => candidates.length,
      survivor: (_, position) => candidates[position] ?? 0,
      winner() {
        if (range && found !== range) winners = winnersOf(range.start, range.end)
        found = range
        return winners[asked] ?? 0
      },
    }
  }

  const planner = createPlanner(compiled, mixes, createField, distribute)
  for (const clients of table.ranges) {
    range = clients
    const plan = planner.planFor(clients.client)
    for (asked = clients.start; asked < clients.end; asked++) {
      const { x, y, z } = table.vectorOf(asked)
      points[asked] = mixAt(plan, 0, x, y, z)
    }
  }
  return { mixes: mixes.distributions, points }
}
