import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../engine/compile'
import { aSoundDocument } from '../engine/testing/any-policy'
import { aWorldOf } from '../engine/testing/any-world'
import { worldOf } from '../engine/testing/ask'
import { evaluating, passing } from '../engine/testing/marked'
import { ALL_UP, type World } from '../model/world'
import type { Policy } from '../policy/policy'
import {
  failover,
  geolocation,
  geoproximity,
  multivalue,
  policyFrom,
  policyOf,
  type TestRule,
  to,
  weighted,
  withKeys,
} from '../policy/testing/policy-of'
import { type DemandShares, demandShares } from './shares'
import { smallDemand } from './testing/small-demand'

const SEED = 20261124
const prepared = smallDemand()

function sharesOf(policy: Policy, world: World = ALL_UP): DemandShares {
  return demandShares(compilePolicy(policy, world), prepared)
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0)
}

/** Points, rounded to what demand of weight 100 can say exactly. */
function points(shares: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...shares].map(([id, share]) => [id, Number((share * 100).toFixed(9))]))
}

describe('demand shares', () => {
  const near = geoproximity(['us-east-1', 0, to('east')], ['eu-central-1', 0, to('europe')])

  it('weigh places by their demand', () => {
    const rule = geolocation(
      withKeys(to('france'), { Country: 'FR' }),
      withKeys(to('washington'), { Country: 'US', Subdivision: 'WA' }),
      withKeys(to('asia'), { Continent: 'AS' }),
    )
    const { shares, nodata, blackholed } = sharesOf(policyOf(rule))
    expect(points(shares)).toEqual({ france: 9, washington: 5, asia: 32 })
    expect(nodata).toBeCloseTo(0.54, 12)
    expect(blackholed).toBe(0)
  })

  it('list every endpoint, in the order of the document, also those that nobody reaches', () => {
    const { shares } = sharesOf(policyOf(failover(to('primary'), to('secondary'))))
    expect([...shares]).toEqual([
      ['primary', expect.closeTo(1, 12)],
      ['secondary', 0],
    ])
  })

  it('divide the demand of a place equally among the answers of a multivalue rule', () => {
    const many = multivalue(...Array.from({ length: 12 }, (_, index) => to(`a${index + 1}`)))
    const { shares } = sharesOf(policyOf(weighted([1, to('alone')], [3, to(many)])))
    expect(shares.get('alone')).toBeCloseTo(1 / 4, 12)
    for (let index = 1; index <= 12; index++) expect(shares.get(`a${index}`)).toBeCloseTo(1 / 16, 12)
  })

  it('say what is black-holed: the part that still falls on endpoints that are down', () => {
    const { shares, blackholed } = sharesOf(policyOf(near), worldOf({ down: ['east'] }))
    expect(blackholed).toBe(shares.get('east'))
    expect(blackholed).toBeGreaterThan(0.2)
    const checked = geoproximity(['us-east-1', 0, passing('east')], ['eu-central-1', 0, to('europe')])
    expect(sharesOf(policyOf(checked), worldOf({ down: ['east'] })).blackholed).toBe(0)
  })

  it('say of each rule what arrives there and where it goes, of unused rules that nothing does', () => {
    const policy = policyOf(
      geolocation(withKeys(evaluating(near), { Continent: 'NA' }), withKeys(to('rest'), { Country: '*' })),
    )
    const spare: TestRule = failover(to('east'), to('rest'))
    const unused = policyOf(spare).rules.get('failover-1')
    const { rules } = sharesOf({
      ...policy,
      rules: new Map([...policy.rules, ...(unused ? [['spare', unused] as const] : [])]),
    })
    expect([...rules.keys()]).toEqual(['geo-1', 'geoproximity-2', 'spare'])
    expect(rules.get('geo-1')?.share).toBeCloseTo(1, 12)
    expect([...(rules.get('geo-1')?.branches.values() ?? [])]).toEqual([
      expect.closeTo(0.22, 12),
      expect.closeTo(0.78, 12),
    ])
    expect(rules.get('geoproximity-2')?.share).toBeCloseTo(0.22, 12)
    expect(rules.get('spare')).toEqual({
      share: 0,
      branches: new Map([
        ['primary', 0],
        ['secondary', 0],
      ]),
    })
  })

  it('say of each country, the largest first, what comes from there and where it goes', () => {
    const { countries } = sharesOf(policyOf(near))
    expect(countries.slice(0, 3).map(({ country }) => country)).toEqual(['US', 'IN', 'JP'])
    const us = countries.find(({ country }) => country === 'US')
    expect(us?.share).toBeCloseTo(0.22, 12)
    expect(us?.nodata).toBe(0)
    expect([...(us?.endpoints ?? [])]).toEqual([['east', expect.closeTo(0.22, 12)]])
    expect(sum(countries.map(({ share }) => share))).toBeCloseTo(1, 12)
  })

  it(`sum to 1 with the part that gets no answer, for any policy in any world (seed ${SEED})`, () => {
    const inWorld = aSoundDocument(true)
      .map(policyFrom)
      .chain((policy) => aWorldOf(policy).map((world) => ({ policy, world })))
    fc.assert(
      fc.property(inWorld, ({ policy, world }) => {
        const { shares, nodata, blackholed, countries } = sharesOf(policy, world)
        expect(sum(shares.values()) + nodata).toBeCloseTo(1, 12)
        const down = [...shares].filter(([id]) => world.down.has(id)).map(([, share]) => share)
        expect(blackholed).toBeCloseTo(sum(down), 12)
        for (const { share, endpoints, nodata: none } of countries) {
          expect(sum(endpoints.values()) + none).toBeCloseTo(share, 12)
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
