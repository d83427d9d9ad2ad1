import { describe, expect, it } from 'vitest'
import { decodePlaces } from './place-table'

const FILE = {
  perDegree: 500,
  territories: ['FR 1', 'US-GA 2'],
  names: 'One\nTwo\nThree',
  // For each: steps east and north of the one before (zigzag), population and weight as digits · 8 + zeros.
  numbers: btoa(String.fromCharCode(0xf4, 3, 0xe7, 7, 10, 18, 0, 0, 18, 27, 2, 2, 0, 11)),
}

describe('a file of places', () => {
  it('is read with the most populous first', () => {
    expect(decodePlaces(FILE)).toEqual([
      {
        name: 'Two',
        country: 'US',
        subdivision: 'GA',
        longitude: 0.5,
        latitude: -1,
        population: 200,
        weight: 3000,
      },
      {
        name: 'One',
        country: 'FR',
        subdivision: null,
        longitude: 0.5,
        latitude: -1,
        population: 100,
        weight: 200,
      },
      {
        name: 'Three',
        country: 'US',
        subdivision: 'GA',
        longitude: 0.502,
        latitude: -0.998,
        population: 0,
        weight: 1000,
      },
    ])
  })

  it('is refused when it is damaged', () => {
    expect(() => decodePlaces({ ...FILE, names: 'One\nTwo' })).toThrow('fewer names than places')
    expect(() => decodePlaces({ ...FILE, numbers: FILE.numbers.slice(0, 8) })).toThrow('end too early')
  })
})
