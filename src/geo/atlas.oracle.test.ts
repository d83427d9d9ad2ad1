import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Atlas } from './atlas'
import type { Coordinates } from './coordinates'
import { distanceKm } from './distance'
import { loadAtlas } from './load'
import { pixelCentre, type RasterView, worldPixels } from './raster-view'

// The atlas against the plainest code for the same answers, written from the shapes that it gives out for drawing.

const SEED = 20261123

type Ring = readonly (readonly number[])[]

let atlas: Atlas
let ringsByUnit: readonly (readonly Ring[])[]
let vertices: readonly Coordinates[]
beforeAll(async () => {
  atlas = await loadAtlas()
  ringsByUnit = atlas.shapes().features.map(({ geometry }) => geometry.coordinates.flat())
  vertices = ringsByUnit.flat(2).map(([longitude = 0, latitude = 0]) => ({ latitude, longitude }))
})

/** Points around the vertices of borders, from metres to half a degree away: where mistakes would show. */
const nearBorders: fc.Arbitrary<Coordinates> = fc
  .record({
    vertex: fc.nat(),
    reach: fc.integer({ min: 0, max: 5 }),
    east: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    north: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  })
  .map(({ vertex, reach, east, north }) => {
    const { latitude, longitude } = vertices[vertex % vertices.length] ?? { latitude: 0, longitude: 0 }
    return { latitude: latitude + north / 8 ** reach, longitude: longitude + east / 8 ** reach }
  })
  .filter(({ latitude, longitude }) => Math.abs(latitude) < 90 && Math.abs(longitude) < 180)

function ringContains(ring: Ring, { latitude, longitude }: Coordinates): boolean {
  let isInside = false
  ring.forEach(([bx = 0, by = 0], i) => {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [bx, by]
    if (ay > latitude === by > latitude) return
    if (longitude < ax + ((latitude - ay) / (by - ay)) * (bx - ax)) isInside = !isInside
  })
  return isInside
}

function containingUnits(point: Coordinates): readonly number[] {
  return ringsByUnit.flatMap((rings, unit) => {
    const count = rings.filter((ring) => ringContains(ring, point)).length
    return count % 2 === 1 ? [unit] : []
  })
}

/** Distance in km to the border of a unit, by steps of at most 100 m along the nearest pieces of it. */
function borderKm(rings: readonly Ring[], point: Coordinates): number {
  let least = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    ring.forEach(([bx = 0, by = 0], i) => {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [bx, by]
      if (isSeam(ax, ay, bx, by)) return
      const a = { longitude: ax, latitude: ay }
      const lengthKm = distanceKm(a, { longitude: bx, latitude: by })
      if (distanceKm(a, point) > 30 + lengthKm) return
      const steps = Math.ceil(lengthKm / 0.1)
      for (let step = 0; step <= steps; step++) {
        const t = steps === 0 ? 0 : step / steps
        least = Math.min(
          least,
          distanceKm(point, { longitude: ax + t * (bx - ax), latitude: ay + t * (by - ay) }),
        )
      }
    })
  }
  return least
}

function isSeam(ax: number, ay: number, bx: number, by: number): boolean {
  return (Math.abs(ax) === 180 && ax === bx) || (ay === -90 && by === -90)
}

describe('a point on land', () => {
  it('is in the first of the units that contain it by the even-odd rule', () => {
    let onLand = 0
    fc.assert(
      fc.property(nearBorders, (point) => {
        const [first] = containingUnits(point)
        if (first === undefined) return
        onLand++
        expect(atlas.unitAt(point)).toBe(first)
      }),
      { seed: SEED, numRuns: 800 },
    )
    expect(onLand).toBeGreaterThan(300)
  })

  it('is in one unit only, but for slivers where simplified borders cross', () => {
    const several = fc
      .sample(nearBorders, { seed: SEED, numRuns: 800 })
      .filter((point) => containingUnits(point).length > 1)
    expect(several.length).toBeLessThan(8)
  })
})

describe('a point at sea', () => {
  it('is given to the land that is nearest within 25 km, to within 100 m', () => {
    let atSea = 0
    fc.assert(
      fc.property(nearBorders, (point) => {
        if (containingUnits(point).length > 0) return
        atSea++
        const distances = ringsByUnit.map((rings) => borderKm(rings, point))
        const least = Math.min(...distances)
        const unit = atlas.unitAt(point)
        if (unit === -1) expect(least).toBeGreaterThan(24.9)
        else {
          expect(distances[unit]).toBeLessThan(least + 0.1)
          expect(least).toBeLessThan(25.1)
        }
      }),
      { seed: SEED, numRuns: 200 },
    )
    expect(atSea).toBeGreaterThan(50)
  })
})

describe('a raster of a whole screen', () => {
  const views: readonly (readonly [zoom: number, latitude: number, longitude: number])[] = [
    [0, 0, 0],
    [1.5, 20, 100],
    [2, 80, 0],
    [3, 50, 10],
    [3, -70, 180],
    [4.25, 60, -100],
    [5, 12, 122],
    [6, 38, 24],
    [7.3, 55, 12],
    [9, -18, 179.9],
    [11, 40.6, -73.5],
    [14, 41.9, 12.45],
  ]

  it.each(views)(
    'at zoom %d, centre %d° %d°, agrees with unitAt at 2,000 pixels',
    (zoom, latitude, longitude) => {
      const view = screenAround(zoom, latitude, longitude)
      const raster = atlas.rasterise(view)
      const pixels = fc.sample(fc.tuple(fc.nat({ max: view.width - 1 }), fc.nat({ max: view.height - 1 })), {
        seed: SEED,
        numRuns: 2000,
      })
      const wrong = pixels.filter(
        ([column, row]) => raster[row * view.width + column] !== atlas.unitAt(pixelCentre(view, column, row)),
      )
      expect(wrong).toEqual([])
    },
  )
})

function screenAround(zoom: number, latitude: number, longitude: number): RasterView {
  const size = worldPixels(zoom)
  const sine = Math.sin((latitude * Math.PI) / 180)
  return {
    zoom,
    left: size * (longitude / 360 + 0.5) - 640,
    top: size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) - 360,
    width: 1280,
    height: 720,
  }
}
