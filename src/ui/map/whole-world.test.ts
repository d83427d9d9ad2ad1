import { expect, test } from 'vitest'
import { WHOLE_WORLD } from '../../scenario/scenario'
import { isStillWhole, wholeWorldIn } from './whole-world'

test('the whole world is still shown while the map stands there, or nearly, at the zoom at which it was shown', () => {
  const whole = wholeWorldIn(600, 400)
  expect(isStillWhole(whole, whole.zoom)).toBe(true)
  expect(isStillWhole({ ...whole, latitude: WHOLE_WORLD.latitude + 0.5 }, whole.zoom)).toBe(true)
  expect(isStillWhole({ ...whole, longitude: 30 }, whole.zoom)).toBe(false)
  expect(isStillWhole({ ...whole, zoom: whole.zoom + 0.5 }, whole.zoom)).toBe(false)
})

test('before the whole world was shown, no view is still that', () => {
  expect(isStillWhole(WHOLE_WORLD, null)).toBe(false)
})
