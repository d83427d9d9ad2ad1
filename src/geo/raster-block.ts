import type { Coast } from './coast'
import { toRadians } from './coordinates'
import { COASTAL_LATITUDE, coastalLongitude } from './nearest-land'
import type { RasterPixels } from './raster-pixels'
import { longitudeOfPixel, type RasterView, worldPixels } from './raster-view'

/** A rectangle of pixels of a view. */
export interface RasterBlock {
  readonly column: number
  readonly row: number
  readonly width: number
  readonly height: number
}

/** The view in blocks of at most `size` pixels a side. */
export function blocksOf({ width, height }: RasterView, size: number): readonly RasterBlock[] {
  const blocks: RasterBlock[] = []
  for (let row = 0; row < height; row += size) {
    for (let column = 0; column < width; column += size) {
      blocks.push({
        column,
        row,
        width: Math.min(size, width - column),
        height: Math.min(size, height - row),
      })
    }
  }
  return blocks
}

/** Whether a block has a pixel at sea (-1) in a raster of `rasterWidth` columns. */
export function hasSea(
  raster: Int16Array,
  rasterWidth: number,
  column: number,
  row: number,
  width: number,
  height: number,
): boolean {
  for (let r = row; r < row + height; r++) {
    const start = r * rasterWidth + column
    for (let i = start; i < start + width; i++) if (raster[i] === -1) return true
  }
  return false
}

/**
 * A chord of the unit sphere within which all pixel centres of a block lie from that of its middle pixel,
 * (`width >> 1`, `height >> 1`) from its corner.
 */
export function radiusAround(pixels: RasterPixels, row: number, width: number, height: number): number {
  const middle = row + (height >> 1)
  const last = row + height - 1
  const latitude = pixels.latitudes[middle] ?? 0
  const north = pixels.latitudes[row] ?? 0
  const south = pixels.latitudes[last] ?? 0
  const widestCosine =
    north > 0 && south < 0 ? 1 : Math.max(pixels.cosLatitude[row] ?? 0, pixels.cosLatitude[last] ?? 0)
  // chord² = 4 sin²(Δφ/2) + 4 cos φ₁ cos φ₂ sin²(Δλ/2), and no sine is larger than its angle.
  const latitudeGap = toRadians(Math.max(north - latitude, latitude - south))
  const longitudeGap = (width >> 1) * pixels.radiansPerColumn
  const cosines = (pixels.cosLatitude[middle] ?? 0) * widestCosine
  return Math.min(2, Math.sqrt(latitudeGap * latitudeGap + cosines * longitudeGap * longitudeGap))
}

/** The pieces of coast that can be within 25 km of a pixel centre of a block. */
export function piecesAround(
  view: RasterView,
  block: RasterBlock,
  coast: Coast,
  pixels: RasterPixels,
): readonly number[] {
  const north = pixels.latitudes[block.row] ?? 0
  const south = pixels.latitudes[block.row + block.height - 1] ?? 0
  const middle = longitudeOfPixel(view.left + block.column + block.width / 2, view.zoom)
  const halfWidth = (block.width / 2 / worldPixels(view.zoom)) * 360
  const margin = halfWidth + coastalLongitude(Math.max(Math.abs(north), Math.abs(south)))
  return coast.within(middle - margin, south - COASTAL_LATITUDE, middle + margin, north + COASTAL_LATITUDE)
}
