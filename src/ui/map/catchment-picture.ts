import { type RasterView, worldPixels } from '../../geo/raster-view'
import type { PaintedView } from '../../store/coverage-protocol'
import { copiesIn } from './projection'

/**
 * The painted catchments on screen. The last picture stays and is moved and scaled with the map until a new
 * one arrives; around it shows the small picture of the whole world, so that nothing is ever blank.
 */
export interface CatchmentPicture {
  readonly showView: (painted: PaintedView) => void
  readonly showWorld: (painted: PaintedView) => void
  /** Puts the pictures where they belong in a view. */
  readonly place: (view: RasterView) => void
  /** Shows nothing until the next picture. */
  readonly clear: () => void
}

export function createCatchmentPicture(
  sharp: HTMLCanvasElement,
  around: HTMLCanvasElement,
): CatchmentPicture {
  const world = document.createElement('canvas')
  let sharpView: RasterView | null = null
  let worldView: RasterView | null = null
  let screen: RasterView | null = null

  function place(view: RasterView): void {
    screen = view
    sharp.hidden = sharpView === null
    if (sharpView) {
      const scale = 2 ** (view.zoom - sharpView.zoom)
      // Of all the copies of the picture that the repeating world makes, the one nearest to the middle.
      const [x = sharpView.left * scale - view.left] = [
        ...copiesIn(view, sharpView.left * scale, sharpView.width * scale),
      ].sort(
        (a, b) =>
          Math.abs(a + (sharpWidth(scale) - view.width) / 2) -
          Math.abs(b + (sharpWidth(scale) - view.width) / 2),
      )
      sharp.style.transform = `translate(${x}px, ${sharpView.top * scale - view.top}px) scale(${scale})`
    }
    around.hidden = worldView === null || (sharpView !== null && covers(sharpView, view))
    if (!around.hidden) drawAround(view)
  }

  function sharpWidth(scale: number): number {
    return (sharpView?.width ?? 0) * scale
  }

  function drawAround(view: RasterView): void {
    const context = around.getContext('2d')
    if (!context || !worldView) return
    if (around.width !== view.width || around.height !== view.height) {
      around.width = view.width
      around.height = view.height
    }
    context.clearRect(0, 0, view.width, view.height)
    const size = worldPixels(view.zoom)
    for (const x of copiesIn(view, 0, size)) context.drawImage(world, x, -view.top, size, size)
  }

  return {
    place,
    showView({ view, pixels }) {
      put(sharp, view, pixels)
      sharpView = view
      if (screen) place(screen)
    },
    showWorld({ view, pixels }) {
      put(world, view, pixels)
      worldView = view
      if (screen) place(screen)
    },
    clear() {
      sharpView = null
      worldView = null
      if (screen) place(screen)
    },
  }
}

function put(canvas: HTMLCanvasElement, { width, height }: RasterView, pixels: ArrayBuffer): void {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0)
}

/** Whether a picture, perhaps in finer pixels than those of the screen, lies right over a view. */
function covers(picture: RasterView, view: RasterView): boolean {
  const scale = 2 ** (view.zoom - picture.zoom)
  return (
    Math.abs(picture.left * scale - view.left) < 1 &&
    Math.abs(picture.top * scale - view.top) < 1 &&
    picture.width * scale > view.width - 1 &&
    picture.height * scale > view.height - 1
  )
}
