import type { Distribution } from './distribution'

/** The distinct distributions of a coverage; pixels speak of them by index. */
export interface MixTable {
  /** The index of a distribution; equal ones have the same. */
  readonly indexOf: (distribution: Distribution) => number
  readonly distributions: readonly Distribution[]
}

/** How many mixes a 16-bit pixel can tell apart. */
const MOST_MIXES = 0x10000

export function createMixTable(): MixTable {
  const distributions: Distribution[] = []
  const indexes = new Map<string, number>()
  return {
    distributions,
    indexOf(distribution) {
      const key = mixKey(distribution)
      const known = indexes.get(key)
      if (known !== undefined) return known
      if (distributions.length === MOST_MIXES) throw new RangeError(`more than ${MOST_MIXES} mixes`)
      indexes.set(key, distributions.length)
      return distributions.push(distribution) - 1
    },
  }
}

/** One text per distribution. */
export function mixKey({ endpoints, nodata }: Distribution): string {
  return JSON.stringify([
    nodata,
    ...endpoints.flatMap(({ endpoint, probability }) => [endpoint, probability]),
  ])
}
