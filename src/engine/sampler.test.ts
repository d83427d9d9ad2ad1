import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UNMAPPED } from '../model/query'
import { ALL_UP } from '../model/world'
import type { Policy } from '../policy/policy'
import {
  failover,
  geolocation,
  multivalue,
  policyFrom,
  policyOf,
  to,
  weighted,
} from '../policy/testing/policy-of'
import { toClient } from '../rules/client'
import { compilePolicy } from './compile'
import { distributionFor } from './distribution'
import { drawEndpoints } from './draw'
import { seededRandom } from './random'
import { aSoundDocument } from './testing/any-policy'

const SEED = 20261123
/** Chance that a right sampler fails one of these tests, for any seed. */
const CHANCE = 1e-6

const CLIENT = toClient({ ...UNMAPPED, country: 'FR' })
const IDS = Array.from({ length: 12 }, (_, index) => `e${index + 1}`)

/** How often each endpoint was in one of so many answers, and how often there was none. */
function drawn(policy: Policy, draws: number): ReadonlyMap<string, number> {
  const compiled = compilePolicy(policy, ALL_UP)
  const random = seededRandom(SEED)
  const counts = new Map<string, number>()
  for (let draw = 0; draw < draws; draw++) {
    const answer = drawEndpoints(compiled, CLIENT, random).map(({ endpoint }) => endpoint.id)
    for (const id of answer.length > 0 ? answer : ['']) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/**
 * Expects every frequency within Hoeffding's bound of its exact probability p: in n draws
 * P(|frequency − p| ≥ √(ln(2m/CHANCE) / 2n)) ≤ CHANCE/m for each of the m outcomes that a test compares,
 * over all its policies.
 */
function expectToConverge(policy: Policy, draws: number, policies = 1): void {
  const { endpoints, nodata } = distributionFor(compilePolicy(policy, ALL_UP), CLIENT)
  const exact = [
    ...endpoints.map(({ endpoint, probability }) => [endpoint, probability] as const),
    ['', nodata] as const,
  ]
  const bound = Math.sqrt(Math.log((2 * exact.length * policies) / CHANCE) / (2 * draws))
  const counts = drawn(policy, draws)
  for (const [id, probability] of exact) {
    expect(Math.abs((counts.get(id) ?? 0) / draws - probability)).toBeLessThan(bound)
  }
  expect([...counts.keys()].filter((id) => !exact.some(([known]) => known === id))).toEqual([])
}

describe(`the seeded sampler (seed ${SEED}, bound of Hoeffding at ${CHANCE})`, () => {
  it('converges to the shares of a weighted rule', () => {
    const weights = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 255] as const
    const rule = weighted(...IDS.map((id, index) => [weights[index] ?? 0, to(id)] as const))
    expectToConverge(policyOf(rule), 400_000)
  })

  it('converges to the inclusions of a multivalue answer, one value named twice', () => {
    expectToConverge(policyOf(multivalue(...IDS.map((id) => to(id)), to('e1'))), 200_000)
  })

  it('converges to the products of nested rules, no answer included', () => {
    const nowhere = geolocation(to('e9', { Country: 'JP' }))
    const group = multivalue(...IDS.slice(0, 10).map((id) => to(id)))
    const rule = weighted(
      [1, to(weighted([3, to('e1')], [1, to(group)]))],
      [2, to(failover(to(group), to('e12')))],
      [3, to(weighted([1, to('e11')], [9, to(nowhere)]))],
    )
    expectToConverge(policyOf(rule), 400_000)
  })

  it('fits a weighted rule by chi-square, which sees small shares too', () => {
    const weights = [1, 4, 15, 60, 80, 95] as const
    const rule = weighted(...weights.map((weight, index) => [weight, to(IDS[index] ?? '')] as const))
    const draws = 500_000
    const counts = drawn(policyOf(rule), draws)
    const chiSquare = weights.reduce((sum, weight, index) => {
      const expected = (draws * weight) / 255
      return sum + ((counts.get(IDS[index] ?? '') ?? 0) - expected) ** 2 / expected
    }, 0)
    // 35.9: what chance exceeds once in a million, at 5 degrees of freedom.
    expect(chiSquare).toBeLessThan(35.9)
  })

  it('converges for any policy', () => {
    fc.assert(
      fc.property(aSoundDocument(true), (document) => {
        expectToConverge(policyFrom(document), 5000, 60)
      }),
      { seed: SEED, numRuns: 60 },
    )
  })
})
