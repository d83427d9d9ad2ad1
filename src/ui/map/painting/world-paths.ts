import { type RasterView, worldPixels } from '../../../geo/raster-view'
import { copiesIn } from '../projection'
import type { WorldShape } from './world-shapes'

/** Shapes as paths that carry no more detail than a zoom shows; made when a zoom is first met, and kept. */
export interface WorldPaths {
  /** The path of the shapes in view, in units of the square world; call once for each copy of the world. */
  readonly pathIn: (view: RasterView, copyLeft: number) => Path2D
}

/** What a zoom shows, at its detail. */
interface Level {
  /** Those that are large enough to be seen. */
  readonly shapes: readonly WorldShape[]
  readonly tolerance: number
  /** All of them in one; made when first needed, as each by itself is. */
  whole: Path2D | null
  readonly single: Map<WorldShape, Path2D>
}

/** Pixels by which a drawn line may differ from the true one. */
const TOLERANCE = 0.4

export function createWorldPaths(shapes: () => readonly WorldShape[]): WorldPaths {
  const levels = new Map<number, Level>()

  function levelOf(zoom: number): Level {
    const number = Math.max(0, Math.ceil(zoom))
    const known = levels.get(number)
    if (known) return known
    const tolerance = TOLERANCE / worldPixels(number)
    const level: Level = {
      shapes: shapes().filter(
        ({ west, east, north, south }) => east - west >= tolerance || south - north >= tolerance,
      ),
      tolerance,
      whole: null,
      single: new Map(),
    }
    levels.set(number, level)
    return level
  }

  return {
    pathIn(view, copyLeft) {
      const level = levelOf(view.zoom)
      const size = worldPixels(view.zoom)
      const west = -copyLeft / size
      const east = (view.width - copyLeft) / size
      const north = view.top / size
      const south = (view.top + view.height) / size
      const seen = level.shapes.filter(
        (shape) => shape.east >= west && shape.west <= east && shape.south >= north && shape.north <= south,
      )
      // Joining many costs more than drawing what is out of sight.
      return seen.length > level.shapes.length / 4 ? wholeOf(level) : joined(level, seen)
    },
  }
}

function wholeOf(level: Level): Path2D {
  if (level.whole) return level.whole
  level.whole = new Path2D()
  for (const shape of level.shapes) addThinned(level.whole, shape.points, level.tolerance)
  return level.whole
}

function joined({ single, tolerance }: Level, shapes: readonly WorldShape[]): Path2D {
  const path = new Path2D()
  for (const shape of shapes) {
    const own = single.get(shape) ?? new Path2D()
    if (!single.has(shape)) addThinned(own, shape.points, tolerance)
    single.set(shape, own)
    path.addPath(own)
  }
  return path
}

/** Adds the points at least `tolerance` apart, and the last one. */
function addThinned(path: Path2D, points: Float64Array, tolerance: number): void {
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
