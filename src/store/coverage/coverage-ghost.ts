import type { Coverage } from '../../engine/coverage'
import { type RasterView, worldPixels } from '../../geo/raster-view'
import { parseColour, toRgba } from './coverage-ink'

/** Pixels of a dash, and as many of the gap after it. */
const DASH = 4

/** The borders of a coverage alone, as dashed lines; RGBA pixels of the view, transparent everywhere else. */
export function paintGhost({ pixels }: Coverage, view: RasterView, colour: string): ArrayBuffer {
  const { width, height } = view
  const ink = toRgba(parseColour(colour))
  const painted = new Uint32Array(width * height)
  const top = Math.max(0, Math.ceil(-view.top))
  const bottom = Math.min(height, Math.floor(worldPixels(view.zoom) - view.top))
  for (let y = top; y < bottom; y++) {
    const below = y + 1 < bottom ? width : 0
    for (let x = 0; x < width; x++) {
      const index = y * width + x
      const mix = pixels[index]
      const isEdge = pixels[index + below] !== mix || (x + 1 < width && pixels[index + 1] !== mix)
      if (isEdge && (x + y) % (2 * DASH) < DASH) painted[index] = ink
    }
  }
  return painted.buffer
}
