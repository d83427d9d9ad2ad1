import type { Place } from '../../../geo/place'
import type { RasterView } from '../../../geo/raster-view'
import { screenPointsOf } from '../projection'

/** A populated place on screen, in CSS pixels: its area is in proportion to the people it stands for. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Dots smaller than this radius are left out: they would only be a haze. */
const LEAST_RADIUS = 0.5

export const DOT_OPACITY = 0.45

/**
 * The radius in pixels of a million people: 3 at zoom 2, and twice as much four levels deeper. On smaller maps it
 * shrinks as the map does: or all dots of Europe would be one.
 */
function millionRadius(zoom: number): number {
  const levels = zoom - 2
  return 3 * 2 ** (levels < 0 ? levels : levels / 4)
}

/** A dot for every populated place in view, and for each copy of it. */
export function populationDots(view: RasterView, places: readonly Place[]): readonly Dot[] {
  const perRoot = millionRadius(view.zoom) / 1000
  return places.flatMap((place) => {
    const radius = Math.sqrt(place.weight) * perRoot
    if (radius < LEAST_RADIUS) return []
    return screenPointsOf(view, place, radius)
      .filter(({ y }) => y >= -radius && y <= view.height + radius)
      .map(({ x, y }) => ({ x, y, radius }))
  })
}
