import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { darkStretches, solarElevation, subsolarPoint } from './sun'

describe('the sun', () => {
  // Times of the equinox and solstices of 2026, of the United States Naval Observatory.
  it.each([
    ['the March equinox', Date.UTC(2026, 2, 20, 14, 46), 0],
    ['the June solstice', Date.UTC(2026, 5, 21, 8, 24), 23.44],
    ['the December solstice', Date.UTC(2026, 11, 21, 20, 50), -23.44],
  ])('stands over its latitude at %s', (_, time, latitude) => {
    expect(subsolarPoint(time).latitude).toBeCloseTo(latitude, 1)
  })

  it('stands near Greenwich at noon UTC, up to the equation of time of at most 4.2°', () => {
    for (let day = 0; day < 365; day += 7) {
      expect(Math.abs(subsolarPoint(Date.UTC(2026, 0, 1 + day, 12)).longitude)).toBeLessThan(4.2)
    }
    // Early in November it is 16 minutes ahead of the clock.
    expect(subsolarPoint(Date.UTC(2026, 10, 3, 12)).longitude).toBeCloseTo(-4.1, 1)
  })

  it('is up at noon and down at midnight in Nairobi', () => {
    const nairobi = { latitude: -1.29, longitude: 36.82 }
    expect(solarElevation(subsolarPoint(Date.UTC(2026, 3, 1, 9, 30)), nairobi)).toBeGreaterThan(80)
    expect(solarElevation(subsolarPoint(Date.UTC(2026, 3, 1, 21, 30)), nairobi)).toBeLessThan(-80)
  })

  it('leaves dark exactly the latitudes where it is low', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.constantFrom(0, -6),
        (time, longitude, latitude, limit) => {
          const sun = subsolarPoint(time)
          const elevation = solarElevation(sun, { latitude, longitude })
          fc.pre(Math.abs(elevation - limit) > 1e-6)
          const isDark = darkStretches(sun, longitude, limit).some(
            ([south, north]) => latitude >= south && latitude <= north,
          )
          expect(isDark).toBe(elevation < limit)
        },
      ),
      { seed: 20_261_127, numRuns: 2000 },
    )
  })
})
