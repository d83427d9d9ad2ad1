import { bench, describe } from 'vitest'
import { compilePolicy } from '../engine/compile'
import { demandFor } from '../engine/distribution'
import { COVERAGE_CASES } from '../engine/testing/coverage-cases'
import { loadGazetteer, loadInternetUsers } from '../geo/load'
import { toClient } from '../rules/client'
import { internetDemand } from './demand/demand'
import { prepareDemand } from './demand/prepared-demand'
import { demandShares } from './shares'

// Budget (design section 6): 16 ms for any policy with at most 20 locations, after the first evaluation.
const demand = internetDemand(await loadGazetteer(), await loadInternetUsers())
const prepared = prepareDemand(demand)

for (const { title, policy, world } of COVERAGE_CASES) {
  describe(`shares of ${demand.points.length.toLocaleString('en')} places: ${title}`, () => {
    bench('every place by itself', () => {
      const compiled = compilePolicy(policy, world)
      for (const point of prepared.points) demandFor(compiled, toClient(point))
    })
    bench('shares by endpoint, rule and country', () => {
      demandShares(compilePolicy(policy, world), prepared)
    })
  })
}

describe('a demand', () => {
  bench('prepare it', () => {
    prepareDemand(demand)
  })
})
