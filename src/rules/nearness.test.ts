import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Coordinates, toRadians } from '../geo/coordinates'
import { biasFactor, distanceKm, EARTH_RADIUS_KM } from '../geo/distance'
import { REGIONS } from '../geo/regions'
import { UNMAPPED } from '../model/query'
import { toClient } from './client'
import type { Choice } from './decision'
import { byBiasedDistance, type Site } from './geoproximity/decision'
import { byLatency } from './latency/decision'
import { anyCoordinates } from './testing/any-client'
import { givenHealth } from './testing/given-health'

const SEED = 20261123
const RUNS = 2000

const aBias = fc.integer({ min: -99, max: 99 })
const someSites: fc.Arbitrary<readonly Site[]> = fc.array(
  fc.record({ coordinates: anyCoordinates, bias: aBias }),
  { minLength: 1, maxLength: 8 },
)
const aFormula = fc.constantFrom('guide' as const, 'map' as const)
const ALL_HEALTHY = givenHealth([])

const clientAt = (coordinates: Coordinates) => toClient({ ...UNMAPPED, coordinates })
const branchOf = (choice: Choice) => (choice.kind === 'one' ? choice.branch : -1)

/** Great-circle distance by the tangent, which shares nothing with the haversine but the radius. */
function distanceByTangentKm(a: Coordinates, b: Coordinates): number {
  const [phi, psi] = [toRadians(a.latitude), toRadians(b.latitude)]
  const lambda = toRadians(b.longitude - a.longitude)
  const across = Math.cos(psi) * Math.sin(lambda)
  const along = Math.cos(phi) * Math.sin(psi) - Math.sin(phi) * Math.cos(psi) * Math.cos(lambda)
  const up = Math.sin(phi) * Math.sin(psi) + Math.cos(phi) * Math.cos(psi) * Math.cos(lambda)
  return EARTH_RADIUS_KM * Math.atan2(Math.hypot(across, along), up)
}

describe('nearness', () => {
  it(`without bias is the nearest by an independent formula, for ${RUNS} sets of sites (seed ${SEED})`, () => {
    fc.assert(
      fc.property(someSites, anyCoordinates, aFormula, (sites, from, formula) => {
        const unbiased = sites.map((site) => ({ ...site, bias: 0 }))
        const winner = branchOf(byBiasedDistance(unbiased, formula).choose(clientAt(from), ALL_HEALTHY))
        const distances = sites.map(({ coordinates }) => distanceByTangentKm(from, coordinates ?? from))
        // The haversine loses digits at antipodes: a tenth of a metre there.
        expect(distances[winner]).toBeLessThanOrEqual(Math.min(...distances) + 1e-4)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`never loses a location a place when its bias is raised, by either formula (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        someSites,
        fc.array(fc.boolean(), { maxLength: 8 }),
        anyCoordinates,
        aFormula,
        aBias,
        (sites, healthy, from, formula, bias) => {
          const client = clientAt(from)
          const winnerOf = (of: readonly Site[]) =>
            branchOf(byBiasedDistance(of, formula).choose(client, givenHealth(healthy)))
          const winner = winnerOf(sites)
          const raised = sites.map((site, branch) =>
            branch === winner ? { ...site, bias: Math.max(site.bias, bias) } : site,
          )
          expect(winnerOf(raised)).toBe(winner)
        },
      ),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`takes the first of the lowest biased distances in full, though it takes few arcsines (seed ${SEED})`, () => {
    fc.assert(
      fc.property(someSites, anyCoordinates, aFormula, (sites, from, formula) => {
        const costs = sites.map(
          ({ coordinates, bias }) => distanceKm(coordinates ?? from, from) * biasFactor(bias, formula),
        )
        const winner = branchOf(byBiasedDistance(sites, formula).choose(clientAt(from), ALL_HEALTHY))
        expect(winner).toBe(costs.indexOf(Math.min(...costs)))
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`estimates the latency of Regions in the order of their distance (seed ${SEED})`, () => {
    const codes = REGIONS.map(({ code }) => code)
    const decision = byLatency(codes, [])
    fc.assert(
      fc.property(anyCoordinates, (from) => {
        const order = decision
          .explain(clientAt(from), ALL_HEALTHY)
          .map(({ measures }) => measures.distanceKm ?? 0)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        expect(order).toHaveLength(REGIONS.length)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('holds also for antipodes and for a client on the very spot of a site', () => {
    const sites = [
      { coordinates: { latitude: 90, longitude: 0 }, bias: -99 },
      { coordinates: { latitude: -90, longitude: 77 }, bias: 99 },
    ]
    const decision = byBiasedDistance(sites, 'guide')
    expect(decision.choose(clientAt({ latitude: 90, longitude: 123 }), ALL_HEALTHY)).toEqual({
      kind: 'one',
      branch: 0,
    })
    expect(decision.choose(clientAt({ latitude: -90, longitude: 0 }), ALL_HEALTHY)).toEqual({
      kind: 'one',
      branch: 1,
    })
    expect(decision.choose(clientAt({ latitude: 0, longitude: 0 }), ALL_HEALTHY)).toEqual({
      kind: 'one',
      branch: 1,
    })
  })

  it('clamps a bias beyond 99 instead of turning distances round', () => {
    const far = { coordinates: { latitude: 0, longitude: 10 }, bias: 400 }
    const near = { coordinates: { latitude: 0, longitude: 1 }, bias: -400 }
    const decision = byBiasedDistance([near, far], 'map')
    const [first, second] = decision.explain(clientAt({ latitude: 0, longitude: 0 }), ALL_HEALTHY)
    expect([first?.branch, second?.branch]).toEqual([1, 0])
    expect(first?.measures.biasedDistanceKm ?? 0).toBeCloseTo((first?.measures.distanceKm ?? 0) * 0.01, 9)
    expect(second?.measures.biasedDistanceKm ?? 0).toBeCloseTo((second?.measures.distanceKm ?? 0) * 100, 6)
  })
})
