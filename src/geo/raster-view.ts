import { type Coordinates, normaliseLongitude } from './coordinates'

/**
 * A rectangle of Web-Mercator pixels. `left` and `top` are world pixels at `zoom`, where the world is
 * 256 · 2^zoom wide; they may lie outside the world (it repeats in x). `zoom` may be fractional.
 */
export interface RasterView {
  readonly zoom: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Width and height of the whole world in pixels at a zoom. */
export function worldPixels(zoom: number): number {
  return 256 * 2 ** zoom
}

/** The rows of a view that lie on the square world: from `first` up to `end`. */
export function worldRows({ zoom, top, height }: RasterView): {
  readonly first: number
  readonly end: number
} {
  return {
    first: Math.max(0, Math.ceil(-top)),
    end: Math.min(height, Math.floor(worldPixels(zoom) - top)),
  }
}

/** Longitude in degrees (−180…180) of a world pixel position. */
export function longitudeOfPixel(x: number, zoom: number): number {
  return normaliseLongitude((x / worldPixels(zoom)) * 360 - 180)
}

/** Latitude in degrees of a world pixel position; beyond the square world it goes on towards the poles. */
export function latitudeOfPixel(y: number, zoom: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / worldPixels(zoom)))) * 180) / Math.PI
}

/** The point under the centre of a pixel of the view. */
export function pixelCentre(view: RasterView, column: number, row: number): Coordinates {
  return {
    latitude: latitudeOfPixel(view.top + row + 0.5, view.zoom),
    longitude: longitudeOfPixel(view.left + column + 0.5, view.zoom),
  }
}
