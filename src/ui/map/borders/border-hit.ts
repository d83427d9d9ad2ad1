import { type BiasBorder, borderBetween } from '../../../analysis/tuning/border-at'
import type { CompiledPolicy } from '../../../engine/compile'
import type { Atlas } from '../../../geo/atlas'
import type { RasterView } from '../../../geo/raster-view'
import { type Client, toClient } from '../../../rules/client'
import { type NamedPlace, placeAt } from '../../ask/place-options'
import { coordinatesAt, type ScreenPoint } from '../projection'

/** A border within reach of the pointer. */
export interface BorderHit extends BiasBorder {
  /** Across the border on screen. */
  readonly direction: 'ew' | 'ns' | 'nwse' | 'nesw'
}

const RING = [
  { x: 1, y: 0, direction: 'ew' },
  { x: 0, y: 1, direction: 'ns' },
  { x: -1, y: 0, direction: 'ew' },
  { x: 0, y: -1, direction: 'ns' },
  { x: Math.SQRT1_2, y: Math.SQRT1_2, direction: 'nwse' },
  { x: -Math.SQRT1_2, y: Math.SQRT1_2, direction: 'nesw' },
  { x: -Math.SQRT1_2, y: -Math.SQRT1_2, direction: 'nwse' },
  { x: Math.SQRT1_2, y: -Math.SQRT1_2, direction: 'nesw' },
] as const

/** The border of a geoproximity rule that runs within some pixels of a point; null where there is none. */
export function borderNear(
  compiled: CompiledPolicy,
  atlas: Atlas,
  view: RasterView,
  { x, y }: ScreenPoint,
  reach: number,
): BorderHit | null {
  const here = clientAt(atlas, view, { x, y })
  // The nearer ring first, so that of two borders the one under the pointer is taken.
  for (const radius of [reach / 2, reach]) {
    for (const step of RING) {
      const there = clientAt(atlas, view, { x: x + step.x * radius, y: y + step.y * radius })
      const border = borderBetween(compiled, here, there)
      if (border) return { ...border, direction: step.direction }
    }
  }
  return null
}

function clientAt(atlas: Atlas, view: RasterView, at: ScreenPoint): Client {
  return toClient(placeUnder(atlas, view, at).place)
}

/** The place under a point of the screen. */
export function placeUnder(atlas: Atlas, view: RasterView, at: ScreenPoint): NamedPlace {
  return placeAt(coordinatesAt(view, at), atlas, null)
}
