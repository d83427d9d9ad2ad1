import type { Box } from '../free-place'

/** What the canvas keeps free around a node that it shows, in pixels of the screen; below there is the toolbar. */
const EDGE = { left: 24, right: 24, top: 24, bottom: 64 } as const
/** On a phone the way to the properties of what is selected lies at the top. */
const PHONE = { widest: 520, top: 68 } as const

/** How the canvas stands, as React Flow has it: the pan in pixels and the zoom, and the pane's size in pixels. */
export interface CanvasView {
  readonly transform: readonly [x: number, y: number, zoom: number]
  readonly width: number
  readonly height: number
}

/** The part of the canvas in which a node is seen well, in canvas units. */
export function viewIn({ transform: [panX, panY, zoom], width, height }: CanvasView): Box {
  const top = width <= PHONE.widest ? PHONE.top : EDGE.top
  return {
    x: (EDGE.left - panX) / zoom,
    y: (top - panY) / zoom,
    width: Math.max(0, width - EDGE.left - EDGE.right) / zoom,
    height: Math.max(0, height - top - EDGE.bottom) / zoom,
  }
}

/** The pan by the shortest way to where a box is seen whole or, where it has no room, from its beginning. */
export function panToShow(box: Box, view: CanvasView): { readonly x: number; readonly y: number } {
  const [panX, panY, zoom] = view.transform
  const seen = viewIn(view)
  return {
    x: panX - overshoot(box.x, box.width, seen.x, seen.width) * zoom,
    y: panY - overshoot(box.y, box.height, seen.y, seen.height) * zoom,
  }
}

/** How far a stretch reaches out of another: negative at its beginning, positive at its end. */
function overshoot(start: number, length: number, from: number, room: number): number {
  if (start < from || length > room) return start - from
  return Math.max(0, start + length - (from + room))
}
