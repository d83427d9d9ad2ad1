import { nearestIn } from './client-nearest'
import type { ClientTable } from './client-table'
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
  let asked = 0

  const planner = createPlanner(
    compiled,
    mixes,
    (lines, candidates): CoverageField => {
      const winnerOf = nearestIn(table, lines, candidates)
      return {
        narrow: () => candidates.length,
        survivor: (_, position) => candidates[position] ?? 0,
        winner: () => winnerOf(asked),
      }
    },
    distribute,
  )
  for (const { client, start, end } of table.ranges) {
    const plan = planner.planFor(client)
    for (asked = start; asked < end; asked++) {
      const { x, y, z } = table.vectorOf(asked)
      points[asked] = mixAt(plan, 0, x, y, z)
    }
  }
  return { mixes: mixes.distributions, points }
}
