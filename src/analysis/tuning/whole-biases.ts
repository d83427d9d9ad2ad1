import { biasFactor, biasOfFactor, type NegativeBias } from '../../geo/distance'
import type { BiasLimits, BiasSearch, Tried } from './bias-search'
import { type BiasSlopes, biasSlopes } from './bias-slopes'
import { missesOf } from './share-targets'

/** How many common multiples of the factors are rounded. */
const SCALES = 120
/** Steps of a bias are finest around a factor of 1: beyond this mean, and so far below it, they are too coarse. */
const LARGEST_MEAN = 2.5
const WIDEST = 8
/** Factors that stand in a ratio to others have no other multiples, but are rounded from a little aside as well. */
const ASIDE = 0.03

/**
 * Whole biases near balanced ones, those first that should meet the targets best. What locations get
 * depends on the ratios of their factors alone, and whole biases come closer to some common multiples of them than to
 * others; how close is told by straight lines, since to find out takes a thousand times as long.
 */
export function wholeBiases(
  search: BiasSearch,
  balanced: Tried,
  negativeBias: NegativeBias,
): readonly (readonly number[])[] {
  const { isScaleFree, movable } = search
  const factors = balanced.biases.map((bias) => biasFactor(bias, negativeBias))
  const moving = movable.map((location) => factors[location] ?? 1)
  const mean = Math.exp(moving.reduce((sum, factor) => sum + Math.log(factor), 0) / moving.length)
  const largest = isScaleFree
    ? Math.min(biasFactor(-99, negativeBias) / Math.max(...moving), LARGEST_MEAN / mean)
    : 1 + ASIDE
  const end = isScaleFree ? biasFactor(99, negativeBias) / Math.min(...moving) : 1 - ASIDE
  const smallest = Math.max(largest / WIDEST, end)

  const lines = biasSlopes(search, balanced)
  const limits = search.limits.map((own, location) => {
    const bias = balanced.biases[location] ?? 0
    return movable.includes(location) ? own : { least: bias, most: bias }
  })
  const logs = Float64Array.from({ length: 199 }, (_, index) =>
    Math.log(biasFactor(index - 99, negativeBias)),
  )
  const found = new Map<string, Rounded>()
  for (let step = 0; step < SCALES; step++) {
    // Balanced factors may need all of the biases, so that only they themselves are within reach.
    const scale = smallest < largest ? smallest * (largest / smallest) ** (step / (SCALES - 1)) : 1
    const rounded = roundAlong(search, lines, {
      start: factors.map((factor) => biasOfFactor(factor * scale, negativeBias)),
      wanted: factors.map((factor) => Math.log(isScaleFree ? factor * scale : factor)),
      limits,
      logs,
    })
    found.set(rounded.biases.join(), rounded)
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost).map(({ biases }) => biases)
}

interface Rounding {
  /** The biases to begin at, fractions. */
  readonly start: readonly number[]
  /** Logarithms of the factors that give the shares at which the lines begin. */
  readonly wanted: readonly number[]
  readonly limits: readonly BiasLimits[]
  /** Logarithms of the factors of −99…99. */
  readonly logs: Float64Array
}

interface Rounded {
  readonly biases: readonly number[]
  readonly cost: number
}

const LEAST_GAIN = 1e-5
const MOST_STEPS = 40

/** Whole biases of which the lines know no better neighbour, with one bias two steps or two biases a step away. */
function roundAlong(
  { targets, movable }: BiasSearch,
  { shares, slopes }: BiasSlopes,
  { start, wanted, limits, logs }: Rounding,
): Rounded {
  const predicted = shares.slice()
  const biases = start.map((bias, location) => {
    const { least, most } = limits[location] ?? { least: bias, most: bias }
    return Math.min(most, Math.max(least, Math.round(bias)))
  })

  function predict(location: number, by: number): void {
    const slope = slopes[location]
    if (!slope) return
    for (let position = 0; position < predicted.length; position++) {
      predicted[position] = (predicted[position] ?? 0) + by * (slope[position] ?? 0)
    }
  }

  function isAllowed(location: number, bias: number): boolean {
    const { least = bias, most = bias } = limits[location] ?? {}
    return bias >= least && bias <= most
  }

  function move(location: number, to: number): void {
    predict(location, (logs[to + 99] ?? 0) - (logs[(biases[location] ?? 0) + 99] ?? 0))
    biases[location] = to
  }

  function stepDown(cost: number): number | null {
    for (const location of movable) {
      const from = biases[location] ?? 0
      for (const to of [from - 1, from + 1, from - 2, from + 2]) {
        if (!isAllowed(location, to)) continue
        move(location, to)
        const alone = missesOf(predicted, targets).cost
        if (alone < cost - LEAST_GAIN) return alone
        for (const partner of Math.abs(to - from) === 1 ? movable : []) {
          if (partner <= location) continue
          const own = biases[partner] ?? 0
          for (const other of [own - 1, own + 1]) {
            if (!isAllowed(partner, other)) continue
            move(partner, other)
            const both = missesOf(predicted, targets).cost
            if (both < cost - LEAST_GAIN) return both
          }
          move(partner, own)
        }
        move(location, from)
      }
    }
    return null
  }

  for (const location of movable) {
    predict(location, (logs[(biases[location] ?? 0) + 99] ?? 0) - (wanted[location] ?? 0))
  }
  let cost = missesOf(predicted, targets).cost
  for (let step = 0; step < MOST_STEPS; step++) {
    const lower = stepDown(cost)
    if (lower === null) break
    cost = lower
  }
  return { biases, cost }
}
