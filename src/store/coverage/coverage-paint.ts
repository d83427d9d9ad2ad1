import type { Coverage } from '../../engine/coverage'
import { CHANGE_SIZE, type CoverageChanges } from '../../engine/coverage-changes'
import { mixKey } from '../../engine/coverage-mixes'
import type { Distribution } from '../../engine/distribution'
import { type RasterView, worldRows } from '../../geo/raster-view'
import { type Inks, inkTile, parseColour, TILE, toRgba } from './coverage-ink'

/** What a coverage is painted with. */
export interface Palette {
  readonly inks: Inks
  /** `#rrggbb` of the line between catchments. */
  readonly edge: string
}

/** A rectangle of a view's pixels. */
export interface PixelRect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What has been painted of a view. */
export interface PaintedParts {
  /** RGBA, part after part, each row by row; the memory may be longer. */
  readonly pixels: ArrayBuffer
  readonly parts: readonly PixelRect[]
  /** Whether these are all parts, and the rest is transparent; else they belong over the picture before. */
  readonly isWhole: boolean
}

/**
 * Paints a view; all of it but what is beyond the upper and the lower edge of the world, or, where the coverage has
 * the pixels that it painted last, what has changed since. Empties the coverage's changes. The result is in the spare
 * memory if that has the size of the view.
 */
export type Painter = (coverage: Coverage, view: RasterView, spare?: ArrayBuffer | null) => PaintedParts

/** Bytes of a view's picture. */
export function pictureBytes({ width, height }: RasterView): number {
  return width * height * 4
}

/** A painter that remembers the tiles of the mixes it has met, and whose pixels it painted last. */
export function createPainter({ inks, edge }: Palette): Painter {
  const known = new Map<string, Uint32Array>()
  const edgeInk = toRgba(parseColour(edge))
  let tiles: Uint32Array[] = []
  let last: Pick<Coverage, 'pixels' | 'mixes'> | null = null

  function tileOf(mix: Distribution): Uint32Array {
    const key = mixKey(mix)
    const tile = known.get(key) ?? inkTile(mix, inks)
    known.set(key, tile)
    return tile
  }

  return (coverage, view, spare = null) => {
    const { mixes, pixels, changes } = coverage
    const isWhole = last?.pixels !== pixels || last.mixes !== mixes
    if (isWhole) {
      tiles = []
      last = { pixels, mixes }
      changes.blocks.fill(1)
    }
    for (let mix = tiles.length; mix < mixes.length; mix++) {
      const distribution = mixes[mix]
      if (distribution) tiles.push(tileOf(distribution))
    }
    const bytes = pictureBytes(view)
    const memory = spare?.byteLength === bytes ? spare : new ArrayBuffer(bytes)
    const painted = new Uint32Array(memory)
    const parts = partsToPaint(changes, view)
    const { end: bottom } = worldRows(view)
    let at = 0
    for (const { left, top, width, height } of parts) {
      for (let y = top; y < top + height; y++) {
        paintRow(painted, at, pixels, tiles, edgeInk, view, y, left, left + width, y + 1 < bottom)
        at += width
      }
    }
    changes.blocks.fill(0)
    return { pixels: memory, parts, isWhole }
  }
}

/** So many unchanged blocks cost no more to paint than one more part. */
const WORTH_A_PART = 8

/** The rectangles that hold all that has to be painted, each in one row of blocks. */
function partsToPaint(changes: CoverageChanges, view: RasterView): readonly PixelRect[] {
  const { first, end: bottom } = worldRows(view)
  const parts: PixelRect[] = []
  for (let row = 0; row < changes.rows; row++) {
    const top = Math.max(first, row * CHANGE_SIZE)
    const height = Math.min(bottom, (row + 1) * CHANGE_SIZE) - top
    for (let start = nextToPaint(changes, row, 0); height > 0 && start < changes.columns; ) {
      let end = start + 1
      let next = nextToPaint(changes, row, end)
      while (next < changes.columns && next - end < WORTH_A_PART) {
        end = next + 1
        next = nextToPaint(changes, row, end)
      }
      const left = start * CHANGE_SIZE
      parts.push({ left, top, width: Math.min(view.width, end * CHANGE_SIZE) - left, height })
      start = next
    }
  }
  return parts
}

/** The first block of a row, from a column on, that has to be painted; the number of columns when there is none. */
function nextToPaint(changes: CoverageChanges, row: number, from: number): number {
  let column = from
  while (column < changes.columns && !isToPaint(changes, row, column)) column++
  return column
}

/** Whether a block has changed, or one to the right of it or below, which its lines depend on. */
function isToPaint({ columns, blocks }: CoverageChanges, row: number, column: number): boolean {
  const at = row * columns + column
  const hasRight = column + 1 < columns
  return blocks[at] === 1 || (hasRight && blocks[at + 1] === 1) || blocks[at + columns] === 1
}

/**
 * Paints the pixels of a row from `left` up to `right` into `painted` from `at` on; the line is on those whose right or
 * lower neighbour has another mix.
 */
function paintRow(
  painted: Uint32Array,
  at: number,
  pixels: Uint16Array,
  tiles: readonly Uint32Array[],
  edgeInk: number,
  view: RasterView,
  y: number,
  left: number,
  right: number,
  hasBelow: boolean,
): void {
  const { width } = view
  const row = y * width
  const below = hasBelow ? width : 0
  const goal = at - row - left
  // Tiles hang on the world and not on the screen, so that a pattern stays where it is while the map is moved.
  const shift = Math.round(view.left) - row
  const tileRow = ((y + Math.round(view.top)) & (TILE - 1)) * TILE
  const end = row + right
  for (let index = row + left; index < end; ) {
    const mix = pixels[index] ?? 0
    const tile = tiles[mix] ?? NO_TILE
    let after = index + 1
    while (after < end && pixels[after] === mix) after++
    // Loops of one simple step each: these are the pixels of a whole screen, at every move of a slider.
    if (tile.length === 1) painted.fill(tile[0] ?? 0, goal + index, goal + after)
    else {
      const from = goal + index
      const length = after - index
      const first = Math.min(length, TILE)
      for (let each = 0; each < first; each++) {
        painted[from + each] = tile[tileRow + ((index + each + shift) & (TILE - 1))] ?? 0
      }
      // From there on the row repeats itself.
      for (let done = TILE; done < length; done *= 2) {
        painted.copyWithin(from + done, from, from + Math.min(done, length - done))
      }
    }
    for (let each = index; each < after; each++) {
      if (pixels[each + below] !== mix) painted[goal + each] = edgeInk
    }
    if (after < row + width && pixels[after] !== mix) painted[goal + after - 1] = edgeInk
    index = after
  }
}

const NO_TILE = new Uint32Array(1)
