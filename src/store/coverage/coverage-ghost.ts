import type { Coverage } from '../../engine/coverage'
import { type RasterView, worldRows } from '../../geo/raster-view'
import { parseColour, toRgba } from './coverage-ink'

/** Pixels of a dash, and as many of the gap after it. */
const DASH = 4

/** The borders of a coverage alone, as dashed lines; RGBA pixels of the view, transparent everywhere else. */
export function paintGhost({ pixels }: Coverage, view: RasterView, colour: string): ArrayBuffer {
  const { width, height } = view
  const ink = toRgba(parseColour(colour))
  const painted = new Uint32Array(width * height)
  const { first, end } = worldRows(view)
  for (let y = first; y < end; y++) {
    const below = y + 1 < end ? width : 0
    for (let x = 0; x < width; x++) {
      const index = y * width + x
      const mix = pixels[index]
      const isEdge = pixels[index + below] !== mix || (x + 1 < width && pixels[index + 1] !== mix)
      if (isEdge && (x + y) % (2 * DASH) < DASH) painted[index] = ink
    }
  }
  return painted.buffer
}
