import { type MapView, WHOLE_WORLD } from '../../scenario/scenario'

/** The part of the square world's height between 60° south and 78° north, where people live. */
const INHABITED = 0.6

/** The whole world, as large as it fits into a width and height in pixels. */
export function wholeWorldIn(width: number, height: number): MapView {
  return { ...WHOLE_WORLD, zoom: Math.max(0, Math.log2(Math.min(width, height / INHABITED) / 256)) }
}

/**
 * Whether a map on which the whole world was shown at a zoom still shows it, for nobody has moved it since; what a pane
 * that changes its size moves it by does not count.
 */
export function isStillWhole({ latitude, longitude, zoom }: MapView, wholeZoom: number | null): boolean {
  return (
    wholeZoom === zoom &&
    Math.abs(latitude - WHOLE_WORLD.latitude) < 1 &&
    Math.abs(longitude - WHOLE_WORLD.longitude) < 1
  )
}

/** Whether nobody has chosen a view yet. */
export function isWholeWorld({ latitude, longitude, zoom }: MapView): boolean {
  return latitude === WHOLE_WORLD.latitude && longitude === WHOLE_WORLD.longitude && zoom === WHOLE_WORLD.zoom
}
