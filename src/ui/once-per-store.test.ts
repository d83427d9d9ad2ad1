import { expect, test } from 'vitest'
import { createAppStore } from '../store/app-store'
import { oncePerStore } from './once-per-store'

test('is made once for each store', () => {
  const makers: object[] = []
  const of = oncePerStore((store) => {
    makers.push(store)
    return { store }
  })
  const [one, other] = [createAppStore(), createAppStore()]
  expect(of(one)).toBe(of(one))
  expect(of(other)).not.toBe(of(one))
  expect(of(other).store).toBe(other)
  expect(makers).toEqual([one, other])
})
