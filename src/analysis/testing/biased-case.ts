import * as fc from 'fast-check'
import { type CompiledPolicy, compilePolicy } from '../../engine/compile'
import { aSoundDocument } from '../../engine/testing/any-policy'
import { aWorldOf } from '../../engine/testing/any-world'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { policyFrom } from '../../policy/testing/policy-of'
import { type BiasRule, biasRuleOf } from '../tuning/bias-locations'

/** A policy in a world with a geoproximity rule that clients can reach, and other biases for its locations. */
export interface BiasedCase {
  readonly policy: Policy
  readonly world: World
  readonly compiled: CompiledPolicy
  readonly rule: BiasRule
  /** At least as many as the rule has locations. */
  readonly biases: readonly number[]
}

export const aBias = fc.integer({ min: -99, max: 99 })

/** Any such case among sound policies. */
export const aBiasedCase: fc.Arbitrary<BiasedCase> = aSoundDocument(true)
  .map(policyFrom)
  .chain((policy) =>
    fc.record({
      policy: fc.constant(policy),
      world: aWorldOf(policy),
      biases: fc.array(aBias, { minLength: 4, maxLength: 4 }),
    }),
  )
  .map(({ policy, world, biases }) => {
    const compiled = compilePolicy(policy, world)
    const rules = [...policy.rules.keys()].flatMap((id) => biasRuleOf(compiled, id) ?? [])
    return rules.map((rule): BiasedCase => ({ policy, world, compiled, rule, biases }))
  })
  .filter((cases) => cases.length > 0)
  .chain((cases) => fc.constantFrom(...cases))
