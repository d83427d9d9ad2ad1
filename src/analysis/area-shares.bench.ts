import { bench, describe } from 'vitest'
import { compilePolicy } from '../engine/compile'
import { COVERAGE_CASES } from '../engine/testing/coverage-cases'
import { loadAtlas } from '../geo/load'
import { areaShares } from './area-shares'
import { landSample } from './land-sample'

const atlas = await loadAtlas()
const sample = landSample(atlas)

describe('area shares', () => {
  for (const { title, policy, world } of COVERAGE_CASES) {
    bench(title, () => {
      areaShares(compilePolicy(policy, world), sample)
    })
  }
  bench('the sample itself, once', () => {
    landSample(atlas)
  })
})
