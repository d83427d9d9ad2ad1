import type { RasterView } from '../../geo/raster-view'
import type { Target } from '../../model/address'
import type { IpPrefix } from '../../model/dns/ip-prefix'
import type { World } from '../../model/world'
import type { PolicyDelta } from '../coverage/coverage-delta'
import type { PaintedView } from '../coverage/coverage-protocol'

/** Where to hatch what AWS's two formulas disagree on; parts of the state that are null are as before. */
export interface ContestedRequest {
  /** Counts up. */
  readonly id: number
  readonly policy: PolicyDelta | null
  /** Where queries begin. */
  readonly start: Target | null
  /** The address of all clients; null where it is not known. */
  readonly address: IpPrefix | null
  readonly world: World | null
  readonly view: RasterView
  /** `#rrggbb` of the hatching. */
  readonly ink: string
}

export type ContestedAnswer =
  | { readonly kind: 'hatched'; readonly id: number; readonly painted: PaintedView }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
