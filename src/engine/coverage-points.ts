import type { Territory } from '../geo/territory'
import type { CompiledPolicy } from './compile'
import { createField } from './coverage-field'
import { createMixTable } from './coverage-mixes'
import { createPlanner, type Distribute } from './coverage-plan'
import { createUnitPlans } from './coverage-units'
import { mixAt } from './coverage-walk'
import type { Distribution } from './distribution'

/** Places to ask about all at once. */
export interface CoveragePoints {
  /** Unit vectors, three numbers a place. */
  readonly vectors: Float64Array
  /** Unit of each place in the atlas, -1 for the open sea. */
  readonly units: Int16Array
}

/** What each of many places gets: the index of its distribution. */
export interface PointCoverage {
  readonly mixes: readonly Distribution[]
  readonly points: Uint16Array
}

/** Asks `distribute` once for all places that are treated alike; `units` are the atlas's. */
export function coverPoints(
  compiled: CompiledPolicy,
  units: readonly Territory[],
  { vectors, units: unitOfPoint }: CoveragePoints,
  distribute: Distribute,
): PointCoverage {
  const mixes = createMixTable()
  const sphere = { visits: new Int32Array(1) }
  const planner = createPlanner(
    compiled,
    mixes,
    (lines, candidates) => createField(lines, candidates, sphere),
    distribute,
  )
  const { plans, indexOf } = createUnitPlans(planner, units)
  const points = new Uint16Array(unitOfPoint.length)
  unitOfPoint.forEach((unit, point) => {
    const plan = plans[indexOf(unit)]
    const at = point * 3
    if (plan) points[point] = mixAt(plan, 0, vectors[at] ?? 0, vectors[at + 1] ?? 0, vectors[at + 2] ?? 0)
  })
  return { mixes: mixes.distributions, points }
}
