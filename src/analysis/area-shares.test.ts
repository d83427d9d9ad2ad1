import { beforeAll, describe, expect, it } from 'vitest'
import type { ClientTable } from '../engine/client-table'
import { compilePolicy } from '../engine/compile'
import { demandFor } from '../engine/distribution'
import type { Atlas } from '../geo/atlas'
import { loadAtlas } from '../geo/load'
import type { EndpointId } from '../model/address'
import { ALL_UP, type World } from '../model/world'
import {
  failover,
  geolocation,
  geoproximity,
  multivalue,
  policyOf,
  type TestRule,
  to,
  weighted,
  withKeys,
} from '../policy/testing/policy-of'
import { areaShares } from './area-shares'
import { landSample } from './land-sample'

describe('area shares', () => {
  let atlas: Atlas
  let sample: ClientTable
  beforeAll(async () => {
    atlas = await loadAtlas()
    sample = landSample(atlas)
  })

  function sharesOf(start: TestRule | string, world: World = ALL_UP, points = sample) {
    return areaShares(compilePolicy(policyOf(start), world), points)
  }

  const nearest = geoproximity(
    ['us-east-1', 20, to('east')],
    ['us-west-2', 0, to('west')],
    ['eu-central-1', -30, to('europe')],
    ['ap-southeast-1', 10, to('asia')],
  )

  it('counts about 20,000 points, each of them on land, and says how far off it may be', () => {
    const { samplePoints, margin } = sharesOf('site')
    expect(samplePoints).toBeGreaterThan(19_000)
    expect(samplePoints).toBeLessThan(21_000)
    expect(margin).toBeCloseTo(0.007, 3)
    expect(sample.ranges.every(({ client }) => client.country !== null)).toBe(true)
  })

  it('gives everything to an endpoint that is alone, and nothing to one that nobody reaches', () => {
    const { shares, nodata } = sharesOf(failover(to('primary'), to('secondary')))
    expect([...shares]).toEqual([
      ['primary', 1],
      ['secondary', 0],
    ])
    expect(nodata).toBe(0)
  })

  it('agrees with the land area of countries, and counts the rest as no answer', () => {
    // Land area in 1,000 km² (CIA World Factbook), of 135,000 without Antarctica.
    const areas: Readonly<Record<string, number>> = {
      BR: 8358,
      AU: 7633,
      CN: 9326,
      IN: 2973,
      DZ: 2382,
      FR: 549,
    }
    const rule = geolocation(...Object.keys(areas).map((code) => withKeys(to(code), { Country: code })))
    const { shares, nodata, margin } = sharesOf(rule)
    const errors = Object.entries(areas).map(([code, area]) =>
      Math.abs((shares.get(code) ?? 0) - area / 135_000),
    )
    expect(Math.max(...errors)).toBeLessThan(margin)
    const answered = [...shares.values()].reduce((sum, share) => sum + share, 0)
    expect(answered + nodata).toBeCloseTo(1, 12)
  })

  it('divides a place among its answers, by weight and within a multivalue answer', () => {
    const { shares } = sharesOf(weighted([3, to('alone')], [1, to(multivalue(to('a'), to('b')))]))
    expect(Object.fromEntries(shares)).toEqual({ alone: 0.75, a: 0.125, b: 0.125 })
  })

  it('says which part falls on endpoints that are down', () => {
    const { shares, blackholed } = sharesOf(weighted([1, to('up')], [3, to('down')]), {
      ...ALL_UP,
      down: new Set(['down']),
    })
    expect(shares.get('down')).toBe(0.75)
    expect(blackholed).toBe(0.75)
  })

  it('lies within its margin of a sample sixteen times as dense', () => {
    const rough = sharesOf(nearest)
    const fine = sharesOf(nearest, ALL_UP, landSample(atlas, 1_200_000))
    const errors = [...fine.shares].map(([id, share]) => Math.abs(share - (rough.shares.get(id) ?? 0)))
    expect(Math.max(...errors)).toBeLessThan(rough.margin)
  })

  it('gives each point what the engine gives a client there', () => {
    const policy = policyOf(
      geolocation(withKeys(to('brazil'), { Country: 'BR' }), withKeys(to(nearest), { Country: '*' })),
    )
    const compiled = compilePolicy(policy, ALL_UP)
    const sums = new Map<EndpointId, number>()
    for (const { client, start, end } of sample.ranges) {
      for (let point = start; point < end; point++) {
        const at = { ...client, vector: sample.vectorOf(point) }
        for (const { endpoint, probability } of demandFor(compiled, at).endpoints) {
          sums.set(endpoint, (sums.get(endpoint) ?? 0) + probability / sample.count)
        }
      }
    }
    const { shares } = areaShares(compiled, sample)
    for (const [id, share] of shares) expect(share).toBeCloseTo(sums.get(id) ?? 0, 10)
  })
})
