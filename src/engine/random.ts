import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A source of numbers in [0, 1); the same seed gives the same sequence. */
export type Random = () => number

/** A seeded source (xoroshiro128+); only the engine draws, and only from one of these. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  return () => (generator.next() >>> 0) / 0x1_0000_0000
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
