import { expect, test } from 'vitest'
import { type CanvasView, panToShow, viewIn } from './view-box'

const VIEW: CanvasView = { transform: [100, 50, 0.5], width: 700, height: 600 }

test('what is seen well leaves room for the edge and the toolbar', () => {
  expect(viewIn(VIEW)).toEqual({ x: -152, y: -52, width: 1304, height: 1024 })
})

test('what is seen well on a phone leaves room for the button at its top, too', () => {
  expect(viewIn({ transform: [0, 0, 1], width: 390, height: 600 })).toEqual({
    x: 24,
    y: 68,
    width: 342,
    height: 468,
  })
})

test('a box that is seen whole moves nothing', () => {
  expect(panToShow({ x: 0, y: 0, width: 232, height: 84 }, VIEW)).toEqual({ x: 100, y: 50 })
})

test('a box beyond an edge comes just inside of it', () => {
  expect(panToShow({ x: 1200, y: -100, width: 232, height: 84 }, VIEW)).toEqual({ x: -40, y: 74 })
})

test('a box larger than the view shows its beginning', () => {
  expect(panToShow({ x: 0, y: 100, width: 232, height: 3000 }, VIEW)).toEqual({ x: 100, y: -26 })
})
