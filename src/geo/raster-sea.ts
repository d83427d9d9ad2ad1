import { squaredChordTo } from './chord'
import type { Coast } from './coast'
import { COASTAL_CHORD, nearestUnit } from './nearest-land'
import { blocksOf, hasSea, piecesAround, radiusAround } from './raster-block'
import type { RasterPixels } from './raster-pixels'
import type { RasterView } from './raster-view'

const FIRST_BLOCK = 16

/** Halving a first block to single pixels takes this many steps, each with its own list of pieces. */
const DEEPEST = 2 * Math.log2(FIRST_BLOCK)

/** With so few pieces left it costs less to ask them for every pixel than to divide the block again. */
const FEW_PIECES = 3

/** Far above the rounding errors of a chord, far below a pixel: 6 mm. */
const SLACK = 1e-9

/**
 * Gives the pixels at sea (-1 in `raster`) within 25 km of land the unit of the nearest land. A block is divided only
 * while more than one answer is possible in it: from one pixel to another no distance changes by more than theirs.
 */
export function fillSea(raster: Int16Array, view: RasterView, pixels: RasterPixels, coast: Coast): void {
  // The pieces of coast that matter for the block at hand and for those that it is a part of, one list after another.
  let pieces = new Int32Array(0)
  let squares = new Float64Array(0)

  for (const { column, row, width, height } of blocksOf(view, FIRST_BLOCK)) {
    if (!hasSea(raster, view.width, column, row, width, height)) continue
    const found = piecesAround(view, { column, row, width, height }, coast, pixels)
    if (pieces.length < found.length * (DEEPEST + 2)) {
      pieces = new Int32Array(found.length * (DEEPEST + 2))
      squares = new Float64Array(pieces.length)
    }
    pieces.set(found)
    fillBlock(column, row, width, height, 0, found.length)
  }

  /** Fills a block for which pieces `from` to `to - 1` are all that matter. */
  function fillBlock(
    column: number,
    row: number,
    width: number,
    height: number,
    from: number,
    to: number,
  ): void {
    const middleColumn = column + (width >> 1)
    const middleRow = row + (height >> 1)
    const cosLatitude = pixels.cosLatitude[middleRow] ?? 0
    const x = cosLatitude * (pixels.cosLongitude[middleColumn] ?? 0)
    const y = cosLatitude * (pixels.sinLongitude[middleColumn] ?? 0)
    const z = pixels.sinLatitude[middleRow] ?? 0
    const radius = radiusAround(pixels, row, width, height)

    let leastSquare = Number.POSITIVE_INFINITY
    for (let i = from; i < to; i++) {
      const square = squaredChordTo(coast.points, pieces[i] ?? 0, x, y, z)
      squares[i] = square
      if (square < leastSquare) leastSquare = square
    }
    const least = Math.sqrt(leastSquare)
    if (least > COASTAL_CHORD + radius + SLACK) return

    const furthest = Math.min(least + 2 * radius, COASTAL_CHORD + radius) + SLACK
    const furthestSquare = furthest * furthest
    let end = to
    let isOneUnit = true
    for (let i = from; i < to; i++) {
      if ((squares[i] ?? 0) > furthestSquare) continue
      pieces[end++] = pieces[i] ?? 0
      isOneUnit &&= unitOf(end - 1) === unitOf(to)
    }
    if (isOneUnit && least + radius + SLACK < COASTAL_CHORD) {
      fillEvenly(column, row, width, height, unitOf(to))
    } else if (end - to <= FEW_PIECES || width * height === 1) {
      fillExactly(column, row, width, height, to, end)
    } else if (width >= height) {
      const half = width >> 1
      fillPart(column, row, half, height, to, end)
      fillPart(column + half, row, width - half, height, to, end)
    } else {
      const half = height >> 1
      fillPart(column, row, width, half, to, end)
      fillPart(column, row + half, width, height - half, to, end)
    }
  }

  function fillPart(
    column: number,
    row: number,
    width: number,
    height: number,
    from: number,
    to: number,
  ): void {
    if (hasSea(raster, view.width, column, row, width, height)) {
      fillBlock(column, row, width, height, from, to)
    }
  }

  function unitOf(position: number): number {
    return coast.units[pieces[position] ?? 0] ?? 0
  }

  function fillEvenly(column: number, row: number, width: number, height: number, unit: number): void {
    for (let r = row; r < row + height; r++) {
      const start = r * view.width + column
      for (let i = start; i < start + width; i++) if (raster[i] === -1) raster[i] = unit
    }
  }

  function fillExactly(
    column: number,
    row: number,
    width: number,
    height: number,
    from: number,
    to: number,
  ): void {
    for (let r = row; r < row + height; r++) {
      const cosLatitude = pixels.cosLatitude[r] ?? 0
      const z = pixels.sinLatitude[r] ?? 0
      for (let c = column; c < column + width; c++) {
        const i = r * view.width + c
        if (raster[i] !== -1) continue
        const x = cosLatitude * (pixels.cosLongitude[c] ?? 0)
        const y = cosLatitude * (pixels.sinLongitude[c] ?? 0)
        raster[i] = nearestUnit(coast, pieces, from, to, x, y, z)
      }
    }
  }
}
