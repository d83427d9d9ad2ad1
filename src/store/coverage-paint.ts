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

const TILE_PIXELS = TILE * TILE

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
    const tiles = new Uint32Array(mixes.length * TILE_PIXELS)
    mixes.forEach((mix, index) => tiles.set(tileOf(mix), index * TILE_PIXELS))
    const first = Math.max(0, Math.ceil(-view.top))
    const end = Math.min(height, Math.floor(worldPixels(view.zoom) - view.top))
    // Tiles hang on the world and not on the screen, so that a pattern stays where it is while the map is moved.
    const tileX = Math.round(view.left)
    const tileY = Math.round(view.top)
    for (let y = first; y < end; y++) {
      const row = y * width
      const below = y + 1 < end ? width : 0
      const tileRow = ((y + tileY) & (TILE - 1)) * TILE
      for (let x = 0; x < width; x++) {
        const index = row + x
        const mix = pixels[index] ?? 0
        const beside = x + 1 < width ? 1 : 0
        const isInside = pixels[index + beside] === mix && pixels[index + below] === mix
        const inTile = tileRow + ((x + tileX) & (TILE - 1))
        painted[index] = isInside ? (tiles[mix * TILE_PIXELS + inTile] ?? 0) : edgeInk
      }
    }
    return painted.buffer
  }
}
