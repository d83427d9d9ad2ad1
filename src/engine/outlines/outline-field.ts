import type { Atlas } from '../../geo/atlas'
import type { Coordinates } from '../../geo/coordinates'
import { type Cap, capAround, type DegreeBox } from '../../geo/degree-box'
import { toUnitVector } from '../../geo/distance'
import { createSurroundings, type Surroundings } from '../../geo/surroundings'
import type { CompiledPolicy } from '../compile'
import { createField } from '../coverage-field'
import { createMixTable } from '../coverage-mixes'
import { createPlanner, type Plan } from '../coverage-plan'
import { createUnitPlans } from '../coverage-units'
import { mixAt, mixWithin, UNDECIDED } from '../coverage-walk'
import { type Distribution, distributionFor } from '../distribution'

/** What is known of a box on the way down to smaller ones. */
export interface OutlineBox {
  readonly level: number
  /** The mix all over the box; UNDECIDED where it may differ. */
  readonly mix: number
  /** The plan of all its places, else null. */
  readonly plan: Plan | null
  readonly surroundings: Surroundings
}

/** Which mix each place gets, found by narrowing from box to box; `mixes` grows as they are met. */
export interface OutlineField {
  readonly mixes: readonly Distribution[]
  readonly whole: OutlineBox
  /** Goes down from a box into a smaller one inside it. Holds until its way is left. */
  readonly narrow: (outer: OutlineBox, box: DegreeBox) => OutlineBox
  /** The mix of a place in the box that was narrowed to last; the whole sphere can always be asked. */
  readonly mixIn: (box: OutlineBox, place: Coordinates) => number
  /** Whether clients on the two sides of a border piece are treated differently, wherever they stand. */
  readonly tellsApart: (unitA: number, unitB: number) => boolean
}

/** `levels` is how often one can narrow one after the other. */
export function createOutlineField(compiled: CompiledPolicy, atlas: Atlas, levels: number): OutlineField {
  const mixes = createMixTable()
  const path = { visits: new Int32Array(levels + 1) }
  const planner = createPlanner(
    compiled,
    mixes,
    (lines, candidates) => createField(lines, candidates, path),
    distributionFor,
  )
  const { plans, indexOf } = createUnitPlans(planner, atlas.units, compiled.address)
  const finder = createSurroundings(atlas)
  let visit = 0

  function planOf(unit: number): Plan {
    const plan = plans[indexOf(unit)]
    if (!plan) throw new RangeError(`there is no plan for unit ${unit}`)
    return plan
  }

  function boxWith(level: number, cap: Cap, surroundings: Surroundings, here: readonly Plan[]): OutlineBox {
    const [only = null] = here
    const found = new Set(here.map((plan) => mixWithin(plan, level, cap)))
    const [mix = UNDECIDED] = found
    return {
      level,
      mix: found.size === 1 ? mix : UNDECIDED,
      plan: here.length === 1 ? only : null,
      surroundings,
    }
  }

  const units = finder.everything.units.map(planOf)
  return {
    mixes: mixes.distributions,
    whole: {
      level: 0,
      mix: UNDECIDED,
      plan: new Set(units).size === 1 ? (units[0] ?? null) : null,
      surroundings: finder.everything,
    },
    narrow(outer, box) {
      const level = outer.level + 1
      path.visits[level] = ++visit
      const cap = capAround(box)
      // Where all are treated alike, no shape matters any more.
      if (outer.plan) return boxWith(level, cap, outer.surroundings, [outer.plan])
      const surroundings = finder.narrow(outer.surroundings, box, cap)
      return boxWith(level, cap, surroundings, [...new Set(surroundings.units.map(planOf))])
    },
    mixIn({ level, plan, surroundings }, place) {
      const vector = toUnitVector(place)
      const chosen =
        plan ?? planOf(level === 0 ? atlas.unitAt(place) : finder.unitIn(surroundings, place, vector))
      return mixAt(chosen, level, vector.x, vector.y, vector.z)
    },
    tellsApart: (unitA, unitB) => unitB < 0 || planOf(unitA) !== planOf(unitB),
  }
}
