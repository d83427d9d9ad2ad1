import { describe, expect, it } from 'vitest'
import type { Outline } from '../../../engine/outlines/outlines'
import type { Place } from '../../../geo/place'
import { LIGHT } from './colours'
import { type PictureLayers, pictureSvg } from './picture'

/** The whole world in 512 × 512 pixels. */
const VIEW = { zoom: 1, left: 0, top: 0, width: 512, height: 512 }

const CITY: Place = {
  name: 'Null Island City',
  latitude: 0,
  longitude: 0,
  country: 'GH',
  subdivision: null,
  population: 4e6,
  weight: 4e6,
}

function svgWith(layers: PictureLayers, view = VIEW, outlines: readonly Outline[] = []): string {
  const shapes = { land: () => [], coast: () => [], countries: () => [], divisions: () => [] }
  const legend = { legend: [], legendTitle: 'Percent', notes: [], colours: LIGHT }
  const words = { title: 'Title', subtitle: 'Subtitle' }
  return pictureSvg({
    ...words,
    ...legend,
    view,
    outlines,
    inks: new Map(),
    shapes,
    markers: [],
    layers,
  }).svg
}

describe('the optional layers of a picture', () => {
  it('are not there unless they are shown', () => {
    expect(svgWith({ nightTime: null, people: null })).not.toContain('data-layer')
  })

  it('shade the side of the earth that the sun does not shine on', () => {
    const noon = svgWith({ nightTime: Date.UTC(2026, 2, 20, 12), people: null })
    const heights = [...noon.matchAll(/M(\d+) -?[\d.]+h2v([\d.]+)/g)].map(
      ([, x, height]) => [Number(x), Number(height)] as const,
    )
    const shadeAt = (x: number) =>
      heights.filter(([left]) => left === x).reduce((sum, [, height]) => sum + height, 0)
    // At an equinox it is night all along the date line at noon in Greenwich, in both shades.
    expect(shadeAt(0)).toBeGreaterThan(900)
    expect(shadeAt(256)).toBe(0)
  })

  it('show people as dots where they live, by area', () => {
    const svg = svgWith({ nightTime: null, people: [CITY] })
    const [, x, y, radius] = /<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/.exec(svg) ?? []
    expect([x, y].map(Number)).toEqual([256, 256])
    expect(Number(radius)).toBeCloseTo(3, 0)
  })
})

describe('catchments of a picture', () => {
  it('are filled one copy of the world at a time, since copies overlap', () => {
    const ring = [
      [0, 0],
      [180, 0],
      [180, 60],
      [0, 0],
    ] as const
    const outline = { mix: { endpoints: [], nodata: 1 }, polygons: [[ring]], areaKm2: 1 }
    const wide = svgWith({ nightTime: null, people: null }, { ...VIEW, left: 256 }, [outline])
    expect(wide.match(/<path d="[^"]*" fill="url\(#mix-0\)"/g)).toHaveLength(2)
  })
})
