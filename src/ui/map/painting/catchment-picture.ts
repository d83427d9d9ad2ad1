import { type RasterView, worldPixels } from '../../../geo/raster-view'
import type { PaintedChange, PaintedView } from '../../../store/coverage/coverage-protocol'
import { sameView } from '../map-frame'
import { copiesIn } from '../projection'

/**
 * The painted catchments on screen. The last picture stays and is moved and scaled with the map until a new
 * one arrives; around it shows the small picture of the whole world, so that nothing is ever blank.
 */
export interface CatchmentPicture {
  readonly showView: (painted: PaintedChange) => void
  readonly showWorld: (painted: PaintedChange) => void
  /** Borders as they were before a change, until they fade. */
  readonly showGhost: (painted: PaintedView) => void
  readonly fadeGhost: () => void
  /** Puts the pictures where they belong in a view. */
  readonly place: (view: RasterView) => void
  /** Shows nothing until the next picture. */
  readonly clear: () => void
}

export interface CatchmentCanvases {
  /** Of the picture that is painted for the present view. */
  readonly sharp: HTMLCanvasElement
  /** Of the world around it. */
  readonly around: HTMLCanvasElement
  readonly ghost?: HTMLCanvasElement
}

/** `shown` is told whether there are any catchments. */
export function createCatchmentPicture(
  { sharp, around, ghost }: CatchmentCanvases,
  shown: (hasAny: boolean) => void = () => {},
): CatchmentPicture {
  const world = document.createElement('canvas')
  let sharpView: RasterView | null = null
  let worldView: RasterView | null = null
  let ghostView: RasterView | null = null
  let screen: RasterView | null = null

  function place(view: RasterView): void {
    screen = view
    sharp.hidden = sharpView === null
    if (sharpView) sharp.style.transform = transformOf(sharpView, view)
    if (ghost) {
      ghost.hidden = ghostView === null
      if (ghostView) ghost.style.transform = transformOf(ghostView, view)
    }
    around.hidden = worldView === null || (sharpView !== null && covers(sharpView, view))
    if (!around.hidden) drawAround(view)
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
    showView(painted) {
      const { view } = painted
      putParts(sharp, painted)
      // At a tick of a slider the picture stays where it is.
      if (sharpView && sameView(sharpView, view)) return
      sharpView = view
      shown(true)
      if (screen) place(screen)
    },
    showWorld(painted) {
      const { view } = painted
      putParts(world, painted)
      worldView = view
      if (screen) place(screen)
    },
    showGhost({ view, pixels }) {
      if (!ghost) return
      put(ghost, view, pixels)
      ghostView = view
      ghost.dataset['fading'] = 'false'
      if (screen) place(screen)
    },
    fadeGhost: () => {
      if (ghost) ghost.dataset['fading'] = 'true'
    },
    clear() {
      sharpView = null
      ghostView = null
      worldView = null
      shown(false)
      if (screen) place(screen)
    },
  }
}

/** A picture that replaces all that was there. */
export function wholePicture({ view, pixels }: PaintedView): PaintedChange {
  const { width, height } = view
  return { view, pixels, parts: [{ left: 0, top: 0, width, height }], isWhole: true }
}

/** Moves and scales a picture of one view to where it belongs in another. */
function transformOf(picture: RasterView, view: RasterView): string {
  const scale = 2 ** (view.zoom - picture.zoom)
  const width = picture.width * scale
  // Of all the copies of the picture that the repeating world makes, the one nearest to the middle.
  const [x = picture.left * scale - view.left] = [...copiesIn(view, picture.left * scale, width)].sort(
    (a, b) => Math.abs(a + (width - view.width) / 2) - Math.abs(b + (width - view.width) / 2),
  )
  return `translate(${x}px, ${picture.top * scale - view.top}px) scale(${scale})`
}

function put(canvas: HTMLCanvasElement, { width, height }: RasterView, pixels: ArrayBuffer): void {
  fit(canvas, width, height)
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0)
}

/** Puts what has changed over the picture that is there. */
function putParts(canvas: HTMLCanvasElement, { view, pixels, parts, isWhole }: PaintedChange): void {
  fit(canvas, view.width, view.height)
  const context = canvas.getContext('2d')
  if (!context) return
  if (isWhole) context.clearRect(0, 0, view.width, view.height)
  let at = 0
  for (const { left, top, width, height } of parts) {
    const bytes = new Uint8ClampedArray(pixels, at, width * height * 4)
    context.putImageData(new ImageData(bytes, width, height), left, top)
    at += bytes.length
  }
}

function fit(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width === width && canvas.height === height) return
  canvas.width = width
  canvas.height = height
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
