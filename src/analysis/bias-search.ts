import type { BiasField } from './bias-field'
import { type BiasLoads, sharesOf } from './bias-loads'
import { NEVER, type Ranking } from './bias-ranking'
import { type Miss, missesOf, type ShareTarget } from './share-targets'

/** What a location's bias may be: whole numbers in −99…99, the same twice for one that is pinned. */
export interface BiasLimits {
  readonly least: number
  readonly most: number
}

/** What is searched for, and where. Locations go by their number among the live branches. */
export interface BiasSearch {
  readonly field: BiasField
  readonly loads: BiasLoads
  /** In the order of the endpoints of `loads`. */
  readonly targets: readonly ShareTarget[]
  readonly limits: readonly BiasLimits[]
  /** The locations that may move. */
  readonly movable: readonly number[]
  /** Whether only the ratios of factors matter, since all locations that clients get may move and none has limits. */
  readonly isScaleFree: boolean
  /** Asked now and then; the search ends with what it has found. */
  readonly shouldStop: () => boolean
}

export interface Found {
  readonly biases: readonly number[]
  readonly shares: Float64Array
  readonly miss: Miss
}

/** What was found, with what each location brings to each endpoint. */
export interface Tried extends Found {
  readonly flows: readonly Float64Array[]
}

/** What biases give; fractions are allowed. */
export function tried({ field, loads, targets }: BiasSearch, biases: readonly number[]): Tried {
  const flows = loads.flowsWith(field.winners(biases))
  const shares = sharesOf(loads, flows)
  return { biases, flows, shares, miss: missesOf(shares, targets) }
}

/** A miss of a tenth of a point is met. */
export const MET = 0.001

/** Improves whole biases until no change of one location helps. Never worse than `from`. */
export function polish(search: BiasSearch, from: Found): Found {
  return improved(search, from, MOST_ROUNDS, 0)
}

/** The same until no change of two locations at once helps either. Takes several times as long. */
export function polishPairs(search: BiasSearch, from: Found): Found {
  return improved(search, from, MOST_ROUNDS, MOST_PAIRS)
}

function improved(search: BiasSearch, from: Found, rounds: number, pairs: number): Found {
  const ranking = search.field.rank(from.biases)
  let best = from
  let pairsLeft = pairs
  for (let round = 0; round < rounds && best.miss.most > MET && !search.shouldStop(); round++) {
    const single = improveOne(search, best, ranking)
    const next = single ?? (pairsLeft-- > 0 ? improveTwo(search, best, ranking) : null)
    if (!next) break
    best = next
  }
  return best
}

const MOST_ROUNDS = 16
const MOST_PAIRS = 5
/** How far one location is moved, and the second of two: the balanced biases are close already. */
const REACH_OF_ONE = 12
const REACH_OF_TWO = 6
const LEAST_GAIN = 1e-5

// Both keep the ranking at the biases of what they give back, or else of `from`.

/** The best change of each location in turn; null if none helps. */
function improveOne(search: BiasSearch, from: Found, ranking: Ranking): Found | null {
  let best = from
  for (const location of search.movable) {
    const found = bestAlong(search, best, location, ranking, REACH_OF_ONE)
    if (!found || found.miss.cost > best.miss.cost - LEAST_GAIN) continue
    best = found
    ranking.setBias(location, found.biases[location] ?? 0)
  }
  return best === from ? null : best
}

/** A small step of one location together with the best change of another; the first that helps, else null. */
function improveTwo(search: BiasSearch, from: Found, ranking: Ranking): Found | null {
  for (const location of search.movable) {
    const bias = from.biases[location] ?? 0
    for (const other of [bias + 1, bias - 1]) {
      if (search.shouldStop()) return null
      if (!isWithin(search.limits[location], other)) continue
      const stepped = withBias(search, from, location, other, ranking)
      ranking.setBias(location, other)
      for (const partner of search.movable) {
        if (partner === location) continue
        const found = bestAlong(search, stepped, partner, ranking, REACH_OF_TWO)
        if (!found || found.miss.cost > from.miss.cost - LEAST_GAIN) continue
        ranking.setBias(partner, found.biases[partner] ?? 0)
        return found
      }
      ranking.setBias(location, bias)
    }
  }
  return null
}

/** The same with another bias of one location. */
function withBias(search: BiasSearch, from: Found, location: number, bias: number, ranking: Ranking): Found {
  const current = from.biases[location] ?? 0
  const least = Math.min(current, bias)
  const gains = gainsOf(search, ranking, location, least, Math.max(current, bias))
  const sign = bias > current ? 1 : -1
  const shares = from.shares.slice()
  for (let at = search.loads.count; at < gains.length; at++) {
    const position = at % search.loads.count
    shares[position] = (shares[position] ?? 0) + sign * (gains[at] ?? 0)
  }
  return { biases: replaced(from.biases, location, bias), shares, miss: missesOf(shares, search.targets) }
}

/** The best other bias of one location, at most so far from its own, with the others as they are. */
function bestAlong(
  search: BiasSearch,
  from: Found,
  location: number,
  ranking: Ranking,
  farthest: number,
): Found | null {
  const { loads, targets, limits } = search
  const current = from.biases[location] ?? 0
  const least = Math.max(limits[location]?.least ?? current, current - farthest)
  const most = Math.min(limits[location]?.most ?? current, current + farthest)
  if (least >= most) return null
  const gains = gainsOf(search, ranking, location, least, most)

  let best: { readonly bias: number; readonly shares: Float64Array; readonly miss: Miss } | null = null
  for (const step of [1, -1]) {
    const shares = from.shares.slice()
    for (let bias = current + step; bias >= least && bias <= most; bias += step) {
      // Upwards the step into `bias` is taken, downwards the step into the bias above it is undone.
      const at = ((step > 0 ? bias : bias + 1) - least) * loads.count
      for (let position = 0; position < loads.count; position++) {
        shares[position] = (shares[position] ?? 0) + step * (gains[at + position] ?? 0)
      }
      const miss = missesOf(shares, targets)
      if (miss.cost < (best?.miss.cost ?? Number.POSITIVE_INFINITY))
        best = { bias, shares: shares.slice(), miss }
    }
  }
  return best && { ...best, biases: replaced(from.biases, location, best.bias) }
}

/** What each endpoint gains when a location's bias takes the step to each value above `least`, endpoints in a row. */
function gainsOf(
  { loads, field: { reach } }: BiasSearch,
  { best, second, thresholds }: Ranking,
  location: number,
  least: number,
  most: number,
): Float64Array {
  const gains = new Float64Array((most - least + 1) * loads.count)
  const found = thresholds(location, least, most)
  for (let client = 0; client < found.length; client++) {
    const bias = found[client] ?? NEVER
    if (bias === NEVER || bias === least) continue
    const rival = (best[client] === location ? second[client] : best[client]) ?? -1
    const gained = loads.brought(location, client)
    const lost = loads.brought(rival, client)
    if (gained === lost) continue
    const amount = reach[client] ?? 0
    const at = (bias - least) * loads.count
    for (let position = 0; position < loads.count; position++) {
      const difference = (gained[position] ?? 0) - (lost[position] ?? 0)
      gains[at + position] = (gains[at + position] ?? 0) + amount * difference
    }
  }
  return gains
}

export function isWithin(limits: BiasLimits | undefined, bias: number): boolean {
  return limits !== undefined && bias >= limits.least && bias <= limits.most
}

export function replaced(biases: readonly number[], location: number, bias: number): readonly number[] {
  return biases.map((each, index) => (index === location ? bias : each))
}
