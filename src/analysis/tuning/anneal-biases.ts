import type { Random } from '../../engine/random'
import { biasFactor, biasOfFactor, type NegativeBias } from '../../geo/distance'
import { type BiasSearch, type Found, isWithin, type Tried, tried } from './bias-search'
import { borderClients } from './border-clients'
import { missesOf } from './share-targets'

/** How a search by annealing goes. */
interface Schedule {
  readonly steps: number
  /** How far a factor may get from where it began, in parts of 1. */
  readonly width: number
  /** Another bias for a location; `heat` falls from 1 to 0. */
  readonly move: (bias: number, heat: number) => number
}

/** What a worse step may cost at last, in parts of 1; at first, a part of what is missed. */
const COOLEST = 0.0002
const HOTTEST_PART = 0.25
const HOTTEST = 0.01
/** Steps between two questions whether to stop. */
const ROUND = 500
/** Where locations are so close that most clients are near a border, there are fewer steps: so many clients in all. */
const MOST_CLIENTS = 1_600_000
const WHOLE_STEPS = 4000
const WHOLE_WIDTH = 0.05
const LARGEST_WHOLE_STEP = 3
/** Fractions are moved far at first, then ever less. */
const FRACTION_STEPS = 2500
const FRACTION_WIDTHS = [0.4, 0.12, 0.04]

/** Whole biases that meet the targets better than `from`, or `from`. */
export function annealWhole(
  search: BiasSearch,
  from: Found,
  negativeBias: NegativeBias,
  random: Random,
): Found {
  const move = (bias: number) => {
    const size = 1 + Math.floor(random() * LARGEST_WHOLE_STEP)
    return random() < 0.5 ? bias - size : bias + size
  }
  return anneal(search, from, negativeBias, random, { steps: WHOLE_STEPS, width: WHOLE_WIDTH, move }) ?? from
}

/** The same with fractions. */
export function annealFractions(
  search: BiasSearch,
  from: Tried,
  negativeBias: NegativeBias,
  random: Random,
): Tried {
  return FRACTION_WIDTHS.reduce((best, width) => {
    const move = (bias: number, heat: number) => {
      const part = (2 * random() - 1) * width * (0.05 + 0.5 * heat)
      return biasOfFactor(biasFactor(bias, negativeBias) * (1 + part), negativeBias)
    }
    return anneal(search, best, negativeBias, random, { steps: FRACTION_STEPS, width, move }) ?? best
  }, from)
}

/**
 * Changes biases one by one at random, at first also for the worse and then ever less so (simulated annealing): which
 * city goes where is a puzzle, in which only going downhill soon gets stuck. Null where nothing better was found.
 */
function anneal(
  search: BiasSearch,
  from: Found,
  negativeBias: NegativeBias,
  random: Random,
  { steps, width, move }: Schedule,
): Tried | null {
  const { movable, limits, targets } = search
  const near = borderClients(search, from, width, negativeBias)
  const count = Math.min(steps, Math.ceil(MOST_CLIENTS / (near.perLocation + 1)))
  const biases = [...from.biases]
  const factors = biases.map((bias) => biasFactor(bias, negativeBias))
  const hottest = Math.min(HOTTEST, from.miss.most * HOTTEST_PART)
  let cost = from.miss.cost
  let best = { most: from.miss.most, biases: from.biases }
  for (let step = 0; step < count; step++) {
    if (step % ROUND === 0 && search.shouldStop()) break
    const heat = 1 - step / count
    const location = movable[Math.floor(random() * movable.length)] ?? 0
    const before = biases[location] ?? 0
    const bias = move(before, heat)
    const ratio = biasFactor(bias, negativeBias) / (factors[location] ?? 1)
    if (!isWithin(limits[location], bias) || Math.abs(ratio - 1) > width) continue
    near.setBias(location, bias)
    const miss = missesOf(near.shares, targets)
    const allowed = hottest * (COOLEST / hottest) ** (1 - heat)
    if (miss.cost > cost && random() >= Math.exp((cost - miss.cost) / allowed)) {
      near.setBias(location, before)
      continue
    }
    biases[location] = bias
    cost = miss.cost
    if (miss.most < best.most) best = { most: miss.most, biases: [...biases] }
  }
  return best.biases === from.biases ? null : tried(search, best.biases)
}
