import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Atlas } from './atlas'
import { COUNTRY_CODES } from './continents'
import type { Coordinates } from './coordinates'
import { loadAtlas } from './load'
import { pixelCentre, type RasterView, worldPixels } from './raster-view'
import { US_STATES } from './us-states'

const SEED = 20261123

let atlas: Atlas
beforeAll(async () => {
  atlas = await loadAtlas()
})

const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

/** A view of 64 × 36 pixels at any zoom, anywhere, beyond the edges of the world too. */
const anyView: fc.Arbitrary<RasterView> = fc
  .record({
    zoom: fc.double({ min: 0, max: 14, noNaN: true }),
    x: fc.double({ min: -0.7, max: 1.7, noNaN: true }),
    y: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
  })
  .map(({ zoom, x, y }) => ({
    zoom,
    left: x * worldPixels(zoom),
    top: y * worldPixels(zoom),
    width: 64,
    height: 36,
  }))

function locate(latitude: number, longitude: number): string | null {
  const territory = atlas.locate({ latitude, longitude })
  return (
    territory && [territory.continent, territory.country, territory.subdivision].filter(Boolean).join(' ')
  )
}

describe('the shapes', () => {
  it('hold every country that a policy can name', () => {
    const countries = new Set(atlas.units.map(({ country }) => country))
    expect(COUNTRY_CODES.filter((code) => !countries.has(code))).toEqual([])
  })

  it('hold every US state and DC, and no US without one', () => {
    const states = atlas.units.filter(({ country }) => country === 'US').map(({ subdivision }) => subdivision)
    expect(states).toHaveLength(US_STATES.length)
    expect(US_STATES.filter(({ code }) => !states.includes(code))).toEqual([])
  })

  it('add only the four countries that Route 53 has no code for', () => {
    const others = atlas.units.filter(({ continent }) => continent === null)
    expect(others.map(({ country }) => country)).toEqual(['BV', 'CX', 'EH', 'HM'])
  })

  it('keep the parts of Canada and Ukraine, of which Route 53 knows nothing', () => {
    const divisions = atlas.units.filter(
      ({ division, subdivision }) => division !== null && subdivision === null,
    )
    expect(divisions.filter(({ country }) => country === 'CA')).toHaveLength(13)
    expect(divisions.filter(({ country }) => country === 'UA')).toHaveLength(27)
    expect(divisions.every(({ name }) => name.length > 2)).toBe(true)
  })
})

describe('a point', () => {
  it('is found in its country and state', () => {
    expect(locate(48.85, 2.35)).toBe('EU FR')
    expect(locate(33.75, -84.39)).toBe('NA US GA')
    expect(locate(38.9, -77.03)).toBe('NA US DC')
    expect(locate(44.95, 34.1)).toBe('EU UA')
    expect(locate(4.92, -52.31)).toBe('SA GF')
    expect(locate(78.22, 15.65)).toBe('EU SJ')
    expect(locate(18.45, -66.1)).toBe('NA PR')
    expect(locate(1.35, 103.82)).toBe('AS SG')
    expect(locate(26, -9.5)).toBe('EH')
  })

  it('is found in its own country where borders run through the town', () => {
    // As GeoNames has them; 31.76, 35.22 is the west of Jerusalem.
    const towns: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
      'AS MO': [22.20056, 113.54611],
      'EU GI': [36.14474, -5.35257],
      'NA US TX': [31.75872, -106.48693],
      'AS IL': [31.76904, 35.21633],
      'EU EE': [59.37722, 28.19028],
      'AF GH': [6.11982, 1.19012],
      'EU LI': [47.06665, 9.50251],
      'EU VA': [41.90268, 12.45414],
      'EU MC': [43.73333, 7.41667],
      'OC TK': [-9.2, -171.85],
    }
    const found = Object.values(towns).map(([latitude, longitude]) => locate(latitude, longitude))
    expect(found).toEqual(Object.keys(towns))
  })

  it('is located by what Route 53 can know of it and nothing more', () => {
    const tbilisi = { latitude: 41.7, longitude: 44.8 }
    expect(atlas.locate(tbilisi)).toEqual({ country: 'GE', subdivision: null, continent: 'AS' })
  })

  it('at sea belongs to the nearest land within 25 km and to nothing beyond', () => {
    expect(locate(43.55, 7.2)).toBe('EU FR')
    expect(locate(0, -30)).toBeNull()
    expect(locate(90, 0)).toBeNull()
  })

  it('at the south pole is in Antarctica, however its longitude is written', () => {
    expect([-180, -90, 0, 33.3, 180].map((longitude) => locate(-90, longitude))).toEqual(
      Array(5).fill('AN AQ'),
    )
  })

  it('is the same on both sides of the antimeridian', () => {
    fc.assert(
      fc.property(fc.double({ min: -90, max: 90, noNaN: true }), (latitude) => {
        const at = (longitude: number): number => atlas.unitAt({ latitude, longitude })
        expect(at(180)).toBe(at(-180))
        expect(at(540)).toBe(at(-180))
      }),
      { seed: SEED, numRuns: 500 },
    )
    expect(locate(66, 180)).toBe('EU RU')
    expect(locate(-16.8, -179.99)).toBe('OC FJ')
  })
})

describe('a raster', () => {
  it('gives at every pixel the unit of the pixel centre', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const raster = atlas.rasterise(view)
        const expected = Array.from(raster, (_, i) =>
          atlas.unitAt(pixelCentre(view, i % view.width, Math.floor(i / view.width))),
        )
        expect(Array.from(raster)).toEqual(expected)
      }),
      { seed: SEED, numRuns: 60 },
    )
  })

  it('shows the world twice where the view is wide enough', () => {
    const raster = atlas.rasterise({ zoom: 0, left: -256, top: 0, width: 512, height: 256 })
    const rows = Array.from({ length: 256 }, (_, row) => raster.subarray(row * 512, row * 512 + 512))
    expect(rows.every((row) => row.subarray(0, 256).every((unit, i) => unit === row[256 + i]))).toBe(true)
  })
})

describe('lines and shapes for drawing', () => {
  it('have one shape for each unit', () => {
    const { features } = atlas.shapes()
    expect(features.map(({ properties }) => properties)).toEqual(atlas.units)
    expect(features.every(({ geometry }) => geometry.coordinates.length > 0)).toBe(true)
  })

  it('leave out the seams of the map', () => {
    for (const kind of ['coast', 'country', 'division'] as const) {
      const { coordinates } = atlas.borders(kind)
      expect(coordinates.length).toBeGreaterThan(50)
      const seams = coordinates.flatMap((line) =>
        line.filter(([x = 0], i) => Math.abs(x) === 180 && line[i - 1]?.[0] === x),
      )
      expect(seams).toEqual([])
    }
  })
})

it('answers for any coordinates', () => {
  expect(atlas.unitAt({ latitude: Number.NaN, longitude: 0 })).toBe(-1)
  expect(atlas.unitAt({ latitude: 0, longitude: Number.NaN })).toBe(-1)
  fc.assert(
    fc.property(anywhere, (coordinates: Coordinates) => {
      const unit = atlas.unitAt(coordinates)
      expect(unit === -1 || atlas.units[unit] !== undefined).toBe(true)
    }),
    { seed: SEED, numRuns: 2000 },
  )
})
