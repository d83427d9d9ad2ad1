import { type CoverageFrame, prepareFrame } from '../../engine/coverage-frame'
import type { Atlas } from '../../geo/atlas'
import type { RasterView } from '../../geo/raster-view'

/** Rows that are rasterised at once, so that something newer can come between. */
const BAND = 64

/** A view prepared in steps of some milliseconds; what an older view of the same zoom shares with it is kept. */
export function* frameSteps(
  atlas: Atlas,
  view: RasterView,
  older: CoverageFrame | null,
): Generator<undefined, CoverageFrame> {
  const raster = new Int16Array(view.width * view.height)
  for (const part of missingParts(view, older, raster)) {
    for (let top = 0; top < part.height; top += BAND) {
      const band = { ...part, top: part.top + top, height: Math.min(BAND, part.height - top) }
      copyInto(raster, view, atlas.rasterise(band), band)
      yield
    }
  }
  return prepareFrame(view, raster)
}

/** Copies what the older frame has of the view; returns the rest as at most four rectangles. */
function missingParts(
  view: RasterView,
  older: CoverageFrame | null,
  raster: Int16Array,
): readonly RasterView[] {
  const overlap = older && overlapOf(view, older.view)
  if (!older || !overlap) return [view]
  copyInto(raster, view, older.units, older.view)
  const right = overlap.left + overlap.width
  const bottom = overlap.top + overlap.height
  const parts = [
    { ...view, height: overlap.top - view.top },
    { ...view, top: bottom, height: view.top + view.height - bottom },
    { ...overlap, left: view.left, width: overlap.left - view.left },
    { ...overlap, left: right, width: view.left + view.width - right },
  ]
  return parts.filter(({ width, height }) => width > 0 && height > 0)
}

/** The rectangle that two views have in common; null unless their pixels fall on one another. */
function overlapOf(a: RasterView, b: RasterView): RasterView | null {
  if (a.zoom !== b.zoom || !Number.isInteger(a.left - b.left) || !Number.isInteger(a.top - b.top)) return null
  const left = Math.max(a.left, b.left)
  const top = Math.max(a.top, b.top)
  const width = Math.min(a.left + a.width, b.left + b.width) - left
  const height = Math.min(a.top + a.height, b.top + b.height) - top
  return width > 0 && height > 0 ? { zoom: a.zoom, left, top, width, height } : null
}

/** Copies the pixels of one view to their places in another, as far as they lie in it. */
function copyInto(raster: Int16Array, view: RasterView, source: Int16Array, from: RasterView): void {
  const left = Math.max(view.left, from.left)
  const right = Math.min(view.left + view.width, from.left + from.width)
  const top = Math.max(view.top, from.top)
  const bottom = Math.min(view.top + view.height, from.top + from.height)
  for (let y = top; y < bottom; y++) {
    const start = (y - from.top) * from.width - from.left
    raster.set(source.subarray(start + left, start + right), (y - view.top) * view.width + left - view.left)
  }
}
