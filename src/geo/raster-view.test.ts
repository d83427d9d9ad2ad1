import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latitudeOfPixel, longitudeOfPixel, pixelCentre, worldPixels } from './raster-view'

const SEED = 20261123

/** The forward formula of Web Mercator, as map libraries have it. */
function worldPixelOf(latitude: number, longitude: number, zoom: number): { x: number; y: number } {
  const sine = Math.sin((latitude * Math.PI) / 180)
  const size = 256 * 2 ** zoom
  return {
    x: size * (longitude / 360 + 0.5),
    y: size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  }
}

describe('Web-Mercator pixels', () => {
  it('turn back into the point that they were made from', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -85, max: 85, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 0, max: 18, noNaN: true }),
        (latitude, longitude, zoom) => {
          const { x, y } = worldPixelOf(latitude, longitude, zoom)
          expect(latitudeOfPixel(y, zoom)).toBeCloseTo(latitude, 9)
          expect(longitudeOfPixel(x, zoom)).toBeCloseTo(longitude, 9)
        },
      ),
      { seed: SEED },
    )
  })

  it('have the equator and the first meridian in the middle of the world', () => {
    const middle = worldPixels(3) / 2
    const view = { zoom: 3, left: middle - 0.5, top: middle - 0.5, width: 1, height: 1 }
    expect(pixelCentre(view, 0, 0)).toEqual({ latitude: 0, longitude: 0 })
  })

  it('repeat in x and go on towards the poles in y', () => {
    expect(longitudeOfPixel(256 + 64, 0)).toBe(-90)
    expect(longitudeOfPixel(-64, 0)).toBe(90)
    expect(latitudeOfPixel(-1e6, 0)).toBe(90)
    expect(latitudeOfPixel(0, 0)).toBeCloseTo(85.0511287798, 9)
  })
})
