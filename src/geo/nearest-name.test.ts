import { expect, it } from 'vitest'
import { nearestName } from './nearest-name'

const names = ['Germany', 'Greece', 'Mali', 'Malta', 'São Paulo', 'Kraków']

it.each([
  ['Germny', 'Germany'],
  ['grece', 'Greece'],
  ['sao pualo', 'São Paulo'],
  ['Krakow', 'Kraków'],
  ['ZZ', null],
  ['Atlantis', null],
  ['', null],
])('a misspelled %s means %s', (word, name) => {
  expect(nearestName(word, names)).toBe(name)
})
