import { bench, describe } from 'vitest'
import { loadAtlas, loadGazetteer } from './load'
import { worldPixels } from './raster-view'

// Numbers for a pull request, not a test: nothing here fails. The seed makes runs comparable.

const SEED = 20261123
const atlas = await loadAtlas()
const gazetteer = await loadGazetteer()
const points = randomPoints(10_000)

describe('one point', () => {
  let next = 0
  bench('unitAt anywhere', () => {
    atlas.unitAt(points[next++ % points.length] ?? { latitude: 0, longitude: 0 })
  })
  bench('unitAt a populated place', () => {
    atlas.unitAt(gazetteer.places[next++ % gazetteer.places.length] ?? { latitude: 0, longitude: 0 })
  })
  bench('nearestPlace', () => {
    gazetteer.nearestPlace(points[next++ % points.length] ?? { latitude: 0, longitude: 0 })
  })
})

describe('a raster of 1280 × 720 pixels', () => {
  for (const [zoom, x, y] of [
    [0, 0.5, 0.5],
    [2, 0.5, 0.4],
    [4, 0.55, 0.33],
    [6, 0.57, 0.38],
    [9, 0.999, 0.55],
  ] as const) {
    const view = {
      zoom,
      left: x * worldPixels(zoom) - 640,
      top: y * worldPixels(zoom) - 360,
      width: 1280,
      height: 720,
    }
    bench(`at zoom ${zoom}`, () => {
      atlas.rasterise(view)
    })
  }
})

describe('search', () => {
  for (const text of ['s', 'lond', 'paris texas']) {
    bench(text, () => {
      gazetteer.search(text, 10)
    })
  }
})

/** Points spread evenly over the sphere, by a linear congruential generator. */
function randomPoints(count: number): { latitude: number; longitude: number }[] {
  let state = SEED
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: count }, () => ({
    latitude: (Math.asin(random() * 2 - 1) * 180) / Math.PI,
    longitude: random() * 360 - 180,
  }))
}
