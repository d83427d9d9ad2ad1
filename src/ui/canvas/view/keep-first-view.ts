import type { CanvasView } from './view-box'

/** Of the canvas's pane, in pixels. */
export interface PaneSize {
  readonly width: number
  readonly height: number
}

/** The canvas, as far as its first view is concerned. */
export interface FirstViewed {
  /** Shows the first view in a pane of a size, at once. */
  readonly show: (size: PaneSize) => void
  /** Where the view stands now. */
  readonly transform: () => CanvasView['transform']
}

/**
 * Shows the first view of a canvas as soon as its pane has a size, for a pane of a phone that is out of sight has
 * none; and again whenever that changes, until something has moved the view.
 */
export function keepFirstView(pane: HTMLElement, canvas: FirstViewed): void {
  let shown: { readonly size: PaneSize; readonly transform: CanvasView['transform'] } | null = null

  function showIn(size: PaneSize): void {
    canvas.show(size)
    shown = { size, transform: canvas.transform() }
  }
  const observer = new ResizeObserver(() => {
    const size = sizeOf(pane)
    if (size.width === 0) return
    if (shown === null) return showIn(size)
    if (shown.size.width === size.width && shown.size.height === size.height) return
    const now = canvas.transform()
    if (shown.transform.every((part, index) => part === now[index])) showIn(size)
    else observer.disconnect()
  })
  if (pane.clientWidth > 0) showIn(sizeOf(pane))
  observer.observe(pane)
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): PaneSize {
  return { width: clientWidth, height: clientHeight }
}
