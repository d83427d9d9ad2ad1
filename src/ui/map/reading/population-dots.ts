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
const LEAST_RADIUS = 0.7

export const DOT_OPACITY = 0.45

/** A dot for every populated place in view, and for each copy of it. */
export function populationDots(view: RasterView, places: readonly Place[]): readonly Dot[] {
  // A million people: 3 px at zoom 2, and twice as much four levels deeper.
  const perRoot = (3 * 2 ** ((view.zoom - 2) / 4)) / 1000
  return places.flatMap((place) => {
    const radius = Math.sqrt(place.weight) * perRoot
    if (radius < LEAST_RADIUS) return []
    return screenPointsOf(view, place, radius)
      .filter(({ y }) => y >= -radius && y <= view.height + radius)
      .map(({ x, y }) => ({ x, y, radius }))
  })
}
