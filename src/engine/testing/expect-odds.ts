import { expect } from 'vitest'

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
