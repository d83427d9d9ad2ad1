import { expect, it } from 'vitest'
import { distanceKm } from './distance'
import { estimateRoundTripMs } from './latency'
import { REGIONS } from './regions'

it('estimates 12 ms at no distance and 0.0149 ms more for each kilometre', () => {
  expect(estimateRoundTripMs(0)).toBe(12)
  expect(estimateRoundTripMs(10_000)).toBeCloseTo(161, 9)
})

it('stays below a third of a second for every pair of Regions', () => {
  const pairs = REGIONS.flatMap((a) => REGIONS.map((b) => estimateRoundTripMs(distanceKm(a, b))))
  expect(Math.max(...pairs)).toBeLessThan(333)
})
