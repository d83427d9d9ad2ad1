import { expect } from 'vitest'
import { policyOf, type TestRule } from '../../policy/testing/policy-of'
import { odds, type Situation } from './ask'
import { failingChecks } from './marked'

/** How far a probability may lie from the exact one by rounding. */
export const ROUNDING = 1e-12

/** Expects the same endpoints (and `NODATA`), each with its probability to 1e-12. */
export function expectOdds(
  actual: Readonly<Record<string, number>>,
  expected: Readonly<Record<string, number>>,
): void {
  // What agrees but for rounding is compared with itself, so that a failure shows both sides in full.
  const rounded = Object.entries(actual).map(([name, probability]) => {
    const exact = expected[name] ?? Number.NaN
    return [name, Math.abs(probability - exact) < ROUNDING ? exact : probability]
  })
  expect(Object.fromEntries(rounded)).toEqual(expected)
}

/** Expects that one endpoint answers alone; checks made by `failing` fail. */
export function expectAnswer(start: TestRule, situation: Situation, endpoint: string): void {
  const policy = policyOf(start)
  expectOdds(odds(policy, { unhealthy: failingChecks(policy), ...situation }), { [endpoint]: 1 })
}
