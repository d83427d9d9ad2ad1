import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalJson, type Json, toJson } from '../model/json'
import { align } from './align'

const SEED = 530_010
const item = (name: string, weight: number): Json => toJson({ EndpointReference: name, Weight: weight })
const a = item('amber', 1)
const b = item('blue', 1)
const c = item('cyan', 1)

describe('aligning two lists', () => {
  test.each([
    ['nothing changed', [a, b, c], [a, b, c], [0, 1, 2]],
    ['one was deleted', [a, b, c], [a, c], [0, 2]],
    ['one was inserted', [a, c], [a, b, c], [0, null, 1]],
    ['one was edited', [a, b, c], [a, item('blue', 9), c], [0, 1, 2]],
    ['one was deleted and its neighbour edited', [a, b, c], [item('amber', 9), c], [0, 2]],
    ['one was edited and one inserted before it', [a, c], [b, item('amber', 9), c], [null, 0, 1]],
    ['one moved to the end', [a, b, c], [b, c, a], [1, 2, 0]],
    ['one was doubled', [a, b], [a, a, b], [0, null, 1]],
    ['all went', [a, b], [], []],
  ] as const)('finds what stands for what when %s', (_, before, after, pairs) => {
    expect(align(before, after)).toEqual(pairs)
  })

  test('uses each old member once at most, and every equal one in its place', () => {
    const aList = fc.array(fc.constantFrom(a, b, c, item('amber', 2), null, 'x', [1].map(toJson)), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(aList, aList, (before, after) => {
        const pairs = align(before, after)
        const used = pairs.filter((pair) => pair !== null)
        expect(new Set(used).size).toBe(used.length)
        const lost = after.filter((member, index) => {
          const spare = before.some((old, from) => !used.includes(from) && equalJson(old, member))
          return pairs[index] === null && spare
        })
        expect(lost).toEqual([])
      }),
      { seed: SEED, numRuns: 1_000 },
    )
  })

  test('pairs lists too long to compare by position, but for their common ends', () => {
    const list = (name: string) => Array.from({ length: 600 }, (_, index) => item(name + index, 1))
    const pairs = align([a, ...list('old'), c], [a, ...list('new'), b, c])
    expect(pairs.slice(0, 3)).toEqual([0, 1, 2])
    expect(pairs.slice(-2)).toEqual([null, 601])
  })
})
