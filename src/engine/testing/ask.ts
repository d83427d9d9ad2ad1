import { type Place, type Query, UNMAPPED } from '../../model/query'
import type { GivenLatency, World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { compilePolicy } from '../compile'
import { seededRandom } from '../random'
import type { Resolution } from '../resolution'
import { resolve } from '../resolve'

/** What a test query meets; everything left out is as ordinary as can be. */
export interface Situation {
  /** QTYPE; left out, the policy's own record type. */
  readonly type?: string
  /** Where the client is; the unmapped client when left out. */
  readonly client?: Partial<Place>
  readonly resolver?: Partial<Place>
  /** Whether the resolver sends EDNS Client Subnet; it does when left out. */
  readonly clientSubnet?: boolean
  readonly clientAddress?: string
  readonly resolverAddress?: string
  readonly down?: readonly string[]
  readonly healthy?: readonly string[]
  readonly unhealthy?: readonly string[]
  /** Milliseconds by Region, for clients anywhere. */
  readonly latencies?: Readonly<Record<string, number>>
  /** The same for clients of one country. */
  readonly latenciesOf?: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly negativeBias?: World['negativeBias']
  readonly seed?: number
}

export function worldOf({
  down = [],
  healthy = [],
  unhealthy = [],
  latencies = {},
  latenciesOf = {},
  negativeBias = 'guide',
}: Situation): World {
  return {
    down: new Set(down),
    checks: new Map([
      ...healthy.map((check) => [check, 'healthy'] as const),
      ...unhealthy.map((check) => [check, 'unhealthy'] as const),
    ]),
    latencies: [
      ...givenLatencies(null, latencies),
      ...Object.entries(latenciesOf).flatMap(([country, table]) => givenLatencies(country, table)),
    ],
    negativeBias,
  }
}

function givenLatencies(
  country: string | null,
  table: Readonly<Record<string, number>>,
): readonly GivenLatency[] {
  return Object.entries(table).map(([region, milliseconds]) => ({ country, region, milliseconds }))
}

export function queryOf(situation: Situation): Query {
  const { type, client, resolver, clientSubnet = true, clientAddress, resolverAddress } = situation
  return {
    type: type ?? null,
    client: { ...UNMAPPED, ...client },
    resolver: resolver ? { ...UNMAPPED, ...resolver } : null,
    clientSubnet,
    clientAddress,
    resolverAddress,
  }
}

/** Resolves one query about a policy. */
export function ask(policy: Policy, situation: Situation = {}): Resolution {
  const compiled = compilePolicy(policy, worldOf(situation))
  return resolve(compiled, queryOf(situation), seededRandom(situation.seed ?? 1))
}

/** Exact odds by endpoint, with the probability of no answer under `NODATA`; zeros left out. */
export function odds(policy: Policy, situation: Situation = {}): Readonly<Record<string, number>> {
  const { distribution } = ask(policy, situation)
  const endpoints = distribution.endpoints.map(
    ({ endpoint, probability }) => [endpoint, probability] as const,
  )
  return Object.fromEntries([
    ...endpoints,
    ...(distribution.nodata > 0 ? [['NODATA', distribution.nodata] as const] : []),
  ])
}
