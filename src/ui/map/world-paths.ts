import { type RasterView, worldPixels } from '../../geo/raster-view'
import { copiesIn } from './projection'
import type { WorldShape } from './world-shapes'

/** Shapes as paths that carry no more detail than a zoom shows; made when a zoom is first met, and kept. */
export interface WorldPaths {
  /** The path of the shapes in view, in units of the square world; call once for each copy of the world. */
  readonly pathIn: (view: RasterView, copyLeft: number) => Path2D
}

interface DetailedPath {
  readonly shape: WorldShape
  readonly path: Path2D
}

/** Pixels by which a drawn line may differ from the true one. */
const TOLERANCE = 0.4

export function createWorldPaths(shapes: readonly WorldShape[]): WorldPaths {
  const levels = new Map<number, { readonly parts: readonly DetailedPath[]; readonly whole: Path2D }>()

  function levelOf(zoom: number) {
    const level = Math.max(0, Math.ceil(zoom))
    const known = levels.get(level)
    if (known) return known
    const tolerance = TOLERANCE / worldPixels(level)
    const parts = shapes.flatMap((shape): DetailedPath[] => {
      if (shape.east - shape.west < tolerance && shape.south - shape.north < tolerance) return []
      return [{ shape, path: thinnedPath(shape.points, tolerance) }]
    })
    const made = { parts, whole: joined(parts) }
    levels.set(level, made)
    return made
  }

  return {
    pathIn(view, copyLeft) {
      const { parts, whole } = levelOf(view.zoom)
      const size = worldPixels(view.zoom)
      const west = -copyLeft / size
      const east = (view.width - copyLeft) / size
      const north = view.top / size
      const south = (view.top + view.height) / size
      const seen = parts.filter(
        ({ shape }) =>
          shape.east >= west && shape.west <= east && shape.south >= north && shape.north <= south,
      )
      // Joining many costs more than drawing what is out of sight.
      return seen.length > parts.length / 4 ? whole : joined(seen)
    },
  }
}

function joined(parts: readonly DetailedPath[]): Path2D {
  const path = new Path2D()
  for (const part of parts) path.addPath(part.path)
  return path
}

/** The points at least `tolerance` apart, and the last one. */
function thinnedPath(points: Float64Array, tolerance: number): Path2D {
  const path = new Path2D()
  let [x = 0, y = 0] = points
  path.moveTo(x, y)
  for (let index = 2; index < points.length; index += 2) {
    const nextX = points[index] ?? 0
    const nextY = points[index + 1] ?? 0
    const isLast = index === points.length - 2
    if (!isLast && Math.abs(nextX - x) < tolerance && Math.abs(nextY - y) < tolerance) continue
    x = nextX
    y = nextY
    path.lineTo(x, y)
  }
  return path
}

/** Draws with `draw` in every copy of the world in view; the context's units are then those of the square world. */
export function inEveryCopy(
  context: CanvasRenderingContext2D,
  view: RasterView,
  density: number,
  draw: (copyLeft: number, pixel: number) => void,
): void {
  const size = worldPixels(view.zoom)
  for (const copyLeft of copiesIn(view, 0, size)) {
    context.setTransform(size * density, 0, 0, size * density, copyLeft * density, -view.top * density)
    draw(copyLeft, 1 / size)
  }
  context.setTransform(density, 0, 0, density, 0, 0)
}
