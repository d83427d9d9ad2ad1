import { bench, describe } from 'vitest'
import type { Query } from '../model/query'
import { ALL_UP } from '../model/world'
import { toClient } from '../rules/client'
import { compilePolicy } from './compile'
import { distributionFor } from './distribution'
import { drawEndpoints } from './draw'
import { seededRandom } from './random'
import { resolve } from './resolve'
import { anyPlaces, threeLevels } from './testing/three-levels'
import { threeLevelsByHand } from './testing/three-levels-by-hand'

// Fresh places for every query of a run, and nothing remembered by place.
const PLACES = anyPlaces(100_000, 20261123)
const FEWER = PLACES.slice(0, 10_000)
// Long enough that what else the machine does falls on all alike.
const LONGER = { time: 2000, warmupTime: 500 }
const compiled = compilePolicy(threeLevels(), ALL_UP)

describe('resolve: geolocation → geoproximity → weighted, 12 endpoints', () => {
  bench(
    'written by hand for this policy × 100,000',
    () => {
      const random = seededRandom(1)
      for (const place of PLACES) threeLevelsByHand(place, random)
    },
    LONGER,
  )

  bench(
    'resolve without trace × 100,000',
    () => {
      const random = seededRandom(1)
      for (const place of PLACES) drawEndpoints(compiled, toClient(place), random)
    },
    LONGER,
  )

  bench('exact distribution × 10,000', () => {
    for (const place of FEWER) distributionFor(compiled, toClient(place))
  })

  bench('resolve with trace and distribution × 10,000', () => {
    const random = seededRandom(1)
    for (const place of FEWER) resolve(compiled, queryFrom(place), random)
  })
})

function queryFrom(client: Query['client']): Query {
  return { type: null, client, resolver: null, clientSubnet: true }
}
