import type { RasterView } from '../../geo/raster-view'
import type { PaintedParts } from '../coverage/coverage-paint'

/** The RGBA pixels of a view after parts were put over the picture before. */
export function pictureOf(
  { pixels, parts, isWhole }: PaintedParts,
  { width, height }: RasterView,
  before: Uint32Array = new Uint32Array(width * height),
): Uint32Array {
  const picture = isWhole ? new Uint32Array(width * height) : before.slice()
  const painted = new Uint32Array(pixels)
  let at = 0
  for (const part of parts) {
    for (let y = part.top; y < part.top + part.height; y++) {
      picture.set(painted.subarray(at, at + part.width), y * width + part.left)
      at += part.width
    }
  }
  return picture
}
