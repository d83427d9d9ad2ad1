import { expect, test } from 'vitest'
import { UNMAPPED } from '../../model/query'
import { toClient } from '../client'
import type { BranchHealth } from '../decision'
import { byPlace } from './decision'
import type { GeolocationPlace } from './location'

const PLACES: readonly GeolocationPlace[] = [
  { kind: 'default' },
  { kind: 'continent', code: 'EU' },
  { kind: 'country', code: 'FR' },
]
const FROM_FRANCE = toClient({ ...UNMAPPED, country: 'FR' })
const FROM_JAPAN = toClient({ ...UNMAPPED, country: 'JP' })

/** The same for every client; a branch that is not given is healthy. */
const givenHealth = (healthy: readonly boolean[]): BranchHealth => ({
  healthy: (branch) => healthy[branch] ?? true,
})

/** Why each branch was taken or passed over, in the order of the document. */
function reasons(client: typeof FROM_FRANCE, healthy: readonly boolean[] = []) {
  const told = byPlace(PLACES).explain(client, givenHealth(healthy))
  return told.toSorted((a, b) => a.branch - b.branch).map(({ reason }) => reason)
}

test('the default is taken because nothing smaller covers the client, not as the smallest place', () => {
  expect(reasons(FROM_JAPAN)).toEqual(['geolocation/default', 'other-place', 'other-place'])
  expect(reasons(FROM_FRANCE)).toEqual(['larger-place', 'larger-place', 'smallest-place'])
})

test('a larger place that answers for an unhealthy one is not called the smallest', () => {
  expect(reasons(FROM_FRANCE, [true, true, false])).toEqual([
    'larger-place',
    'geolocation/next-place',
    'unhealthy',
  ])
  expect(reasons(FROM_FRANCE, [true, false, false])).toEqual([
    'geolocation/healthy-default',
    'unhealthy',
    'unhealthy',
  ])
  expect(reasons(FROM_FRANCE, [false, false, false])).toEqual(['unhealthy', 'unhealthy', 'last-resort'])
})
