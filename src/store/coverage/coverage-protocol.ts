import type { AreaShares } from '../../analysis/area-shares'
import type { Distribution } from '../../engine/distribution'
import type { RasterView } from '../../geo/raster-view'
import type { RuleId, Target } from '../../model/address'
import type { IpPrefix } from '../../model/dns/ip-prefix'
import type { World } from '../../model/world'
import type { PolicyDelta } from './coverage-delta'
import type { PaintedParts, Palette } from './coverage-paint'

/** What to paint from now on; every part that is null is as it was. */
export interface CoverageRequest {
  /** Counts up; answers carry the number of the newest request that they heed. */
  readonly id: number
  readonly policy: PolicyDelta | null
  readonly world: World | null
  /** Where queries begin: a rule that is shown alone, or the policy's own start. */
  readonly start: Target | null
  /** The address of all clients; null where it is not known. */
  readonly address: IpPrefix | null
  readonly view: RasterView | null
  readonly palette: Palette | null
  /** Whether to give the borders before this change once more, to be seen beside the new ones. */
  readonly ghost: boolean
  /** The memory of pictures that have been shown, to be used again. */
  readonly spares: readonly ArrayBuffer[]
}

/** Asks to be ready for a drag of the biases of a rule, whenever nothing else is to be done. */
export interface CoverageRehearsal {
  readonly rehearse: RuleId
}

/** RGBA pixels of a view. */
export interface PaintedView {
  readonly view: RasterView
  readonly pixels: ArrayBuffer
}

/** What is new in the picture of a view. */
export interface PaintedChange extends PaintedParts {
  readonly view: RasterView
}

/** What the worker has done for a request. */
export type CoverageAnswer =
  | {
      readonly kind: 'painted'
      readonly id: number
      readonly painted: PaintedChange
      /** From the moment the state was taken to the moment it was painted. */
      readonly tookMs: number
    }
  /** The borders as they were before the change of this request, all else transparent. */
  | { readonly kind: 'ghost'; readonly id: number; readonly painted: PaintedView }
  /** The whole world, small, to fill in while the view moves; and the mixes that are met anywhere. */
  | {
      readonly kind: 'world'
      readonly id: number
      readonly painted: PaintedChange
      readonly mixes: readonly Distribution[]
    }
  | { readonly kind: 'shares'; readonly id: number; readonly shares: AreaShares; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
