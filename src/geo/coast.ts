import { createBoxIndex } from './box-index'
import { distanceKm, EARTH_RADIUS_KM, toUnitVector } from './distance'
import { NO_SIDE, type Segments } from './segments'

/**
 * The coasts of the world as short straight pieces through the unit sphere: piece i runs from `points[6i…]` to
 * `points[6i + 3…]` and is the coast of `units[i]`.
 */
export interface Coast {
  readonly points: Float64Array
  readonly units: Int16Array
  /** The pieces that meet a box in degrees; `west` may be below −180 and `east` above 180. */
  readonly within: (west: number, south: number, east: number, north: number) => readonly number[]
}

/** Longer pieces are cut up, so that the straight lines stay within 50 m of the borders that the map draws. */
const LONGEST_PIECE_KM = 50

const KM_PER_DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180

/** The coast among segments: where there is a unit on one side only. */
export function createCoast(segments: Segments): Coast {
  const { x0, y0, x1, y1, sideA, sideB } = segments
  const degrees: number[] = []
  const units: number[] = []
  for (let i = 0; i < segments.count; i++) {
    if ((sideB[i] ?? 0) !== NO_SIDE) continue
    const ax = x0[i] ?? 0
    const ay = y0[i] ?? 0
    const bx = x1[i] ?? 0
    const by = y1[i] ?? 0
    if (isSeam(ax, ay, bx, by)) continue
    const parts = partsOf(ax, ay, bx, by)
    for (let part = 0; part < parts; part++) {
      degrees.push(
        between(ax, bx, part / parts),
        between(ay, by, part / parts),
        between(ax, bx, (part + 1) / parts),
        between(ay, by, (part + 1) / parts),
      )
      units.push(sideA[i] ?? 0)
    }
  }
  const ends = Float64Array.from(degrees)
  return { points: vectorsOf(ends), units: Int16Array.from(units), within: createIndex(ends) }
}

/** Whether a piece is a cut of the map rather than a coast: the antimeridian, and the edge of Antarctica at the pole. */
export function isSeam(ax: number, ay: number, bx: number, by: number): boolean {
  return (Math.abs(ax) === 180 && ax === bx) || (ay === -90 && by === -90)
}

function partsOf(ax: number, ay: number, bx: number, by: number): number {
  // Longer than any way on the sphere between the two, and free of trigonometry: few pieces need a closer look.
  const atMostKm = (Math.abs(bx - ax) + Math.abs(by - ay)) * KM_PER_DEGREE
  if (atMostKm <= LONGEST_PIECE_KM) return 1
  const km = distanceKm({ longitude: ax, latitude: ay }, { longitude: bx, latitude: by })
  return Math.max(1, Math.ceil(km / LONGEST_PIECE_KM))
}

function between(a: number, b: number, fraction: number): number {
  // The ends themselves must stay as they are: neighbours share them.
  return fraction === 1 ? b : a + fraction * (b - a)
}

function vectorsOf(ends: Float64Array): Float64Array {
  const points = new Float64Array((ends.length / 2) * 3)
  for (let i = 0; i * 2 < ends.length; i++) {
    const { x, y, z } = toUnitVector({ longitude: ends[i * 2] ?? 0, latitude: ends[i * 2 + 1] ?? 0 })
    points[i * 3] = x
    points[i * 3 + 1] = y
    points[i * 3 + 2] = z
  }
  return points
}

function createIndex(ends: Float64Array): Coast['within'] {
  const boxes = new Float64Array(ends.length)
  for (let i = 0; i < ends.length; i += 4) {
    const ax = ends[i] ?? 0
    const ay = ends[i + 1] ?? 0
    const bx = ends[i + 2] ?? 0
    const by = ends[i + 3] ?? 0
    boxes[i] = Math.min(ax, bx)
    boxes[i + 1] = Math.min(ay, by)
    boxes[i + 2] = Math.max(ax, bx)
    boxes[i + 3] = Math.max(ay, by)
  }
  const search = createBoxIndex(boxes)

  return (west, south, east, north) => {
    if (east - west >= 360) return search(-180, south, 180, north)
    const found = search(west, south, east, north)
    // What lies across the antimeridian is met on the other side of the map.
    if (west < -180) return [...found, ...search(west + 360, south, 180, north)]
    if (east > 180) return [...found, ...search(-180, south, east - 360, north)]
    return found
  }
}
