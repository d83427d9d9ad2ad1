import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Coordinates, toRadians } from './coordinates'
import {
  biasFactor,
  biasOfFactor,
  distanceKm,
  EARTH_RADIUS_KM,
  toUnitVector,
  vectorDistanceKm,
} from './distance'

const SEED = 20261123
const HALF_GIRTH_KM = EARTH_RADIUS_KM * Math.PI

const anywhere: fc.Arbitrary<Coordinates> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

/** The textbook formula, by angles alone. */
function haversineKm(a: Coordinates, b: Coordinates): number {
  const h =
    Math.sin(toRadians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(toRadians(a.latitude)) *
      Math.cos(toRadians(b.latitude)) *
      Math.sin(toRadians(b.longitude - a.longitude) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)))
}

describe('distance (route53.md 4.5: haversine, R = 6371.0088 km)', () => {
  it('is what the textbook formula gives', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        // Next to the antipode the formula itself is only good to metres.
        expect(Math.abs(distanceKm(a, b) - haversineKm(a, b))).toBeLessThan(0.001)
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  it('is symmetric, zero to itself and obeys the triangle', () => {
    fc.assert(
      fc.property(anywhere, anywhere, anywhere, (a, b, c) => {
        expect(distanceKm(a, b)).toBe(distanceKm(b, a))
        expect(distanceKm(a, a)).toBe(0)
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('is a number at antipodes, poles and across the antimeridian', () => {
    expect(distanceKm({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 })).toBeCloseTo(
      HALF_GIRTH_KM,
      6,
    )
    expect(distanceKm({ latitude: 12, longitude: 34 }, { latitude: -12, longitude: -146 })).toBeCloseTo(
      HALF_GIRTH_KM,
      3,
    )
    const across = distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })
    expect(across).toBeCloseTo(HALF_GIRTH_KM / 180, 6)
    expect(distanceKm({ latitude: 51, longitude: 180 }, { latitude: 51, longitude: -180 })).toBeCloseTo(0, 9)
  })

  it('is the same between unit vectors', () => {
    const a = { latitude: 50.03, longitude: 8.56 }
    const b = { latitude: 35.68, longitude: 139.75 }
    expect(vectorDistanceKm(toUnitVector(a), toUnitVector(b))).toBe(distanceKm(a, b))
  })
})

describe('the factor of a bias (route53.md 4.5)', () => {
  it('shrinks distances for a positive bias, by both formulas alike', () => {
    expect([0, 25, 50, 99].map((bias) => biasFactor(bias, 'guide'))).toEqual([1, 0.75, 0.5, 1 - 0.99])
    expect([0, 25, 50, 99].map((bias) => biasFactor(bias, 'map'))).toEqual([1, 0.75, 0.5, 1 - 0.99])
  })

  it('stretches distances for a negative bias: linearly by the guide, by the inverse in the map', () => {
    expect([-50, -99].map((bias) => biasFactor(bias, 'guide'))).toEqual([1.5, 1.99])
    expect(biasFactor(-50, 'map')).toBe(2)
    expect(biasFactor(-99, 'map')).toBeCloseTo(100, 9)
  })

  it('never reaches zero or infinity, whatever the number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.constantFrom('guide', 'map'), (bias, formula) => {
        const factor = biasFactor(bias, formula)
        expect(factor).toBeGreaterThan(0.009)
        expect(factor).toBeLessThan(100.001)
      }),
      { seed: SEED },
    )
  })

  it('is undone by biasOfFactor, which clamps what no bias gives', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -99, max: 99, noNaN: true }),
        fc.constantFrom('guide', 'map'),
        (bias, formula) => {
          expect(biasOfFactor(biasFactor(bias, formula), formula)).toBeCloseTo(bias, 9)
        },
      ),
      { seed: SEED },
    )
    expect([0.001, 3].map((factor) => biasOfFactor(factor, 'guide'))).toEqual([99, -99])
    expect(biasOfFactor(1000, 'map')).toBe(-99)
  })
})
