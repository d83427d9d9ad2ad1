import type { Territory } from '../geo/territory'
import type { IpPrefix } from '../model/dns/ip-prefix'
import { toClient } from '../rules/client'
import type { Plan, Planner } from './coverage-plan'

/** The plans of the units of an atlas, made as they are met. */
export interface UnitPlans {
  readonly plans: readonly Plan[]
  /** The number of a unit's plan; -1 is the open sea. */
  readonly indexOf: (unit: number) => number
  /** What `indexOf` has found so far, by unit + 1. */
  readonly found: Int32Array
}

const UNKNOWN = -1

export function createUnitPlans(
  planner: Planner,
  units: readonly Territory[],
  address: IpPrefix | null,
): UnitPlans {
  const plans: Plan[] = []
  const found = new Int32Array(units.length + 1).fill(UNKNOWN)

  function indexOf(unit: number): number {
    const known = found[unit + 1] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const { country = null, subdivision = null } = units[unit] ?? {}
    const plan = planner.planFor(toClient({ coordinates: null, country, subdivision }, address))
    const same = plans.indexOf(plan)
    const index = same >= 0 ? same : plans.push(plan) - 1
    found[unit + 1] = index
    return index
  }

  return { plans, indexOf, found }
}
