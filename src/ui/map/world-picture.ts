import type { RasterView } from '../../geo/raster-view'
import type { MapTheme } from './map-theme'
import { createWorldPaths, inEveryCopy } from './world-paths'
import type { WorldShapes } from './world-shapes'

/** Sea, land and borders, as drawn below and above the catchments. */
export interface WorldPicture {
  readonly draw: (view: RasterView, theme: MapTheme) => void
}

/** Borders of states and provinces are drawn from this zoom on. */
const DIVISIONS_FROM = 3.2

export function createWorldPicture(
  below: HTMLCanvasElement,
  above: HTMLCanvasElement,
  shapes: WorldShapes,
): WorldPicture {
  const land = createWorldPaths(shapes.land)
  const coast = createWorldPaths(shapes.coast)
  const countries = createWorldPaths(shapes.countries)
  const divisions = createWorldPaths(shapes.divisions)

  return {
    draw(view, { sea, land: ground, line }) {
      const density = Math.min(2, window.devicePixelRatio || 1)
      const ground2d = prepared(below, view, density)
      if (ground2d) {
        ground2d.fillStyle = sea
        ground2d.fillRect(0, 0, view.width, view.height)
        ground2d.fillStyle = ground
        inEveryCopy(ground2d, view, density, (left) => ground2d.fill(land.pathIn(view, left), 'evenodd'))
      }
      const lines2d = prepared(above, view, density)
      if (!lines2d) return
      lines2d.clearRect(0, 0, view.width, view.height)
      lines2d.strokeStyle = line
      lines2d.lineJoin = 'round'
      inEveryCopy(lines2d, view, density, (left, pixel) => {
        if (view.zoom >= DIVISIONS_FROM) {
          lines2d.globalAlpha = 0.2
          lines2d.lineWidth = pixel
          lines2d.stroke(divisions.pathIn(view, left))
        }
        lines2d.globalAlpha = 0.3
        lines2d.lineWidth = pixel
        lines2d.stroke(countries.pathIn(view, left))
        lines2d.globalAlpha = 0.5
        lines2d.stroke(coast.pathIn(view, left))
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
