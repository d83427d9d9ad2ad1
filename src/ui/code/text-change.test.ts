import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textChange } from './text-change'

it('makes one text of the other, and touches nothing at either end that they share', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 12 }).map((signs) => signs.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = textChange(before, after)
      if (change === null) return before === after
      const { from, to, insert } = change
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
      return before[from] !== after[from] || from === to || insert === ''
    }),
    { seed: 20261127, numRuns: 500 },
  )
})
