import { squaredChordTo } from './chord'
import type { Coast } from './coast'
import { COASTAL_CHORD, nearestUnit } from './nearest-land'
import { blocksOf, discAround, halvesOf, piecesAround, type RasterBlock } from './raster-block'
import type { RasterPixels } from './raster-pixels'
import type { RasterView } from './raster-view'
import { floatAt, shortAt } from './typed-arrays'

const FIRST_BLOCK = 128

/** With so few pieces left it costs less to ask them for every pixel than to divide the block again. */
const FEW_PIECES = 3
const FEW_PIXELS = 4

/** Far above the rounding errors of a chord, far below a pixel (6 mm). */
const SLACK = 1e-9

/**
 * Gives the pixels at sea (-1 in `raster`) within 25 km of land the unit of the nearest land. A block is divided only
 * while more than one answer is possible in it: no distance changes by more than the way to another pixel.
 */
export function fillSea(raster: Int16Array, view: RasterView, pixels: RasterPixels, coast: Coast): void {
  for (const block of blocksOf(view, FIRST_BLOCK)) {
    if (hasSea(block)) fillBlock(block, piecesAround(view, block, coast))
  }

  function fillBlock(block: RasterBlock, pieces: readonly number[]): void {
    const { x, y, z, radius } = discAround(view, block)
    const distances = pieces.map((piece) => Math.sqrt(squaredChordTo(coast.points, piece, x, y, z)))
    const least = distances.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    if (least > COASTAL_CHORD + radius) return
    const furthest = Math.min(least + 2 * radius, COASTAL_CHORD + radius) + SLACK
    const possible = pieces.filter((_, i) => (distances[i] ?? 0) <= furthest)
    const unit = commonUnit(possible)
    if (unit !== null && least + radius + SLACK < COASTAL_CHORD) fillWith(block, () => unit)
    else if (possible.length <= FEW_PIECES || block.width * block.height <= FEW_PIXELS)
      fillExactly(block, possible)
    else for (const part of halvesOf(block)) if (hasSea(part)) fillBlock(part, possible)
  }

  function fillExactly(block: RasterBlock, pieces: readonly number[]): void {
    fillWith(block, (column, row) => {
      const cosLatitude = floatAt(pixels.cosLatitude, row)
      return nearestUnit(
        coast,
        pieces,
        cosLatitude * floatAt(pixels.cosLongitude, column),
        cosLatitude * floatAt(pixels.sinLongitude, column),
        floatAt(pixels.sinLatitude, row),
      )
    })
  }

  function fillWith(block: RasterBlock, unitOfPixel: (column: number, row: number) => number): void {
    for (let row = block.row; row < block.row + block.height; row++) {
      for (let column = block.column; column < block.column + block.width; column++) {
        const index = row * view.width + column
        if (shortAt(raster, index) === -1) raster[index] = unitOfPixel(column, row)
      }
    }
  }

  function hasSea({ column, row, width, height }: RasterBlock): boolean {
    for (let r = row; r < row + height; r++) {
      const start = r * view.width + column
      for (let i = start; i < start + width; i++) if (shortAt(raster, i) === -1) return true
    }
    return false
  }

  function commonUnit(pieces: readonly number[]): number | null {
    const [first] = pieces
    if (first === undefined) return null
    const unit = shortAt(coast.units, first)
    return pieces.every((piece) => shortAt(coast.units, piece) === unit) ? unit : null
  }
}
