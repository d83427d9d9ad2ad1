import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseCoordinates, normaliseLongitude, toRadians } from './coordinates'

const SEED = 20261123

describe('normaliseLongitude', () => {
  it('leaves what is on the map as it is, both ends included', () => {
    expect([-180, -0.1, 0, 179.99, 180].map(normaliseLongitude)).toEqual([-180, -0.1, 0, 179.99, 180])
  })

  it('wraps what is beyond', () => {
    expect([181, -181, 540, 720, -725].map(normaliseLongitude)).toEqual([-179, 179, -180, 0, -5])
  })

  it('stays on the map and on the same meridian', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (longitude) => {
        const normalised = normaliseLongitude(longitude)
        expect(Math.abs(normalised)).toBeLessThanOrEqual(180)
        expect(Math.cos(toRadians(normalised))).toBeCloseTo(Math.cos(toRadians(longitude)), 6)
        expect(Math.sin(toRadians(normalised))).toBeCloseTo(Math.sin(toRadians(longitude)), 6)
      }),
      { seed: SEED },
    )
  })
})

it('normaliseCoordinates clamps the latitude and wraps the longitude', () => {
  expect(normaliseCoordinates({ latitude: 91, longitude: 190 })).toEqual({ latitude: 90, longitude: -170 })
  expect(normaliseCoordinates({ latitude: -90.5, longitude: 12 })).toEqual({ latitude: -90, longitude: 12 })
})
