import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, contains, freePlace } from './free-place'

const SEED = 20_261_102
const SIZE = { width: 232, height: 84 }

test('an empty place is taken as wanted', () => {
  expect(freePlace([], { x: 10.4, y: 20.6 }, SIZE)).toEqual({ x: 10, y: 21 })
})

test('a place in view is preferred to a nearer one out of it', () => {
  const taken = [{ x: 0, y: 0, width: 232, height: 84 }]
  const view = { x: -20, y: -400, width: 300, height: 520 }
  const place = freePlace(taken, { x: 0, y: 0 }, SIZE, view)
  expect(contains(view, { ...place, ...SIZE })).toBe(true)
  expect(place.y + SIZE.height).toBeLessThanOrEqual(-24)
})

test('where the view is full the nearest free place is taken all the same', () => {
  const taken = [{ x: 0, y: 0, width: 232, height: 84 }]
  expect(freePlace(taken, { x: 0, y: 0 }, SIZE, { x: 0, y: 0, width: 240, height: 100 })).toEqual(
    freePlace(taken, { x: 0, y: 0 }, SIZE),
  )
})

test(`a new node covers no other (seed ${SEED})`, () => {
  const aBox = fc.record({
    x: fc.integer({ min: -800, max: 800 }),
    y: fc.integer({ min: -800, max: 800 }),
    width: fc.constant(272),
    height: fc.integer({ min: 84, max: 500 }),
  })
  fc.assert(
    fc.property(fc.array(aBox, { maxLength: 25 }), (boxes: readonly Box[]) => {
      const { x, y } = freePlace(boxes, { x: 0, y: 0 }, SIZE)
      const covered = boxes.some(
        (box) =>
          x < box.x + box.width &&
          box.x < x + SIZE.width &&
          y < box.y + box.height &&
          box.y < y + SIZE.height,
      )
      expect(covered).toBe(false)
    }),
    { seed: SEED },
  )
})
