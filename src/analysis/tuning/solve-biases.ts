import type { CompiledPolicy } from '../../engine/compile'
import { seededRandom } from '../../engine/random'
import { biasFactor, biasOfFactor, type NegativeBias } from '../../geo/distance'
import type { BranchId, RuleId } from '../../model/address'
import type { PreparedDemand } from '../demand/prepared-demand'
import { annealFractions } from './anneal-biases'
import { balance } from './balance-biases'
import { type BiasField, createBiasField } from './bias-field'
import { createBiasLoads } from './bias-loads'
import { biasRuleOf } from './bias-locations'
import { type BiasLimits, type BiasSearch, type Found, MET, type Tried, tried } from './bias-search'
import { annealed, roundBiases } from './round-biases'
import type { ShareTarget } from './share-targets'

/** What to look for in the biases of one geoproximity rule, with all else of the policy and its world as it is. */
export interface BiasRequest {
  readonly rule: RuleId
  /** Of the whole world's demand, not only of the rule's. */
  readonly targets: readonly ShareTarget[]
  /** Limits of single locations; a pinned one has equal limits. Others may have any bias. */
  readonly limits: ReadonlyMap<BranchId, BiasLimits>
}

/** How a long search is watched. */
export interface Watch {
  readonly shouldStop: () => boolean
  /** Which of how many attempts begins, and the largest miss so far, in parts of 1. */
  readonly onProgress: (progress: Progress) => void
}

export interface Progress {
  readonly attempt: number
  readonly attempts: number
  readonly miss: number
}

export const UNWATCHED: Watch = { shouldStop: () => false, onProgress: () => {} }

export interface SolvedBiases {
  readonly search: BiasSearch
  /** Whole biases of all locations, in the order of the document. */
  readonly biases: readonly number[]
  /** The largest miss that fractions of biases would leave, in parts of 1. */
  readonly fractionalMiss: number
}

/** A larger miss, in parts of 1, is worth moving locations that have no target. */
const BAD = 0.005
/** A larger miss of fractions, in parts of 1, is worth a longer search, for balancing gets stuck. */
const UNBALANCED = 0.002
const SEED = 1
/** By how much their factors are multiplied then, all alike, as logarithms. */
const SCALES_AT_REST = [0.25, -0.25, 0.6, -0.6, 1.2, -1.2, -2.5]

/**
 * Whole biases that give endpoints their shares, or come as near as was found; null for no geoproximity rule that
 * clients reach. Never worse than the biases that are there, as far as those are within the limits.
 */
export function solveBiases(
  compiled: CompiledPolicy,
  prepared: PreparedDemand,
  request: BiasRequest,
  watch: Watch = UNWATCHED,
): SolvedBiases | null {
  const biasRule = biasRuleOf(compiled, request.rule)
  if (!biasRule) return null
  const field = createBiasField(compiled, prepared, biasRule)
  const search = searchFor(compiled, prepared, field, request, watch)
  const { found, fractionalMiss } = searched(search, compiled.world.negativeBias, watch)
  return {
    search,
    biases: biasRule.locations.map(({ live, bias }) => (live === null ? bias : (found.biases[live] ?? bias))),
    fractionalMiss,
  }
}

function searchFor(
  compiled: CompiledPolicy,
  prepared: PreparedDemand,
  field: BiasField,
  { targets, limits: given }: BiasRequest,
  { shouldStop }: Watch,
): BiasSearch {
  const endpoints = targets.map(({ endpoint }) => endpoint)
  const loads = createBiasLoads(compiled, prepared, field, endpoints)
  const limits = limitsOf(field, given)
  const all = field.biases.map((_, location) => location)
  const movable = all.filter(
    (location) => !isPinned(limits[location]) && loads.mostBrought[location]?.some((share) => share > 0),
  )
  const counting = all.filter((location) => field.adjustable[location])
  const isScaleFree = counting.every(
    (location) => movable.includes(location) && sameLimits(limits[location], ANY_BIAS),
  )
  return { field, loads, targets, limits, movable, isScaleFree, shouldStop }
}

function searched(
  search: BiasSearch,
  formula: NegativeBias,
  { onProgress }: Watch,
): { readonly found: Found; readonly fractionalMiss: number } {
  const { field, limits, movable, shouldStop } = search
  const present = tried(
    search,
    field.biases.map((bias, location) => within(limits[location], bias)),
  )
  let best: Found = present
  let fractionalMiss = present.miss.most
  let nearest: Tried = present
  if (movable.length === 0 || present.miss.most <= MET) return { found: best, fractionalMiss }
  const resting = field.biases.flatMap((_, location) =>
    isPinned(limits[location]) || movable.includes(location) ? [] : [location],
  )
  const scales = [0, ...(resting.length > 0 ? SCALES_AT_REST : [])]
  scales.forEach((scale, index) => {
    if (shouldStop() || (scale !== 0 && (best.miss.most <= BAD || !isStuck(search, best, scale)))) return
    onProgress({ attempt: index + 1, attempts: scales.length, miss: best.miss.most })
    const biases = present.biases.map((bias, location) => {
      if (isPinned(limits[location])) return bias
      const scaled = biasOfFactor(biasFactor(bias, formula) * Math.exp(scale), formula)
      return within(limits[location], resting.includes(location) ? Math.round(scaled) : scaled)
    })
    const even = balance(search, tried(search, biases), formula)
    const balanced =
      even.miss.most > UNBALANCED && !shouldStop()
        ? annealFractions(search, even, formula, seededRandom(SEED))
        : even
    fractionalMiss = Math.min(fractionalMiss, balanced.miss.most)
    if (balanced.miss.cost < nearest.miss.cost) nearest = balanced
    const found = roundBiases(search, balanced, formula)
    if (found.miss.cost < best.miss.cost) best = found
  })
  // A step of one bias may move too much: a little of those that may get anything makes up for it.
  if (best.miss.most > BAD && resting.length > 0 && !shouldStop()) {
    const freed = { ...search, movable: [...movable, ...resting] }
    const found = annealed(freed, [best], formula)
    if (found.miss.cost < best.miss.cost) best = found
    if (best.miss.most > BAD && nearest.miss.most <= BAD) {
      const farther = roundBiases(freed, nearest, formula)
      if (farther.miss.cost < best.miss.cost) best = farther
    }
  }
  // The cost is close to the largest miss but not the same, and what was there must not be made worse.
  return { found: best.miss.most <= present.miss.most ? best : present, fractionalMiss }
}

/** Whether a location is at the end of its biases, so that it gains if all others' factors grow (or fall). */
function isStuck({ movable, limits }: BiasSearch, { biases }: Found, scale: number): boolean {
  return movable.some((location) => {
    const { least = -99, most = 99 } = limits[location] ?? {}
    return biases[location] === (scale > 0 ? most : least)
  })
}

/** The limits of the live locations; one whose bias means nothing stays as it is. */
function limitsOf({ adjustable, biasRule }: BiasField, given: BiasRequest['limits']): readonly BiasLimits[] {
  return biasRule.locations.flatMap(({ branch, live, bias }) => {
    if (live === null) return []
    if (!adjustable[live]) return [{ least: bias, most: bias }]
    const { least, most } = given.get(branch) ?? ANY_BIAS
    return [{ least: Math.max(-99, Math.ceil(least)), most: Math.min(99, Math.floor(most)) }]
  })
}

const ANY_BIAS: BiasLimits = { least: -99, most: 99 }

function isPinned(limits: BiasLimits | undefined): boolean {
  return limits === undefined || limits.least === limits.most
}

function sameLimits(a: BiasLimits | undefined, b: BiasLimits): boolean {
  return a?.least === b.least && a.most === b.most
}

function within({ least, most }: BiasLimits = ANY_BIAS, bias: number): number {
  return Math.min(most, Math.max(least, bias))
}
