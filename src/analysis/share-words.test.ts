import { expect, test } from 'vitest'
import { demandText, endpointTexts, pointsText } from './share-words'

const BUNDLED = { unit: 'internet users', places: 9284, source: 'Bundled' }

test('the bundled demand is said to be an estimate, and the user’s own is not', () => {
  expect(demandText(BUNDLED, false)).toBe(
    'Percent of the world’s internet users; an estimate from 9,284 places. Bundled.',
  )
  expect(demandText({ unit: 'queries', places: 3, source: 'From log.csv' }, true)).toBe(
    'Percent of your queries from 3 places. From log.csv.',
  )
})

test('a difference too small for a figure keeps its direction and reads as a sum does', () => {
  expect([0.021, -0.004, 0].map(pointsText)).toEqual(['+2.1 points', '−0.4 points', '0.0 points'])
  expect([0.0003, -0.0003].map(pointsText)).toEqual(['< +0.1 points', '> −0.1 points'])
})

test('of the countries of an endpoint the largest are named in order, wherever they come among the others', () => {
  const reaching = (country: string | null, share: number) => ({
    country,
    share: 0.2,
    endpoints: new Map([['a', share]]),
    nodata: 0,
  })
  const shares = {
    shares: new Map([['a', 0.19]]),
    nodata: 0.81,
    blackholed: 0,
    rules: new Map(),
    countries: [reaching('DE', 0.02), reaching('FR', 0.01), reaching(null, 0.03), reaching('PL', 0.05)],
  }
  expect(endpointTexts(shares).get('a')).toBe('a: 19.0 % of demand, largest: Poland, the open sea, Germany')
  expect(endpointTexts(shares, 1).get('a')).toBe('a: 19.0 % of demand, largest: Poland')
})
