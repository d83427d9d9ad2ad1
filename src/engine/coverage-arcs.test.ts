import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EARTH_RADIUS_KM } from '../geo/distance'
import { ROUGH_ERROR_KM, roughKm } from './coverage-arcs'

it('is never off by as much as it says', () => {
  const halves = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0.97, max: 0.985, noNaN: true }),
    fc.integer({ min: 0, max: 8192 }).map((step) => step / 8192),
  )
  fc.assert(
    fc.property(halves, (half) => {
      const off = Math.abs(roughKm(half) - 2 * EARTH_RADIUS_KM * Math.asin(half))
      expect(off).toBeLessThan(ROUGH_ERROR_KM / 1.5)
    }),
    { seed: 20261127, numRuns: 20_000 },
  )
})
