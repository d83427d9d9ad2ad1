import { compilePolicy } from '../../engine/compile'
import type { BranchId, Target } from '../../model/address'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import type { PreparedDemand } from '../demand/prepared-demand'
import { type DemandShares, demandShares } from '../shares'
import { sharesOf } from './bias-loads'
import { withBiases } from './bias-locations'
import type { BiasSearch } from './bias-search'
import { missOf, type ShareTarget } from './share-targets'
import { type BiasRequest, solveBiases, UNWATCHED, type Watch } from './solve-biases'

/** What tuning a rule gives, to be looked at before it is accepted. */
export interface Tuning {
  readonly policy: Policy
  /** Every location of the rule, in the order of the document. */
  readonly locations: readonly TunedLocation[]
  readonly before: DemandShares
  readonly after: DemandShares
  /** In the order of the request. */
  readonly targets: readonly TargetOutcome[]
  /** The largest miss of a target, in parts of 1. */
  readonly maxError: number
  /** Whether it was stopped, so that there may be better. */
  readonly stopped: boolean
}

export interface TunedLocation {
  /** Position in the document. */
  readonly index: number
  readonly branch: BranchId
  readonly target: Target | null
  readonly before: number
  readonly bias: number
}

export interface TargetOutcome extends ShareTarget {
  readonly before: number
  readonly share: number
  /** How far the share is off, in parts of 1: above zero where it is too large. */
  readonly error: number
  /** Null where the target is met within half a point. */
  readonly reason: Shortfall | null
  /** About the least and the most that the rule's biases can give the endpoint, with no heed of other targets. */
  readonly attainable: { readonly least: number; readonly most: number }
}

/**
 * Why a target is missed: the rule does not lead to the endpoint; no biases within their limits give it as little or
 * as much; other targets or pins want the same demand; or only fractions of a bias would do, since a step of one moves
 * whole cities.
 */
export type Shortfall = 'not-below-rule' | 'out-of-reach' | 'other-targets' | 'whole-biases'

/** A target that is missed by more, in parts of 1, is not met. */
const TOLERANCE = 0.005

/** Tunes the biases of a rule; null for no geoproximity rule that clients reach. */
export function tune(
  policy: Policy,
  world: World,
  prepared: PreparedDemand,
  request: BiasRequest,
  watch: Watch = UNWATCHED,
): Tuning | null {
  const compiled = compilePolicy(policy, world)
  const solved = solveBiases(compiled, prepared, request, watch)
  if (!solved) return null
  const { search, biases, fractionalMiss } = solved
  const tuned = withBiases(policy, request.rule, biases)
  const before = demandShares(compiled, prepared)
  const after = demandShares(compilePolicy(tuned, world), prepared)
  const targets = request.targets.map((target, position): TargetOutcome => {
    const share = after.shares.get(target.endpoint) ?? 0
    const error = missOf(share, target)
    const attainable = attainableOf(search, position)
    return {
      ...target,
      before: before.shares.get(target.endpoint) ?? 0,
      share,
      error,
      attainable,
      reason: Math.abs(error) <= TOLERANCE ? null : shortfallOf(target, attainable, fractionalMiss),
    }
  })
  return {
    policy: tuned,
    locations: search.field.biasRule.locations.map(({ index, branch, target, bias }) => ({
      index,
      branch,
      target,
      before: bias,
      bias: biases[index] ?? bias,
    })),
    before,
    after,
    targets,
    maxError: Math.max(0, ...targets.map(({ error }) => Math.abs(error))),
    stopped: watch.shouldStop(),
  }
}

function shortfallOf(
  target: ShareTarget,
  attainable: TargetOutcome['attainable'],
  fractionalMiss: number,
): Shortfall {
  if (attainable.least === attainable.most) return 'not-below-rule'
  if (target.least > attainable.most || target.most < attainable.least) return 'out-of-reach'
  return fractionalMiss <= TOLERANCE ? 'whole-biases' : 'other-targets'
}

function attainableOf(search: BiasSearch, position: number): TargetOutcome['attainable'] {
  const { field, loads, limits, movable } = search
  const leadsThere = (location: number) => (loads.mostBrought[location]?.[position] ?? 0) > 0

  /** The share with all biases at one end, those of the endpoint's own locations at the other. */
  function shareAt(own: 'least' | 'most', others: 'least' | 'most'): number {
    const biases = field.biases.map(
      (bias, location) => limits[location]?.[leadsThere(location) ? own : others] ?? bias,
    )
    return sharesOf(loads, loads.flowsWith(field.winners(biases)))[position] ?? 0
  }

  if (!movable.some(leadsThere)) {
    const share = sharesOf(loads, loads.flowsWith(field.winners(field.biases)))[position] ?? 0
    return { least: share, most: share }
  }
  return { least: shareAt('least', 'most'), most: shareAt('most', 'least') }
}
