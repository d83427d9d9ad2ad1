import { runSteps } from '../model/run-steps'
import type { CostLine } from '../rules/decision'
import { nearestIn } from './client-nearest'
import type { ClientRange, ClientTable } from './client-table'
import type { CompiledPolicy } from './compile'
import type { PointField } from './coverage-field'
import { createMixTable } from './coverage-mixes'
import { createPlanner, type Distribute } from './coverage-plan'
import { mixAt } from './coverage-walk'
import type { Distribution } from './distribution'

/** What each client of a table gets: the index of its distribution. */
export interface ClientCoverage {
  readonly mixes: readonly Distribution[]
  readonly points: Uint16Array
}

/** Asks `distribute` once for all clients that are treated alike, from the distances that the table keeps. */
export function coverClients(
  compiled: CompiledPolicy,
  table: ClientTable,
  distribute: Distribute,
): ClientCoverage {
  return runSteps(coverClientsInSteps(compiled, table, distribute))
}

/** The same in steps, one for each range of the table. */
export function* coverClientsInSteps(
  compiled: CompiledPolicy,
  table: ClientTable,
  distribute: Distribute,
): Generator<undefined, ClientCoverage> {
  const mixes = createMixTable()
  const points = new Uint16Array(table.count)
  let range: ClientRange | null = null
  let asked = 0

  function createField(lines: readonly CostLine[], candidates: readonly number[]): PointField {
    const winnersOf = nearestIn(table, lines, candidates)
    let found: ClientRange | null = null
    let winners: Int32Array = new Int32Array(0)
    return {
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
    const plan = planner.planFor({ ...clients.client, address: compiled.address })
    for (asked = clients.start; asked < clients.end; asked++) {
      const { x, y, z } = table.vectorOf(asked)
      points[asked] = mixAt(plan, 0, x, y, z)
    }
    yield
  }
  return { mixes: mixes.distributions, points }
}
