import type { BranchId } from '../../model/address'
import type { PreparedDemand } from '../demand/prepared-demand'
import type { MovedPlace } from '../movers'
import type { BiasField } from './bias-field'
import type { BiasLocation } from './bias-locations'
import { NEVER, type Ranking } from './bias-ranking'

/** The share of one location over all biases that it could have, with all else as it is. */
export interface BiasCurve {
  readonly location: BiasLocation
  /** The part of the world's demand that goes to the location at a bias of −99, −98, … 99; never falls. */
  readonly shares: readonly number[]
  /** The steps of the bias that move more than was asked for, the largest first. */
  readonly cliffs: readonly Cliff[]
}

/** A step of a bias that moves much demand at once. */
export interface Cliff {
  /** The bias after the step, from one below. */
  readonly bias: number
  /** The part of the world's demand that moves. */
  readonly share: number
  /** What each other location loses, the largest part first. */
  readonly moves: readonly CliffMove[]
}

/** What moves from one location at a step of another one's bias. */
export interface CliffMove {
  readonly from: BiasLocation
  /** The part of the world's demand that moves. */
  readonly share: number
  /** The places that move, the largest first. */
  readonly places: readonly MovedPlace[]
}

const LEAST_BIAS = -99
const BIAS_COUNT = 199

/** The curve of a location of the rule; cliffs move more than `leastJump` (0…1). Null for one that leads nowhere. */
export function biasCurve(
  field: BiasField,
  prepared: PreparedDemand,
  branch: BranchId,
  leastJump: number,
  ranking: Ranking = field.rank(field.biases),
): BiasCurve | null {
  const location = field.biasRule.locations.find((each) => each.branch === branch)
  if (!location || location.live === null) return null
  const { live } = location
  const thresholds = ranking.thresholds(live)
  const rivalOf = (client: number) =>
    ranking.best[client] === live ? ranking.second[client] : ranking.best[client]
  const jumps = new Float64Array(BIAS_COUNT)
  thresholds.forEach((bias, client) => {
    if (bias === NEVER) return
    const at = bias - LEAST_BIAS
    jumps[at] = (jumps[at] ?? 0) + (field.reach[client] ?? 0)
  })
  // A location without a known place wins nobody but where none has one; its bias does not matter then.
  if (!field.adjustable[live]) jumps[0] = shareOf(field, ranking, live)
  let share = 0
  const shares = Array.from(jumps, (jump) => (share += jump))
  const cliffs = Array.from(jumps, (jump, at) => ({ bias: at + LEAST_BIAS, share: jump }))
    // The lowest bias is no step from another.
    .filter((cliff) => cliff.bias > LEAST_BIAS && cliff.share > leastJump)
    .map((cliff) => ({ ...cliff, moves: movesAt(cliff.bias, thresholds, field, prepared, rivalOf) }))
    .sort((a, b) => b.share - a.share)
  return { location, shares, cliffs }
}

/** The curves of all locations that lead somewhere, in the order of the document. */
export function biasCurves(
  field: BiasField,
  prepared: PreparedDemand,
  leastJump: number,
): readonly BiasCurve[] {
  const ranking = field.rank(field.biases)
  return field.biasRule.locations.flatMap(
    ({ branch }) => biasCurve(field, prepared, branch, leastJump, ranking) ?? [],
  )
}

function movesAt(
  bias: number,
  thresholds: Int16Array,
  { reach, biasRule }: BiasField,
  { points }: PreparedDemand,
  rivalOf: (client: number) => number | undefined,
): readonly CliffMove[] {
  const places = biasRule.locations.map((): MovedPlace[] => [])
  const indexOf = new Map(biasRule.locations.map(({ live }, index) => [live, index]))
  points.forEach((point, client) => {
    if (thresholds[client] !== bias) return
    places[indexOf.get(rivalOf(client) ?? null) ?? -1]?.push({ point, share: reach[client] ?? 0 })
  })
  return biasRule.locations
    .map((from, index) => {
      const moved = (places[index] ?? []).sort((a, b) => b.share - a.share)
      return { from, share: moved.reduce((sum, { share }) => sum + share, 0), places: moved }
    })
    .filter((move) => move.places.length > 0)
    .sort((a, b) => b.share - a.share)
}

function shareOf({ reach }: BiasField, { best }: Ranking, location: number): number {
  let share = 0
  best.forEach((winner, client) => {
    if (winner === location) share += reach[client] ?? 0
  })
  return share
}
