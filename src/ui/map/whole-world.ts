import type { RasterView } from '../../geo/raster-view'
import { type MapView, WHOLE_WORLD } from '../../scenario/scenario'

/** The part of the square world's height between 60° south and 78° north, where people live. */
const INHABITED = 0.6

/** A view, where the scenario's author did not choose one: the whole world as large as it fits on screen. */
export function wholeWorldIn(screen: RasterView | null, wanted: MapView = WHOLE_WORLD): MapView {
  const isDefault =
    wanted.latitude === WHOLE_WORLD.latitude &&
    wanted.longitude === WHOLE_WORLD.longitude &&
    wanted.zoom === WHOLE_WORLD.zoom
  if (!isDefault || !screen) return wanted
  const zoom = Math.log2(Math.min(screen.width, screen.height / INHABITED) / 256)
  return { ...WHOLE_WORLD, zoom: Math.max(0, zoom) }
}
