import type { RasterView } from '../../../geo/raster-view'
import type { MapTheme } from './map-theme'
import { createWorldPaths, inEveryCopy } from './world-paths'
import type { WorldShapes } from './world-shapes'

/** Sea, land and borders, as drawn over the catchments. */
export interface WorldPicture {
  /** Catchments shine through sea and land; without any these are opaque. */
  readonly draw: (
    canvas: HTMLCanvasElement,
    view: RasterView,
    theme: MapTheme,
    hasCatchments: boolean,
  ) => void
}

/**
 * How much of sea and land is seen over the catchments. The other way round, with translucent catchments above, would
 * look the same, but takes a browser without a graphics processor half as long again, at every move of a slider.
 */
const GROUND_OPACITY = 0.38

/** Borders of states and provinces are drawn from this zoom on. */
const DIVISIONS_FROM = 3.2

export function createWorldPicture(shapes: WorldShapes): WorldPicture {
  const land = createWorldPaths(shapes.land)
  const coast = createWorldPaths(shapes.coast)
  const countries = createWorldPaths(shapes.countries)
  const divisions = createWorldPaths(shapes.divisions)

  return {
    draw(canvas, view, { sea, land: ground, line }, hasCatchments) {
      const density = Math.min(2, window.devicePixelRatio || 1)
      const context = prepared(canvas, view, density)
      if (!context) return
      context.globalAlpha = 1
      context.fillStyle = sea
      context.fillRect(0, 0, view.width, view.height)
      context.fillStyle = ground
      inEveryCopy(context, view, density, (left) => context.fill(land.pathIn(view, left), 'evenodd'))
      if (hasCatchments) {
        context.globalCompositeOperation = 'destination-in'
        context.globalAlpha = GROUND_OPACITY
        context.fillRect(0, 0, view.width, view.height)
        context.globalCompositeOperation = 'source-over'
      }
      context.strokeStyle = line
      context.lineJoin = 'round'
      inEveryCopy(context, view, density, (left, pixel) => {
        context.lineWidth = pixel
        if (view.zoom >= DIVISIONS_FROM) {
          context.globalAlpha = 0.2
          context.stroke(divisions.pathIn(view, left))
        }
        context.globalAlpha = 0.3
        context.stroke(countries.pathIn(view, left))
        context.globalAlpha = 0.5
        context.stroke(coast.pathIn(view, left))
      })
    },
  }
}

/** The context of a canvas that has the size of the view; null where there is none. */
function prepared(
  canvas: HTMLCanvasElement,
  { width, height }: RasterView,
  density: number,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d')
  if (canvas.width !== Math.round(width * density) || canvas.height !== Math.round(height * density)) {
    canvas.width = Math.round(width * density)
    canvas.height = Math.round(height * density)
  }
  context?.setTransform(density, 0, 0, density, 0, 0)
  return context
}
