import { type Random, seededRandom } from '../engine/random'
import { biasFactor, type NegativeBias } from '../geo/distance'
import { rescaled } from './balance-biases'
import { type BiasSearch, type Found, polish, polishPairs, type Tried, tried } from './bias-search'
import { wholeBiases } from './whole-biases'

/** How many of the whole biases that should be best are tried, and how many of those improved. */
const TRIED = 16
const IMPROVED = 4
/** For a smaller miss, in parts of 1, there is no further search; for a larger than this there is little hope. */
const GOOD = 0.004
const HOPELESS = 0.015
/** How often the best are shaken: by so much together and alone, as logarithms of the factors. */
const SHAKES = 6
const SHAKEN_TOGETHER = 0.3
const SHAKEN_ALONE = 0.03
const SEED = 1

/**
 * Whole biases in place of balanced ones, as close to the targets as was found. Those of zero and above come first
 * where they are good, since AWS's two formulas agree about them (route53.md 4.5).
 */
export function roundBiases(search: BiasSearch, balanced: Tried, negativeBias: NegativeBias): Found {
  const found = wholeBiases(search, balanced, negativeBias)
    .slice(0, 2 * TRIED)
    .filter((biases, index) => index < TRIED || isPositive(biases))
    .map((biases): Found => tried(search, biases))
    .sort(byCost)
  const positive = bestOf(
    withoutNegatives(search),
    found.filter(({ biases }) => isPositive(biases)),
  )
  if (positive && positive.miss.most <= GOOD) return positive
  const any = bestOf(search, found)
  const best = any && positive && positive.miss.cost < any.miss.cost ? positive : any
  if (!best) throw new Error('no whole biases were found near the balanced ones')
  if (best.miss.most <= GOOD) return best
  const polished = polishPairs(search, best)
  return polished.miss.most > HOPELESS ? polished : shaken(search, polished, negativeBias)
}

function bestOf(search: BiasSearch, found: readonly Found[]): Found | undefined {
  const improved = found.slice(0, IMPROVED).map((each) => polish(search, each))
  return improved.sort(byCost)[0]
}

function byCost(a: Found, b: Found): number {
  return a.miss.cost - b.miss.cost
}

function isPositive(biases: readonly number[]): boolean {
  return biases.every((bias) => bias >= 0)
}

function withoutNegatives(search: BiasSearch): BiasSearch {
  return { ...search, limits: search.limits.map(({ least, most }) => ({ least: Math.max(0, least), most })) }
}

/** Changes the biases a little and improves them again, some times; keeps what is better. */
function shaken(search: BiasSearch, from: Found, negativeBias: NegativeBias): Found {
  const random = seededRandom(SEED)
  let best = from
  for (let shake = 0; shake < SHAKES && best.miss.most > GOOD && !search.shouldStop(); shake++) {
    const found = polish(search, tried(search, shakenBiases(search, best.biases, negativeBias, random)))
    if (found.miss.cost < best.miss.cost) best = found
  }
  return best
}

function shakenBiases(
  search: BiasSearch,
  biases: readonly number[],
  negativeBias: NegativeBias,
  random: Random,
): readonly number[] {
  const together = search.isScaleFree ? (2 * random() - 1) * SHAKEN_TOGETHER : 0
  const factors = biases.map((bias) => {
    const alone = (2 * random() - 1) * SHAKEN_ALONE
    return biasFactor(bias, negativeBias) * Math.exp(together + alone)
  })
  const moved = rescaled(search, biases, factors, negativeBias)
  return moved.map((bias, location) => (search.movable.includes(location) ? Math.round(bias) : bias))
}
