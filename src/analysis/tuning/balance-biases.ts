import { biasFactor, biasOfFactor, type NegativeBias } from '../../geo/distance'
import { type BiasSearch, MET, type Tried, tried } from './bias-search'
import type { ShareTarget } from './share-targets'

const MOST_ROUNDS = 150
/** So many rounds without anything better, and there is nothing to come. */
const PATIENCE = 40
/** No round changes a factor by more than this, in logarithms, however far a share is off. */
const LARGEST_STEP = 1.5
/** The share that an endpoint with less is taken to have, so that its ratio to a target is a number. */
const LEAST_SHARE = 1e-6
/** How strongly a location answers to what its endpoints have too much: at first, and within these ends. */
const FIRST_STRENGTH = 0.4
const MOST_STRENGTH = 0.8
const LEAST_STRENGTH = 0.004

/**
 * Biases, fractions allowed, whose shares come close to the targets: the factor of each location is multiplied again
 * and again by how much too large or too small the shares of its endpoints are, each more cautiously once it has gone
 * too far. Going along one location at a time instead gets stuck, since each change is undone by the next.
 */
export function balance(search: BiasSearch, from: Tried, negativeBias: NegativeBias): Tried {
  let best = from
  let current = from
  let before = excesses(search, from)
  let strengths = before.map(() => FIRST_STRENGTH)
  let waited = 0
  for (let round = 0; round < MOST_ROUNDS && waited < PATIENCE; round++) {
    if (best.miss.most <= MET / 4 || search.shouldStop()) break
    const factors = current.biases.map(
      (bias, location) =>
        biasFactor(bias, negativeBias) * Math.exp((strengths[location] ?? 0) * (before[location] ?? 0)),
    )
    current = tried(search, rescaled(search, current.biases, factors, negativeBias))
    const after = excesses(search, current)
    strengths = strengths.map((strength, location) => {
      const turned = (after[location] ?? 0) * (before[location] ?? 0) < 0
      return turned ? Math.max(LEAST_STRENGTH, strength * 0.5) : Math.min(MOST_STRENGTH, strength * 1.15)
    })
    before = after
    waited = current.miss.cost < best.miss.cost ? 0 : waited + 1
    if (current.miss.cost < best.miss.cost) best = current
  }
  return best
}

/** How much too much the endpoints of each location have, in logarithms; 0 for one that stays. */
function excesses(
  { targets, loads, movable }: BiasSearch,
  { biases, shares, flows }: Tried,
): readonly number[] {
  const ofEndpoints = targets.map((target, position) => excessOf(shares[position] ?? 0, target))
  const moves = new Set(movable)
  return biases.map((_, location) => {
    if (!moves.has(location)) return 0
    const now = weighted(ofEndpoints, flows[location] ?? NOTHING)
    return now ?? weighted(ofEndpoints, loads.mostBrought[location] ?? NOTHING) ?? 0
  })
}

const NOTHING = new Float64Array(0)

/** How much too large a share is, as a logarithm within ±LARGEST_STEP. */
function excessOf(share: number, { least, most }: ShareTarget): number {
  const wanted = Math.min(most, Math.max(least, share))
  const ratio = Math.max(share, LEAST_SHARE) / Math.max(wanted, LEAST_SHARE)
  return Math.min(LARGEST_STEP, Math.max(-LARGEST_STEP, Math.log(ratio)))
}

/** The mean of values by weights; null where there is nothing to weigh. */
function weighted(values: readonly number[], weights: Float64Array): number | null {
  let sum = 0
  let all = 0
  values.forEach((value, position) => {
    sum += value * (weights[position] ?? 0)
    all += weights[position] ?? 0
  })
  return all > 0 ? sum / all : null
}

/**
 * The biases with those that may move replaced by those of new factors, within their limits. Where only ratios matter,
 * all factors are scaled rather than one cut off that no bias gives.
 */
export function rescaled(
  { isScaleFree, movable, limits }: BiasSearch,
  biases: readonly number[],
  factors: readonly number[],
  negativeBias: NegativeBias,
): readonly number[] {
  const moving = movable.map((location) => factors[location] ?? 1)
  const largest = biasFactor(-99, negativeBias)
  const smallest = biasFactor(99, negativeBias)
  const tooLarge = Math.min(1, largest / Math.max(...moving))
  const scale = isScaleFree ? Math.max(tooLarge, smallest / Math.min(...moving)) : 1
  const moved = [...biases]
  for (const location of movable) {
    const { least = -99, most = 99 } = limits[location] ?? {}
    const bias = biasOfFactor((factors[location] ?? 1) * scale, negativeBias)
    moved[location] = Math.min(most, Math.max(least, bias))
  }
  return moved
}
