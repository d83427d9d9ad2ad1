import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RasterView } from '../../geo/raster-view'
import { coordinatesAt, copiesIn, screenPointsOf } from './projection'

const SEED = 20_261_127
const views: fc.Arbitrary<RasterView> = fc.record({
  zoom: fc.double({ min: 0, max: 9, noNaN: true }),
  left: fc.integer({ min: -5000, max: 5000 }),
  top: fc.integer({ min: -100, max: 500 }),
  width: fc.integer({ min: 100, max: 1400 }),
  height: fc.integer({ min: 100, max: 900 }),
})
const places = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('the projection', () => {
  it('puts a place where it is found again, in every copy of the world', () => {
    fc.assert(
      fc.property(views, places, (view, place) => {
        for (const point of screenPointsOf(view, place)) {
          expect(point.x).toBeGreaterThanOrEqual(0)
          expect(point.x).toBeLessThan(view.width)
          const found = coordinatesAt(view, point)
          expect(found.latitude).toBeCloseTo(place.latitude, 6)
          expect(Math.cos(((found.longitude - place.longitude) * Math.PI) / 180)).toBeCloseTo(1, 9)
        }
      }),
      { seed: SEED },
    )
  })

  it('shows both Fijis at the antimeridian and two Londons where the world is narrow', () => {
    const view: RasterView = { zoom: 0, left: 0, top: 0, width: 512, height: 256 }
    expect(screenPointsOf(view, { latitude: 51.5, longitude: 0 }).map(({ x }) => x)).toEqual([128, 384])
    const pacific: RasterView = { ...view, left: 200, width: 100 }
    expect(screenPointsOf(pacific, { latitude: -17, longitude: 179 })).toHaveLength(1)
    expect(screenPointsOf(pacific, { latitude: -17, longitude: -179 })).toHaveLength(1)
  })

  it('finds every copy of a picture that touches the view', () => {
    const view: RasterView = { zoom: 0, left: -30, top: 0, width: 300, height: 256 }
    expect(copiesIn(view, 0, 256)).toEqual([-226, 30, 286])
    expect(copiesIn(view, 100, 20)).toEqual([130])
  })
})
