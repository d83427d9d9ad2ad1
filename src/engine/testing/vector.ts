import type { TestPolicyOptions, TestRule } from '../../policy/testing/policy-of'
import type { Situation } from './ask'

/** One row of route53.md 4.8, with its odds in full. */
export interface Vector {
  readonly id: string
  readonly says: string
  readonly start: string | TestRule
  readonly options?: TestPolicyOptions
  readonly asked?: Situation
  readonly odds: Readonly<Record<string, number>>
}
