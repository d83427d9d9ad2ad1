import { type Coordinates, normaliseCoordinates, toRadians } from '../../geo/coordinates'
import { latitudeOfPixel, longitudeOfPixel, type RasterView, worldPixels } from '../../geo/raster-view'

/** A point on screen in CSS pixels, from the map's upper left corner. */
export interface ScreenPoint {
  readonly x: number
  readonly y: number
}

/** The highest latitude of the square world. */
export const MERCATOR_LATITUDE = 85.0511287798

/** The height of a latitude on the square world, from 0 at its upper edge to 1. */
export function mercatorOf(latitude: number): number {
  const clamped = Math.min(MERCATOR_LATITUDE, Math.max(-MERCATOR_LATITUDE, latitude))
  return (1 - Math.asinh(Math.tan(toRadians(clamped))) / Math.PI) / 2
}

/** World pixels of a point at a zoom. */
export function worldPixelOf({ latitude, longitude }: Coordinates, zoom: number): ScreenPoint {
  const size = worldPixels(zoom)
  return { x: ((longitude + 180) / 360) * size, y: mercatorOf(latitude) * size }
}

/** The place under a point on screen. */
export function coordinatesAt({ left, top, zoom }: RasterView, { x, y }: ScreenPoint): Coordinates {
  return normaliseCoordinates({
    latitude: latitudeOfPixel(top + y, zoom),
    longitude: longitudeOfPixel(left + x, zoom),
  })
}

/** Where a place is on screen: once for every copy of the world in view, the one nearest to the middle first. */
export function screenPointsOf(view: RasterView, place: Coordinates, margin = 0): readonly ScreenPoint[] {
  const size = worldPixels(view.zoom)
  const world = worldPixelOf(place, view.zoom)
  const y = world.y - view.top
  const first = modulo(world.x - view.left + margin, size) - margin
  const points: ScreenPoint[] = []
  for (let x = first; x < view.width + margin; x += size) points.push({ x, y })
  return points.sort((a, b) => Math.abs(a.x - view.width / 2) - Math.abs(b.x - view.width / 2))
}

/** The horizontal shifts in pixels at which copies of the world, or of a picture of it, touch the view. */
export function copiesIn(view: RasterView, left: number, width: number): readonly number[] {
  const size = worldPixels(view.zoom)
  const shifts: number[] = []
  for (let x = modulo(left - view.left + width, size) - width; x < view.width; x += size) shifts.push(x)
  return shifts
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
