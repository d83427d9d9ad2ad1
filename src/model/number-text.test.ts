import { expect, test } from 'vitest'
import { numberText, typedNumber } from './number-text'

test('a negative number is written with the minus sign', () => {
  expect(numberText(-41)).toBe('−41')
  expect(numberText('-33.87')).toBe('−33.87')
  expect(numberText(7)).toBe('7')
})

test.each(['-41', '−41', '–41', ' −41 '])('“%s” is read as a negative number', (typed) => {
  expect(Number(typedNumber(typed))).toBe(-41)
})

test('what is written is read again', () => {
  expect(typedNumber(numberText(-0.5))).toBe('-0.5')
})
