import * as fc from 'fast-check'
import { readable } from '../../model/field'
import type { Query } from '../../model/query'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { anyPlace } from '../../rules/testing/any-client'

/** Worlds that speak of the endpoints and checks of a policy, and of some that it does not have. */
export function aWorldOf(policy: Policy): fc.Arbitrary<World> {
  const endpoints = [...policy.endpoints.keys(), 'gone']
  const checks = [...policy.rules.values()].flatMap(({ branches }) =>
    branches.flatMap(({ healthCheck }) => readable(healthCheck) ?? []),
  )
  return fc.record({
    down: fc.subarray(endpoints).map((ids) => new Set(ids)),
    checks: fc
      .array(
        fc.tuple(
          fc.constantFrom(...checks, 'gone'),
          fc.constantFrom('healthy' as const, 'unhealthy' as const, 'unhealthy' as const),
        ),
        { maxLength: 6 },
      )
      .map((states) => new Map(states)),
    latencies: fc.array(
      fc.record({
        country: fc.constantFrom(null, 'US', 'FR'),
        region: fc.constantFrom('us-east-1', 'eu-west-1', 'ap-south-1', 'cn-north-1'),
        milliseconds: fc.double({ min: 0, max: 500, noNaN: true }),
      }),
      { maxLength: 3 },
    ),
    negativeBias: fc.constantFrom('guide' as const, 'map' as const),
  })
}

const anAddress = fc.constantFrom(
  undefined,
  '192.0.2.7',
  '192.0.0.0/20',
  '192.0.0.0/15',
  '198.51.100.53',
  '203.0.113.7',
  '2001:db8:1::7',
  '2001:db8:2::/40',
)

export const anyQuery: fc.Arbitrary<Query> = fc.record({
  type: fc.constantFrom(null, null, null, 'A', 'TXT'),
  client: anyPlace,
  resolver: fc.option(anyPlace),
  clientSubnet: fc.boolean(),
  clientAddress: anAddress,
  resolverAddress: anAddress,
})
