import { expect, test } from 'vitest'
import { isHeldOutside } from './hold-pan'

const CANVAS = { width: 700, height: 600 }

test('a connection over the canvas, up to its edge, may move it', () => {
  expect(isHeldOutside({ ...CANVAS, pointer: { x: 690, y: 300 } })).toBe(false)
  expect(isHeldOutside({ ...CANVAS, pointer: { x: 0, y: 600 } })).toBe(false)
})

test('a connection beside the canvas may not', () => {
  expect(isHeldOutside({ ...CANVAS, pointer: { x: 701, y: 300 } })).toBe(true)
  expect(isHeldOutside({ ...CANVAS, pointer: { x: 300, y: -1 } })).toBe(true)
})

test('what moves the canvas without a connection is not held', () => {
  expect(isHeldOutside({ ...CANVAS, pointer: null })).toBe(false)
})
