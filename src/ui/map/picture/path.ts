import { type RasterView, worldPixels } from '../../../geo/raster-view'
import { mercatorOf, type ScreenPoint } from '../projection'

/** Pixels beyond the picture's edge up to which shapes are kept, so that no line of theirs shows there. */
const MARGIN = 8

/** Pixels that points of a path must lie apart. */
const NEAR = 0.35

/** Pixels by which a filled shape reaches into the next copy of the world: two that only touch show a seam. */
const OVERLAP = 0.5

/** Turns points into the data of SVG paths: those of a view, one copy of the repeating world at a time. */
export interface PathWriter {
  /** A closed ring of longitudes and latitudes, clipped to the view; empty where nothing of it is seen. */
  readonly ring: (points: readonly (readonly [number, number])[]) => string
  /** A closed ring of points on the square world, x and y in turn. */
  readonly shape: (points: Float64Array) => string
  /** An open line of points on the square world, x and y in turn. */
  readonly line: (points: Float64Array) => string
  /** An open line of longitudes and latitudes. */
  readonly border: (points: readonly (readonly [number, number])[]) => string
}

/** `shift` moves the world to the copy that is to be drawn, in pixels from the left edge of the view. */
export function pathWriter({ width, height, top, zoom }: RasterView, shift: number): PathWriter {
  const size = worldPixels(zoom)
  const box = { left: -MARGIN, right: width + MARGIN, top: -MARGIN, bottom: height + MARGIN }

  function place(x: number, y: number): ScreenPoint {
    return { x: x * size + shift, y: y * size - top }
  }

  const eastEnd = size + shift

  function closed(exact: readonly ScreenPoint[]): string {
    const points = exact.map((point) => (point.x < eastEnd ? point : { ...point, x: eastEnd + OVERLAP }))
    const [first, last] = [points[0], points.at(-1)]
    // The path closes itself.
    const unclosed = first && last && first.x === last.x && first.y === last.y ? points.slice(0, -1) : points
    const kept = thinned(clippedTo(unclosed, box), true)
    return kept.length > 2 ? `${written(kept)}z` : ''
  }

  function placed(points: Float64Array): readonly ScreenPoint[] {
    return Array.from({ length: points.length / 2 }, (_, at) =>
      place(points[2 * at] ?? 0, points[2 * at + 1] ?? 0),
    )
  }

  return {
    ring: (points) => closed(projected(points)),
    shape: (points) => closed(placed(points)),
    line: (points) => openLine(placed(points)),
    border: (points) => openLine(projected(points)),
  }

  function projected(points: readonly (readonly [number, number])[]): readonly ScreenPoint[] {
    return points.map(([longitude, latitude]) => place((longitude + 180) / 360, mercatorOf(latitude)))
  }

  /** The parts of an open line that may be seen. */
  function openLine(points: readonly ScreenPoint[]): string {
    return runsOf(points, mayCross)
      .map((run) => written(thinned(run, false)))
      .join('')
  }

  /** Whether a line between two points may cross the box: not where both lie beyond the same side of it. */
  function mayCross(a: ScreenPoint, b: ScreenPoint): boolean {
    return (
      Math.max(a.x, b.x) >= box.left &&
      Math.min(a.x, b.x) <= box.right &&
      Math.max(a.y, b.y) >= box.top &&
      Math.min(a.y, b.y) <= box.bottom
    )
  }
}

/** The longest stretches of a line of which every step from point to point is kept. */
export function runsOf<P>(
  points: readonly P[],
  isKept: (from: P, to: P) => boolean,
): readonly (readonly P[])[] {
  const runs: P[][] = []
  let run: P[] = []
  for (const point of points) {
    const before = run.at(-1)
    if (before !== undefined && !isKept(before, point)) {
      runs.push(run)
      run = []
    }
    run.push(point)
  }
  return [...runs, run].filter(({ length }) => length > 1)
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The part of a polygon in a box (Sutherland and Hodgman). */
function clippedTo(
  points: readonly ScreenPoint[],
  { left, right, top, bottom }: Box,
): readonly ScreenPoint[] {
  if (points.every(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)) return points
  const sides: readonly (readonly [axis: 'x' | 'y', at: number, sign: 1 | -1])[] = [
    ['x', left, 1],
    ['x', right, -1],
    ['y', top, 1],
    ['y', bottom, -1],
  ]
  return sides.reduce((kept, [axis, at, sign]) => clippedAt(kept, axis, at, sign), points)
}

/** The part of a polygon where `sign · (axis − at) ≥ 0`. */
function clippedAt(
  points: readonly ScreenPoint[],
  axis: 'x' | 'y',
  at: number,
  sign: 1 | -1,
): readonly ScreenPoint[] {
  const kept: ScreenPoint[] = []
  let previous = points.at(-1)
  for (const point of points) {
    const now = sign * (point[axis] - at)
    const before = previous ? sign * (previous[axis] - at) : now
    if (previous && now >= 0 !== before >= 0) kept.push(between(previous, point, before / (before - now)))
    if (now >= 0) kept.push(point)
    previous = point
  }
  return kept
}

function between(a: ScreenPoint, b: ScreenPoint, part: number): ScreenPoint {
  return { x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) }
}

/** The points that lie apart, and the last one of an open line. */
function thinned(points: readonly ScreenPoint[], isClosed: boolean): readonly ScreenPoint[] {
  const kept: ScreenPoint[] = []
  let last: ScreenPoint | undefined
  points.forEach((point, index) => {
    const isEnd = !isClosed && index === points.length - 1
    if (last && !isEnd && Math.abs(point.x - last.x) < NEAR && Math.abs(point.y - last.y) < NEAR) return
    kept.push(point)
    last = point
  })
  return kept
}

/** Path data with one decimal, relative from point to point. */
function written(points: readonly ScreenPoint[]): string {
  let [x, y] = [0, 0]
  const parts = points.map((point, index) => {
    const [nextX, nextY] = [Math.round(point.x * 10), Math.round(point.y * 10)]
    const text = index === 0 ? `M${nextX / 10} ${nextY / 10}l` : `${(nextX - x) / 10} ${(nextY - y) / 10} `
    x = nextX
    y = nextY
    return text
  })
  return parts.join('').trimEnd()
}
