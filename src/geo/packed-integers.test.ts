import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIntegerReader } from './packed-integers'

const SEED = 20261123

/** The text of integers, written by the definition: seven bits a byte, the lowest first, the eighth says "more". */
function pack(values: readonly number[]): string {
  const bytes = values.flatMap((value) => {
    const groups =
      value
        .toString(2)
        .padStart(Math.ceil(value.toString(2).length / 7) * 7, '0')
        .match(/.{7}/g) ?? []
    return groups
      .toReversed()
      .map((bits, i) => Number.parseInt((i < groups.length - 1 ? '1' : '0') + bits, 2))
  })
  return btoa(String.fromCharCode(...bytes))
}

describe('packed integers', () => {
  it('are read back one after another', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 45 })), (values) => {
        const { unsigned } = createIntegerReader(pack(values))
        expect(values.map(unsigned)).toEqual(values)
      }),
      { seed: SEED },
    )
  })

  it('alternate in sign where they may be negative', () => {
    const { signed } = createIntegerReader(pack([0, 1, 2, 3, 4, 300]))
    expect([signed(), signed(), signed(), signed(), signed(), signed()]).toEqual([0, -1, 1, -2, 2, 150])
  })

  it('do not go on past the end', () => {
    const { unsigned } = createIntegerReader(pack([5]))
    expect(unsigned()).toBe(5)
    expect(unsigned).toThrow('end too early')
    expect(createIntegerReader(btoa('\x80')).unsigned).toThrow('end too early')
  })
})
