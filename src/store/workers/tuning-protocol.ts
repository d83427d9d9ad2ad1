import type { DemandShares } from '../../analysis/shares'
import type { EndpointId, Target } from '../../model/address'
import type { World } from '../../model/world'
import type { DemandModel } from '../../scenario/demand-model'
import type { PolicyDelta } from '../coverage/coverage-delta'

/** What to share out from now on; every part that is null is as it was. */
export interface TuningRequest {
  /** Counts up; answers carry the number of the request that they heed. */
  readonly id: number
  readonly policy: PolicyDelta | null
  readonly start: Target | null
  readonly world: World | null
  /** The scenario's own demand, or none of its own. */
  readonly demand: { readonly model: DemandModel | null } | null
  readonly before: BeforeRequest | null
}

/** The state that movers are counted from: its policy as a change of the present one. */
export interface BeforeRequest {
  readonly policy: PolicyDelta
  readonly start: Target | null
  readonly world: World
  /** Its demand where that is another one than the present. */
  readonly demand: { readonly model: DemandModel | null } | null
}

/** What the shares are made of. */
export interface DemandSource {
  readonly source: string
  readonly unit: string
  /** How many places the demand is estimated from. */
  readonly places: number
  /** The sum of all weights, in the unit. */
  readonly total: number
}

/** A move of demand in words: sending thousands of places at each tick of a slider would hold up the page. */
export interface MoveLine {
  /** Null for no answer. */
  readonly from: EndpointId | null
  readonly to: EndpointId | null
  /** Which places go where, and how many points of the world's demand that is. */
  readonly text: string
}

export type SharesBefore = Pick<DemandShares, 'shares' | 'nodata'>

export type TuningAnswer =
  | {
      readonly kind: 'shares'
      readonly id: number
      readonly shares: DemandShares
      /** What moved since the state before, the largest first; not more than are worth reading. */
      readonly moves: readonly MoveLine[]
      /** The part of the world's demand that moved in all, in 0…1. */
      readonly moved: number
      /** The shares before by the demand before; null where the demand is the same. */
      readonly otherDemand: SharesBefore | null
      readonly demand: DemandSource
      readonly tookMs: number
    }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
