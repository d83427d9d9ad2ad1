import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** A source of numbers in [0, 1); the same seed gives the same sequence. */
export type Random = () => number

/**
 * A seeded source (xoroshiro128+); only the engine draws, and only from one of these. `seed` is any
 * number; of a fraction the whole part counts.
 */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plusFromState(stateOf(seed))
  return () => (generator.next() >>> 0) / 0x1_0000_0000
}

// The generator's own seeding makes the first number a linear function of the seed, and one query draws
// only one number: neighbouring seeds would all answer alike. So the seed's 64 bits are scattered first.
function stateOf(seed: number): readonly number[] {
  const whole = Math.floor(seed)
  let counter = scatter(Math.floor(whole / 0x1_0000_0000)) ^ whole
  return Array.from({ length: 4 }, () => {
    counter = (counter + GOLDEN_GAMMA) | 0
    return scatter(counter)
  })
}

const GOLDEN_GAMMA = 0x9e37_79b9

/** The finaliser of MurmurHash3: every bit of the argument changes every bit of the result half of the time. */
function scatter(bits: number): number {
  let hash = bits | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35)
  return hash ^ (hash >>> 16)
}

/** A random sample of `count` items in random order (a partial Fisher–Yates shuffle). */
export function sample<T>(items: readonly T[], count: number, random: Random): readonly T[] {
  const pool = [...items]
  const size = Math.min(count, pool.length)
  for (let index = 0; index < size; index++) {
    const other = index + Math.floor(random() * (pool.length - index))
    const [a, b] = [pool[index], pool[other]]
    if (a === undefined || b === undefined) continue
    pool[index] = b
    pool[other] = a
  }
  return pool.slice(0, size)
}
