import type { Box } from '../free-place'

/** Below this zoom, names too are hard to read: a policy is better read from its beginning than seen whole. */
const SMALLEST_ZOOM = 0.36
const READING_ZOOM = 0.65
const MARGIN = 16

/** A view of the canvas: where its origin is, in pixels of the pane, and its zoom. */
export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/**
 * What an opened scenario shows first in a pane of some size: the whole policy, never larger than it is; or,
 * where that could not be read, its beginning. The first box is the start's.
 */
export function firstView(
  boxes: readonly Box[],
  pane: { readonly width: number; readonly height: number },
): Viewport {
  const [start] = boxes
  if (!start) return { x: 0, y: 0, zoom: 1 }
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top
  const fit = Math.min((pane.width - 2 * MARGIN) / width, (pane.height - 2 * MARGIN) / height, 1)
  if (fit >= SMALLEST_ZOOM) {
    return {
      x: pane.width / 2 - (left + width / 2) * fit,
      y: pane.height / 2 - (top + height / 2) * fit,
      zoom: fit,
    }
  }
  return {
    x: MARGIN - start.x * READING_ZOOM,
    y: pane.height / 2 - (start.y + start.height / 2) * READING_ZOOM,
    zoom: READING_ZOOM,
  }
}
