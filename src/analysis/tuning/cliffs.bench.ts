import { bench, describe } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import { near } from '../../engine/testing/coverage-cases'
import { ALL_UP } from '../../model/world'
import { policyOf } from '../../policy/testing/policy-of'
import { demandShares } from '../shares'
import { worldDemand } from '../testing/world-demand'
import { createBiasField } from './bias-field'
import { biasRuleOf, withBiases } from './bias-locations'
import { biasCurve, biasCurves } from './cliffs'

const prepared = await worldDemand()
const policy = policyOf(near(20, 60, (index) => `site-${index}`))
const compiled = compilePolicy(policy, ALL_UP)
const rule = biasRuleOf(compiled, 'geoproximity-1')
if (!rule) throw new Error('the policy has no geoproximity rule')
const field = createBiasField(compiled, prepared, rule)

describe('the curve of one of 20 locations over 199 biases', () => {
  bench('share by share', () => {
    for (let bias = -99; bias <= 99; bias++) {
      demandShares(compilePolicy(withBiases(policy, rule.id, [bias]), ALL_UP), prepared)
    }
  })
  bench('all at once', () => {
    biasCurve(field, prepared, rule.locations[0]?.branch ?? '', 0.01)
  })
})

describe('the curves of all 20 locations', () => {
  bench('all at once', () => {
    biasCurves(field, prepared, 0.01)
  })
  bench('prepare the field, once for a rule', () => {
    createBiasField(compiled, prepared, rule)
  })
})
