import type { AreaShares } from '../../analysis/area-shares'
import type { DemandShares } from '../../analysis/shares'
import type { Outline } from '../../engine/outlines/outlines'
import type { Target } from '../../model/address'
import type { IpPrefix } from '../../model/dns/ip-prefix'
import type { World } from '../../model/world'
import type { DemandModel } from '../../scenario/demand-model'
import type { PolicyDelta } from '../coverage/coverage-delta'

/** What is to be read off the map; each worker answers one request at a time, in order. */
export interface ReadingRequest {
  readonly id: number
  readonly what: 'outlines' | 'shares'
  /** The whole policy. */
  readonly policy: PolicyDelta
  readonly start: Target | null
  /** The address of all clients; null where it is not known. */
  readonly address: IpPrefix | null
  readonly world: World
  readonly demand: DemandModel | null
}

/** What the demand is that shares are parts of. */
export interface DemandNote {
  readonly source: string
  /** `internet users` */
  readonly unit: string
  /** How many places it is estimated from. */
  readonly places: number
}

export interface OutlineReading {
  readonly outlines: readonly Outline[]
  /** The part of the demand of each mix, by `mixKey`. */
  readonly parts: ReadonlyMap<string, number>
  readonly area: AreaShares
  readonly shares: DemandShares
  readonly demand: DemandNote
}

export interface ShareReading {
  readonly shares: DemandShares
  readonly demand: DemandNote
}

export type ReadingAnswer =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number }
  | { readonly kind: 'outlines'; readonly id: number; readonly reading: OutlineReading }
  | { readonly kind: 'shares'; readonly id: number; readonly reading: ShareReading }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
