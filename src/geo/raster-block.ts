import type { Coast } from './coast'
import { toRadians } from './coordinates'
import { toUnitVector } from './distance'
import { COASTAL_LATITUDE, coastalLongitude } from './nearest-land'
import { latitudeOfPixel, longitudeOfPixel, type RasterView, worldPixels } from './raster-view'

/** A rectangle of pixels of a view. */
export interface RasterBlock {
  readonly column: number
  readonly row: number
  readonly width: number
  readonly height: number
}

/** The middle of a block on the unit sphere, and a chord within which all its pixel centres lie. */
export interface Disc {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly radius: number
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

/** The two halves of a block, across its longer side; the block itself if it is one pixel. */
export function halvesOf(block: RasterBlock): readonly RasterBlock[] {
  const { column, row, width, height } = block
  if (width === 1 && height === 1) return [block]
  if (width >= height) {
    const half = width >> 1
    return [
      { column, row, width: half, height },
      { column: column + half, row, width: width - half, height },
    ]
  }
  const half = height >> 1
  return [
    { column, row, width, height: half },
    { column, row: row + half, width, height: height - half },
  ]
}

/** Degrees that the pixel centres of a block span around its middle. */
function extentOf({ zoom, left, top }: RasterView, { column, row, width, height }: RasterBlock) {
  const north = latitudeOfPixel(top + row + 0.5, zoom)
  const south = latitudeOfPixel(top + row + height - 0.5, zoom)
  return {
    north,
    south,
    middleLatitude: latitudeOfPixel(top + row + height / 2, zoom),
    middleLongitude: longitudeOfPixel(left + column + width / 2, zoom),
    halfLongitude: Math.min(180, ((width - 1) / 2 / worldPixels(zoom)) * 360),
  }
}

/** The disc around the pixel centres of a block. */
export function discAround(view: RasterView, block: RasterBlock): Disc {
  const { north, south, middleLatitude, middleLongitude, halfLongitude } = extentOf(view, block)
  // The haversine of a distance grows with the differences in both directions and with the cosines of both latitudes.
  const latitudeGap = Math.max(north - middleLatitude, middleLatitude - south)
  const widestLatitude = Math.max(0, south, -north)
  const haversine =
    Math.sin(toRadians(latitudeGap) / 2) ** 2 +
    Math.cos(toRadians(middleLatitude)) *
      Math.cos(toRadians(widestLatitude)) *
      Math.sin(toRadians(halfLongitude) / 2) ** 2
  const middle = toUnitVector({ latitude: middleLatitude, longitude: middleLongitude })
  return { ...middle, radius: 2 * Math.sqrt(haversine) }
}

/** The pieces of coast that can be within 25 km of a pixel centre of a block. */
export function piecesAround(view: RasterView, block: RasterBlock, coast: Coast): readonly number[] {
  const { north, south, middleLongitude, halfLongitude } = extentOf(view, block)
  const margin = halfLongitude + coastalLongitude(Math.max(Math.abs(north), Math.abs(south)))
  return coast.within(
    middleLongitude - margin,
    south - COASTAL_LATITUDE,
    middleLongitude + margin,
    north + COASTAL_LATITUDE,
  )
}
