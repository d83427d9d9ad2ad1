import { seededRandom } from '../../engine/random'
import type { NegativeBias } from '../../geo/distance'
import { annealWhole } from './anneal-biases'
import { type BiasSearch, type Found, polish, type Tried, tried } from './bias-search'
import { wholeBiases } from './whole-biases'

/** How many of the whole biases that should be best are tried, and how many of those improved. */
const TRIED = 16
const IMPROVED = 4
/** For a smaller miss, in parts of 1, there is no further search. */
const GOOD = 0.004
/** Where fractions miss by more, whole biases will as well, and a long search is in vain. */
const HOPELESS = 0.012
/** How many are searched around farther, and how often the best of them again. */
const ANNEALED = 3
const AGAIN = 2
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
  const starts = balanced.miss.most > HOPELESS ? [best] : [best, ...found.slice(0, ANNEALED - 1)]
  return annealed(search, starts, negativeBias)
}

function bestOf(search: BiasSearch, found: readonly Found[]): Found | undefined {
  const improved = found.slice(0, IMPROVED).map((each) => polish(search, each))
  return improved.sort(byCost)[0]
}

function byCost(a: Found, b: Found): number {
  return a.miss.cost - b.miss.cost
}

function byMost(a: Found, b: Found): number {
  return a.miss.most - b.miss.most
}

function isPositive(biases: readonly number[]): boolean {
  return biases.every((bias) => bias >= 0)
}

function withoutNegatives(search: BiasSearch): BiasSearch {
  return { ...search, limits: search.limits.map(({ least, most }) => ({ least: Math.max(0, least), most })) }
}

/** Looks farther around each start, and then around what is best as long as that gets better. */
export function annealed(search: BiasSearch, starts: readonly Found[], negativeBias: NegativeBias): Found {
  const random = seededRandom(SEED)
  const found = starts.map((start) => annealWhole(search, start, negativeBias, random)).sort(byMost)
  let [best] = found
  for (let again = 0; best && again < AGAIN && best.miss.most > GOOD && !search.shouldStop(); again++) {
    const next = annealWhole(search, best, negativeBias, random)
    if (next.miss.most < best.miss.most) best = next
  }
  if (!best) throw new Error('no whole biases were given to begin with')
  const polished = polish(search, best)
  return polished.miss.most < best.miss.most ? polished : best
}
