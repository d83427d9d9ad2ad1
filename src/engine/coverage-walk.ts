import type { CoverageDisc } from './coverage-disc'
import type { PointField } from './coverage-field'
import type { Plan } from './coverage-plan'

/** More than one mix is possible in a disc. */
export const UNDECIDED = -1

/** The mix that a plan gives all over the disc at a level; UNDECIDED while it may differ. */
export function mixWithin(plan: Plan, level: number, disc: CoverageDisc): number {
  if (plan.kind === 'mix') return plan.mix
  if (plan.kind === 'blend') {
    const mixes: number[] = []
    for (const part of plan.parts) {
      const mix = mixWithin(part, level, disc)
      if (mix === UNDECIDED) return UNDECIDED
      mixes.push(mix)
    }
    return plan.mixOf(mixes, disc.x, disc.y, disc.z)
  }
  const count = plan.field.narrow(level, disc)
  let common = UNDECIDED
  for (let position = 0; position < count; position++) {
    const next = plan.next[plan.field.survivor(level, position)]
    const mix = next ? mixWithin(next, level, disc) : UNDECIDED
    if (mix === UNDECIDED || (common !== UNDECIDED && mix !== common)) return UNDECIDED
    common = mix
  }
  return common
}

/** The mix at a unit vector in the disc that was last visited at the level. */
export function mixAt(plan: Plan<PointField>, level: number, x: number, y: number, z: number): number {
  switch (plan.kind) {
    case 'mix':
      return plan.mix
    case 'nearest': {
      const next = plan.next[plan.field.winner(level, x, y, z)]
      return next ? mixAt(next, level, x, y, z) : UNDECIDED
    }
    case 'blend': {
      const mixes: number[] = []
      for (const part of plan.parts) mixes.push(mixAt(part, level, x, y, z))
      return plan.mixOf(mixes, x, y, z)
    }
  }
}
