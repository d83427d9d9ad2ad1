import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vectorDistanceKm } from '../geo/distance'
import { REGIONS } from '../geo/regions'
import type { GivenLatency } from '../model/world'
import { type Client, toClient } from './client'
import type { CostLine, Decision } from './decision'
import { byBiasedDistance } from './geoproximity/decision'
import { byLatency } from './latency/decision'

const SEED = 20_261_123
const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })
const coordinates = fc.record({ latitude: degrees(90), longitude: degrees(180) })
const client = fc
  .record({ coordinates, country: fc.constantFrom('CN', 'DE', 'BR', null) })
  .map((place) => toClient({ ...place, subdivision: null }))
const code = fc.constantFrom('cn-north-1', 'nowhere-1', ...REGIONS.map((region) => region.code))
const given: fc.Arbitrary<GivenLatency> = fc.record({
  country: fc.constantFrom('DE', 'BR', null),
  region: code,
  milliseconds: fc.integer({ min: 0, max: 400 }),
})
const site = fc.record({
  coordinates: fc.option(coordinates, { freq: 8 }),
  bias: fc.integer({ min: -99, max: 99 }),
})

/** The branch whose line is lowest for a client, the first of equals. */
function lowest(lines: readonly CostLine[], { vector }: Client): number {
  const costs = lines.map(({ site: at, base, perKm }) =>
    at && vector ? base + perKm * vectorDistanceKm(at, vector) : base,
  )
  return costs.indexOf(Math.min(...costs))
}

function expectLinesToDecide(decision: Decision, asking: Client): void {
  const lines = decision.costLines?.(asking) ?? []
  const choice = decision.choose(asking, { healthy: () => true })
  expect(choice).toEqual({ kind: 'one', branch: lowest(lines, asking) })
  expect(decision.costLines?.(asking)).toBe(lines)
}

describe('cost lines', () => {
  it('lead to the branch that a geoproximity rule chooses, by either formula', () => {
    const sites = fc.array(site, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        sites,
        fc.constantFrom('guide' as const, 'map' as const),
        client,
        (all, formula, asking) => {
          expectLinesToDecide(byBiasedDistance(all, formula), asking)
        },
      ),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('lead to the branch that a latency rule chooses, with given and estimated latencies', () => {
    const regions = fc.array(code, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(regions, fc.array(given, { maxLength: 5 }), client, (codes, rows, asking) => {
        expectLinesToDecide(byLatency(codes, rows), asking)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})
