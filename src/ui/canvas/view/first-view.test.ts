import { expect, test } from 'vitest'
import { firstView } from './first-view'

const PANE = { width: 700, height: 800 }
const box = (x: number, y: number) => ({ x, y, width: 200, height: 100 })

test('a small policy is shown whole in the middle, never larger than it is', () => {
  const { x, y, zoom } = firstView([box(0, 0)], PANE)
  expect(zoom).toBe(1)
  expect({ x, y }).toEqual({ x: 250, y: 350 })
})

test('a wide policy is made smaller until it fits', () => {
  const { x, zoom } = firstView([box(0, 0), box(1000, 0)], PANE)
  expect(zoom).toBeCloseTo(668 / 1200)
  expect(x).toBeCloseTo(16)
})

test('a policy of four columns is whole in the pane of a small laptop, where its names can still be read', () => {
  const { zoom } = firstView([box(0, 0), box(1014, 0)], { width: 488, height: 720 })
  expect(zoom).toBeCloseTo(456 / 1214)
})

test('a policy too large to be read whole begins at its start', () => {
  const { x, y, zoom } = firstView([box(0, 20_000), box(1000, 0), box(1000, 40_000)], PANE)
  expect(zoom).toBe(0.65)
  expect(x).toBe(16)
  expect(20_050 * zoom + y).toBeCloseTo(400)
})

test('nothing to show is shown at its natural size', () => {
  expect(firstView([], PANE)).toEqual({ x: 0, y: 0, zoom: 1 })
})
