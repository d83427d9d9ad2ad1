import type { Coverage } from '../engine/coverage'
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

/** The RGBA pixels of a view; transparent beyond the upper and the lower edge of the world. */
export type Painter = (coverage: Coverage, view: RasterView) => ArrayBuffer

/** A painter that remembers the tiles of the mixes it has met. */
export function createPainter({ inks, edge }: Palette): Painter {
  const known = new Map<string, Uint32Array>()
  const edgeInk = toRgba(parseColour(edge))

  function tileOf(mix: Distribution): Uint32Array {
    const key = mixKey(mix)
    const tile = known.get(key) ?? inkTile(mix, inks)
    known.set(key, tile)
    return tile
  }

  return ({ mixes, pixels }, view) => {
    const { width, height } = view
    const painted = new Uint32Array(width * height)
    const tiles = mixes.map(tileOf)
    const first = Math.max(0, Math.ceil(-view.top))
    const end = Math.min(height, Math.floor(worldPixels(view.zoom) - view.top))
    for (let y = first; y < end; y++) fillRow(painted, pixels, tiles, view, y)
    for (let y = first; y < end; y++) drawEdges(painted, pixels, edgeInk, width, y * width, y + 1 < end)
    return painted.buffer
  }
}

/** Fills a row run by run, as long as the mix stays the same. */
function fillRow(
  painted: Uint32Array,
  pixels: Uint16Array,
  tiles: readonly Uint32Array[],
  { left, top, width }: RasterView,
  y: number,
): void {
  const end = (y + 1) * width
  // Tiles hang on the world and not on the screen, so that a pattern stays where it is while the map is moved.
  const shift = Math.round(left) - y * width
  const tileRow = ((y + Math.round(top)) & (TILE - 1)) * TILE
  for (let start = y * width; start < end; ) {
    const mix = pixels[start]
    let next = start + 1
    while (next < end && pixels[next] === mix) next++
    const tile = tiles[mix ?? 0]
    if (tile?.length === 1) painted.fill(tile[0] ?? 0, start, next)
    else if (tile) {
      for (let index = start; index < next; index++) {
        painted[index] = tile[tileRow + ((index + shift) & (TILE - 1))] ?? 0
      }
    }
    start = next
  }
}

/** Draws the line between catchments, on those pixels of a row whose right or lower neighbour has another mix. */
function drawEdges(
  painted: Uint32Array,
  pixels: Uint16Array,
  ink: number,
  width: number,
  start: number,
  hasBelow: boolean,
): void {
  const below = hasBelow ? width : 0
  const last = start + width - 1
  for (let index = start; index <= last; index++) {
    const mix = pixels[index]
    if (pixels[index + below] !== mix || (index < last && pixels[index + 1] !== mix)) painted[index] = ink
  }
}
