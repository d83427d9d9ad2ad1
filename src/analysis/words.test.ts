import { expect, test } from 'vitest'
import { biasText, kilometresText, measuresText, percentText } from './words'

test('percentages are exact where they are short and never round to 0 % or 100 %', () => {
  expect(percentText(0.2)).toBe('20 %')
  expect(percentText(1 / 3)).toBe('33.33 %')
  expect(percentText(1)).toBe('100 %')
  expect(percentText(0)).toBe('0 %')
  expect(percentText(1e-6)).toBe('< 0.01 %')
  expect(percentText(0.999999)).toBe('> 99.99 %')
})

test('distances say their unit and are rounded to what matters', () => {
  expect(kilometresText(1234.5)).toBe('1,235 km')
  expect(kilometresText(3.14159)).toBe('3.1 km')
})

test('a biased distance shows how it came about', () => {
  const measures = { distanceKm: 150, bias: 50, biasedDistanceKm: 75 }
  expect(measuresText({ measures })).toBe('150 km × 0.5 (bias +50) = 75 km')
  expect(biasText(-25)).toBe('−25')
})

test('a latency says whether it is an estimate', () => {
  expect(measuresText({ measures: { latencyMs: 42.4, latencyFrom: 'estimate' } })).toBe('≈ 42 ms, estimate')
  expect(measuresText({ measures: { latencyMs: 20, latencyFrom: 'given' } })).toBe('20 ms, as given')
})
