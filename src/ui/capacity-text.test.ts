import { expect, it } from 'vitest'
import { capacityText, readCapacity } from './capacity-text'

it.each([
  ['40 %', { amount: 40, in: 'percent' }, '40 %'],
  ['12.5%', { amount: 12.5, in: 'percent' }, '12.5 %'],
  ['50,000', { amount: 50_000, in: 'load' }, '50,000'],
  ['50k', { amount: 50_000, in: 'load' }, '50,000'],
  ['20,5 %', { amount: 20.5, in: 'percent' }, '20.5 %'],
  ['1.2 M', { amount: 1_200_000, in: 'load' }, '1.2M'],
  ['1,234,567', { amount: 1_234_567, in: 'load' }, '1,234,567'],
  ['2.5 G', { amount: 2.5e9, in: 'load' }, '2.5B'],
  ['0', { amount: 0, in: 'load' }, '0'],
  [' ', null, ''],
] as const)('“%s” is a capacity that is shown so that it can be typed again', (typed, capacity, shown) => {
  expect(readCapacity(typed)).toEqual(capacity)
  expect(capacityText(capacity)).toBe(shown)
  expect(readCapacity(shown)).toEqual(capacity)
})

it.each(['-1', 'lots', '40 %%', '%', '1.2.3'])('“%s” is no capacity', (typed) => {
  expect(readCapacity(typed)).toBeUndefined()
})
