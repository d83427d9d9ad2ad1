import { expect, test } from 'vitest'
import { demandText } from './share-words'

const BUNDLED = { unit: 'internet users', places: 9284, source: 'Bundled' }

test('the bundled demand is said to be an estimate, and the user’s own is not', () => {
  expect(demandText(BUNDLED, false)).toBe(
    'Percent of the world’s internet users; an estimate from 9,284 places. Bundled.',
  )
  expect(demandText({ unit: 'queries', places: 3, source: 'From log.csv' }, true)).toBe(
    'Percent of your queries from 3 places. From log.csv.',
  )
})
