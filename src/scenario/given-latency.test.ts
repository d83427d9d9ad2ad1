import { expect, test } from 'vitest'
import { ALL_UP } from '../model/world'
import { givenLatency, withLatency } from './given-latency'

const FRANKFURT = { country: null, region: 'eu-central-1' }
const FROM_FRANCE = { country: 'FR', region: 'eu-central-1' }

test('a round trip time is given for clients of a country or anywhere, each apart', () => {
  const world = withLatency(withLatency(ALL_UP, FRANKFURT, 40), FROM_FRANCE, 9.5)
  expect(givenLatency(world, FRANKFURT)).toBe(40)
  expect(givenLatency(world, FROM_FRANCE)).toBe(9.5)
  expect(givenLatency(world, { country: 'DE', region: 'eu-central-1' })).toBeNull()
})

test('another time takes the place of the one before, and no time leaves it to the estimate', () => {
  const world = withLatency(withLatency(ALL_UP, FRANKFURT, 40), FROM_FRANCE, 9.5)
  const changed = withLatency(world, FRANKFURT, 12)
  expect(changed.latencies).toEqual([
    { ...FRANKFURT, milliseconds: 12 },
    { ...FROM_FRANCE, milliseconds: 9.5 },
  ])
  expect(withLatency(changed, FRANKFURT, null).latencies).toEqual([{ ...FROM_FRANCE, milliseconds: 9.5 }])
  expect(ALL_UP.latencies).toEqual([])
})

test('of a time given twice, which a file may hold, the last counts, and both go', () => {
  const twice = { ...ALL_UP, latencies: [1, 2].map((milliseconds) => ({ ...FRANKFURT, milliseconds })) }
  expect(givenLatency(twice, FRANKFURT)).toBe(2)
  expect(withLatency(twice, FRANKFURT, 3).latencies).toEqual([{ ...FRANKFURT, milliseconds: 3 }])
  expect(withLatency(twice, FRANKFURT, null).latencies).toEqual([])
})
