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
  const ranking = search.field.rank(from.biases)
  let best = from
  for (let round = 0; round < MOST_ROUNDS && best.miss.most > MET && !search.shouldStop(); round++) {
    const next = improveOne(search, best, ranking)
    if (!next) break
    best = next
  }
  return best
}

const MOST_ROUNDS = 16
/** How far one location is moved: the balanced biases are close already. */
const REACH = 12
const LEAST_GAIN = 1e-5

/** The best change of each location in turn; null if none helps. Keeps the ranking at the biases of what it gives back. */
function improveOne(search: BiasSearch, from: Found, ranking: Ranking): Found | null {
  let best = from
  for (const location of search.movable) {
    const found = bestAlong(search, best, location, ranking, REACH)
    if (!found || found.miss.cost > best.miss.cost - LEAST_GAIN) continue
    best = found
    ranking.setBias(location, found.biases[location] ?? 0)
  }
  return best === from ? null : best
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
