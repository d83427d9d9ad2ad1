import type { EndpointId } from './address'

/** A round trip time given by the user instead of estimated. */
export interface GivenLatency {
  /** Clients of this country only; null for clients anywhere. */
  readonly country: string | null
  /** AWS Region code, such as `eu-west-1`. */
  readonly region: string
  readonly milliseconds: number
}

/** What a query meets: which endpoints and checks are up, and how far away Regions are. */
export interface World {
  /** Endpoints that are down: their checks fail, and so does their target health where AWS evaluates it. */
  readonly down: ReadonlySet<EndpointId>
  /** Health checks whose state is given by id; wins over what `down` implies. */
  readonly checks: ReadonlyMap<string, 'healthy' | 'unhealthy'>
  readonly latencies: readonly GivenLatency[]
  /** Which published formula a negative bias follows (route53.md 4.5). */
  readonly negativeBias: 'guide' | 'map'
}

export const ALL_UP: World = { down: new Set(), checks: new Map(), latencies: [], negativeBias: 'guide' }
