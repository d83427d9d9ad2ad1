import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createUnitSet } from './unit-set'

const SEED = 20261123

it('holds the units toggled an odd number of times and tells the lowest', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 99 })), (units) => {
      const set = createUnitSet(100)
      const expected = new Set<number>()
      for (const unit of units) {
        set.toggle(unit)
        if (!expected.delete(unit)) expected.add(unit)
        expect(set.lowest()).toBe(expected.size === 0 ? -1 : Math.min(...expected))
      }
      set.clear()
      expect(set.lowest()).toBe(-1)
    }),
    { seed: SEED },
  )
})
