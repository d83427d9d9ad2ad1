import type { Coverage } from '../engine/coverage'
import { CHANGE_SIZE, type CoverageChanges } from '../engine/coverage-changes'
import { mixKey } from '../engine/coverage-mixes'
import type { Distribution } from '../engine/distribution'
import { type RasterView, worldPixels } from '../geo/raster-view'
import { type Inks, inkTile, parseColour, TILE, toRgba } from './coverage-ink'

/** What a coverage is painted with. */
export interface Palette {
  readonly inks: Inks
  /** `#rrggbb` of the line between catchments. */
  readonly edge: string
}

/**
 * The RGBA pixels of a view; transparent beyond the upper and the lower edge of the world. Empties the coverage's
 * changes, and paints only these where the coverage has the pixels that it painted last. The result is in the spare
 * memory if that has the right size.
 */
export type Painter = (coverage: Coverage, view: RasterView, spare?: ArrayBuffer | null) => ArrayBuffer

/** A painter that remembers the tiles of the mixes it has met and its last picture. */
export function createPainter({ inks, edge }: Palette): Painter {
  const known = new Map<string, Uint32Array>()
  const edgeInk = toRgba(parseColour(edge))
  let tiles: Uint32Array[] = []
  let last: { readonly coverage: Coverage; readonly painted: Uint32Array } | null = null

  function tileOf(mix: Distribution): Uint32Array {
    const key = mixKey(mix)
    const tile = known.get(key) ?? inkTile(mix, inks)
    known.set(key, tile)
    return tile
  }

  return (coverage, view, spare = null) => {
    const { mixes, pixels, changes } = coverage
    if (last?.coverage.pixels !== pixels || last.coverage.mixes !== mixes) {
      tiles = []
      last = { coverage, painted: new Uint32Array(view.width * view.height) }
      changes.blocks.fill(1)
    }
    for (let mix = tiles.length; mix < mixes.length; mix++) {
      const distribution = mixes[mix]
      if (distribution) tiles.push(tileOf(distribution))
    }
    const { painted } = last
    const top = Math.max(0, Math.ceil(-view.top))
    const bottom = Math.min(view.height, Math.floor(worldPixels(view.zoom) - view.top))
    for (let row = 0; row < changes.rows; row++) {
      const first = Math.max(top, row * CHANGE_SIZE)
      const end = Math.min(bottom, (row + 1) * CHANGE_SIZE)
      for (let start = nextToPaint(changes, row, 0); start < changes.columns; ) {
        let after = start + 1
        while (after < changes.columns && isToPaint(changes, row, after)) after++
        const left = start * CHANGE_SIZE
        const right = Math.min(view.width, after * CHANGE_SIZE)
        for (let y = first; y < end; y++) {
          paintRow(painted, pixels, tiles, edgeInk, view, y, left, right, y + 1 < bottom)
        }
        start = nextToPaint(changes, row, after)
      }
    }
    changes.blocks.fill(0)
    if (spare?.byteLength !== painted.byteLength) return painted.slice().buffer
    new Uint32Array(spare).set(painted)
    return spare
  }
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

/** Paints the pixels of a row from `left` up to `right`; the line is on those whose right or lower neighbour has another mix. */
function paintRow(
  painted: Uint32Array,
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
  // Tiles hang on the world and not on the screen, so that a pattern stays where it is while the map is moved.
  const shift = Math.round(view.left) - row
  const tileRow = ((y + Math.round(view.top)) & (TILE - 1)) * TILE
  const end = row + right
  let index = row + left
  let mix = pixels[index] ?? 0
  while (index < end) {
    const tile = tiles[mix] ?? NO_TILE
    const mask = tile.length - 1
    const run = mix
    // To the end of the run, whose last pixel has another one to its right.
    while (index < end) {
      const isLast = index + 1 === row + width
      const next = isLast ? run : (pixels[index + 1] ?? 0)
      const isEdge = next !== run || pixels[index + below] !== run
      painted[index] = isEdge ? edgeInk : (tile[(tileRow + ((index + shift) & (TILE - 1))) & mask] ?? 0)
      index++
      if (next !== run) {
        mix = next
        break
      }
    }
  }
}

const NO_TILE = new Uint32Array(1)
