import { expect, test } from 'vitest'
import { sheetZoom } from './print'

test.each([
  { screen: 'wide', width: 1360, height: 800 },
  { screen: 'narrow', width: 450, height: 400 },
  { screen: 'upright', width: 390, height: 750 },
])('a map of a $screen screen fills the sheet one way, and is cut in none', ({ width, height }) => {
  const zoom = sheetZoom(width, height)
  const [across, down] = [(width * zoom) / 680, (height * zoom) / 920]
  expect(Math.max(across, down)).toBeCloseTo(1, 10)
})

test('a map that is out of sight keeps its size', () => {
  expect(sheetZoom(0, 0)).toBe(1)
})
