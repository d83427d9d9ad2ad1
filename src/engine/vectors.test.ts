import { describe, expect, it } from 'vitest'
import { policyOf } from '../policy/testing/policy-of'
import { odds } from './testing/ask'
import { expectOdds } from './testing/expect-odds'
import { failingChecks } from './testing/marked'
import type { Vector } from './testing/vector'
import { FAILOVER, MULTIVALUE, NESTED, OTHERS, WEIGHTED } from './testing/vectors-of-health'
import { GEOLOCATION, GEOPROXIMITY, LATENCY } from './testing/vectors-of-places'

const GROUPS: Readonly<Record<string, readonly Vector[]>> = {
  failover: FAILOVER,
  weighted: WEIGHTED,
  geolocation: GEOLOCATION,
  latency: LATENCY,
  geoproximity: GEOPROXIMITY,
  'multivalue answer': MULTIVALUE,
  'nested rules': NESTED,
  'endpoints and target health': OTHERS,
}

describe('the conformance vectors (route53.md 4.8)', () => {
  for (const [group, vectors] of Object.entries(GROUPS)) {
    describe(group, () => {
      for (const { id, says, start, options, asked, odds: expected } of vectors) {
        it(`${id}: ${says}`, () => {
          const policy = policyOf(start, options)
          expectOdds(odds(policy, { unhealthy: failingChecks(policy), ...asked }), expected)
        })
      }
    })
  }

  it('are all here', () => {
    const count = { F: 5, W: 8, G: 9, L: 3, P: 7, M: 4, N: 8, S: 1, E: 2 }
    const ids = Object.entries(count).flatMap(([letter, last]) =>
      Array.from({ length: last }, (_, index) => `${letter}${index + 1}`),
    )
    const tested = new Set(Object.values(GROUPS).flatMap((vectors) => vectors.map(({ id }) => id)))
    expect([...tested]).toEqual(ids)
  })
})
