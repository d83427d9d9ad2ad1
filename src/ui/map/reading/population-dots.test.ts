import { expect, it } from 'vitest'
import type { Place } from '../../../geo/place'
import { populationDots } from './population-dots'

const CITY: Place = {
  name: 'Null Island City',
  latitude: 0,
  longitude: 0,
  country: 'GH',
  subdivision: null,
  population: 4e6,
  weight: 4e6,
}

function radiusAt(zoom: number): number {
  const size = 256 * 2 ** zoom
  const view = { zoom, left: 0, top: 0, width: size, height: size }
  return populationDots(view, [CITY])[0]?.radius ?? 0
}

it('makes the area of a dot as large as its people', () => {
  expect(radiusAt(2)).toBeCloseTo(6, 5)
})

it('shrinks dots with a small map, so that they do not grow together', () => {
  expect(radiusAt(1)).toBeCloseTo(radiusAt(2) / 2, 5)
  expect(radiusAt(6)).toBeCloseTo(radiusAt(2) * 2, 5)
})
