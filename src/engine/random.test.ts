import { describe, expect, it } from 'vitest'
import { sample, seededRandom } from './random'

/** Pearson's chi-square of counts that should be equal. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** The chi-square of 9 degrees of freedom that chance exceeds once in a million. */
const ONCE_IN_A_MILLION = 44.9

function tenths(numbers: readonly number[]): readonly number[] {
  const counts = Array.from({ length: 10 }, () => 0)
  for (const number of numbers) counts[Math.floor(number * 10)] = (counts[Math.floor(number * 10)] ?? 0) + 1
  return counts
}

describe('the seeded source', () => {
  it('gives the same numbers in [0, 1) for the same seed', () => {
    const [one, other] = [seededRandom(7), seededRandom(7)]
    const numbers = Array.from({ length: 1000 }, () => one())
    expect(Array.from({ length: 1000 }, () => other())).toEqual(numbers)
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
  })

  it('spreads the first numbers of neighbouring seeds evenly, since one query draws only one', () => {
    const firsts = Array.from({ length: 10_000 }, (_, seed) => seededRandom(seed)())
    expect(chiSquare(tenths(firsts))).toBeLessThan(ONCE_IN_A_MILLION)
    const rising = firsts.slice(1).filter((number, index) => number > (firsts[index] ?? 0)).length
    // Of neighbours without order half rise; the deviation of the count is √(n/12).
    expect(Math.abs(rising - 5000)).toBeLessThan(5 * Math.sqrt(10_000 / 12))
  })

  it('spreads the numbers of one seed evenly', () => {
    const random = seededRandom(1)
    const numbers = Array.from({ length: 100_000 }, () => random())
    expect(chiSquare(tenths(numbers))).toBeLessThan(ONCE_IN_A_MILLION)
  })

  it('tells seeds apart beyond 32 bits and below zero, and takes the whole part of a fraction', () => {
    const seeds = [1, 2 ** 32 + 1, 2 ** 40 + 1, -1, Number.MAX_SAFE_INTEGER, 0]
    expect(new Set(seeds.map((seed) => seededRandom(seed)())).size).toBe(seeds.length)
    expect(seededRandom(1.5)()).toBe(seededRandom(1)())
  })
})

describe('a sample', () => {
  it('holds distinct items of the list, as many as asked for or as there are', () => {
    const random = seededRandom(3)
    expect(new Set(sample(['a', 'b', 'c', 'd'], 3, random)).size).toBe(3)
    expect(sample(['a', 'b'], 8, random).toSorted()).toEqual(['a', 'b'])
    expect(sample([], 8, random)).toEqual([])
  })

  it('puts every order equally often', () => {
    const random = seededRandom(4)
    const orders = new Map<string, number>()
    for (let draw = 0; draw < 60_000; draw++) {
      const order = sample(['a', 'b', 'c'], 3, random).join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(6)
    // 35.9: the chi-square of 5 degrees of freedom that chance exceeds once in a million.
    expect(chiSquare([...orders.values()])).toBeLessThan(35.9)
  })

  it('leaves its list as it was', () => {
    const items = Object.freeze(['a', 'b', 'c'])
    sample(items, 2, seededRandom(5))
    expect(items).toEqual(['a', 'b', 'c'])
  })
})
