import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import { seededRandom } from '../../engine/random'
import { biasFactor } from '../../geo/distance'
import { ALL_UP } from '../../model/world'
import { geoproximity, policyOf, to } from '../../policy/testing/policy-of'
import type { PreparedDemand } from '../demand/prepared-demand'
import { smallDemand } from '../testing/small-demand'
import { TEN_REGIONS, worldDemand } from '../testing/world-demand'
import { annealFractions, annealWhole } from './anneal-biases'
import { type BiasSearch, tried } from './bias-search'
import { borderClients } from './border-clients'
import { solveBiases } from './solve-biases'

const SEED = 20261124
const WIDTH = 0.2

/** What is searched to give some Regions equal shares. */
function searchFor(codes: readonly string[], prepared: PreparedDemand): BiasSearch {
  const policy = policyOf(geoproximity(...codes.map((code) => [code, 0, to(code)] as const)))
  const share = 1 / codes.length
  const targets = codes.map((endpoint) => ({ endpoint, least: share, most: share }))
  const request = { rule: 'geoproximity-1', targets, limits: new Map() }
  const solved = solveBiases(compilePolicy(policy, ALL_UP), prepared, request)
  if (!solved) throw new Error('the rule was not found')
  return solved.search
}

describe('the clients near borders', () => {
  const search = searchFor(['us-east-1', 'eu-central-1', 'ap-south-1', 'ap-northeast-1'], smallDemand())
  const aBias = fc.integer({ min: -90, max: 90 })

  it(`have the shares that all clients have, after any small changes of biases (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        fc.tuple(aBias, aBias, aBias, aBias),
        fc.array(fc.record({ location: fc.nat({ max: 3 }), by: fc.integer({ min: -9, max: 9 }) })),
        (biases, changes) => {
          const from = tried(search, biases)
          const near = borderClients(search, from, WIDTH, 'guide')
          const present = [...biases]
          for (const { location, by } of changes) {
            const bias = (biases[location] ?? 0) + by
            const ratio = biasFactor(bias, 'guide') / biasFactor(biases[location] ?? 0, 'guide')
            if (Math.abs(ratio - 1) > WIDTH) continue
            present[location] = bias
            near.setBias(location, bias)
          }
          const exact = tried(search, present).shares
          near.shares.forEach((share, position) => expect(share).toBeCloseTo(exact[position] ?? 0, 9))
        },
      ),
      { seed: SEED, numRuns: 200 },
    )
  })
})

describe('annealing', () => {
  let search: BiasSearch
  beforeAll(async () => {
    search = searchFor(TEN_REGIONS, await worldDemand())
  })

  it('comes closer to the targets, and tells exactly how close', () => {
    const from = tried(
      search,
      TEN_REGIONS.map(() => 0),
    )
    const fractions = annealFractions(search, from, 'guide', seededRandom(SEED))
    expect(fractions.miss.most).toBeLessThan(0.8 * from.miss.most)
    expect(tried(search, fractions.biases).miss).toEqual(fractions.miss)
    const whole = annealWhole(search, from, 'guide', seededRandom(SEED))
    expect(whole.miss.most).toBeLessThan(from.miss.most)
    expect(whole.biases.every((bias) => Number.isInteger(bias) && Math.abs(bias) <= 99)).toBe(true)
  })

  it('leaves a location within its limits, and gives back what it got when it is stopped', () => {
    const limits = search.limits.map((each, location) => (location === 3 ? { least: -1, most: 1 } : each))
    const from = tried(
      search,
      TEN_REGIONS.map(() => 0),
    )
    const found = annealWhole({ ...search, limits }, from, 'map', seededRandom(SEED))
    expect(Math.abs(found.biases[3] ?? 99)).toBeLessThanOrEqual(1)
    const stopped = annealWhole({ ...search, shouldStop: () => true }, from, 'map', seededRandom(SEED))
    expect(stopped).toBe(from)
  })
})
