import { ringAreaKm2 } from './ring-area'
import type { Ring } from './rings'

/** An area and the holes in it, as GeoJSON wants them: the outer ring first. */
export type Polygon = readonly Ring[]

interface Bounded {
  readonly ring: Ring
  readonly size: number
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** The rings of one mix as polygons; every hole goes to the smallest area around it. */
export function polygonsOf(rings: readonly Ring[]): readonly Polygon[] {
  const bounded = rings.map(boundedRing)
  const outer = bounded.filter(({ size }) => size > 0).sort((a, b) => a.size - b.size)
  const holes = new Map<Bounded, Ring[]>(outer.map((each) => [each, []]))
  for (const hole of bounded) {
    if (hole.size >= 0) continue
    const around = outer.find((each) => holdsHole(each, hole))
    if (around) holes.get(around)?.push(hole.ring)
  }
  return outer.toReversed().map((each) => [each.ring, ...(holes.get(each) ?? [])])
}

function boundedRing(ring: Ring): Bounded {
  let [west, east, south, north] = [180, -180, 90, -90]
  for (const [x, y] of ring) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  return { ring, size: ringAreaKm2(ring), west, east, south, north }
}

function holdsHole(outer: Bounded, hole: Bounded): boolean {
  if (outer.size < -hole.size) return false
  if (hole.west < outer.west || hole.east > outer.east) return false
  if (hole.south < outer.south || hole.north > outer.north) return false
  // Rings of one mix may touch in a corner, but no side of one lies on the other.
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = hole.ring
  return isInRing(outer.ring, (ax + bx) / 2, (ay + by) / 2)
}

/** Whether a point lies in a ring, planar in longitude and latitude, by the even-odd rule. */
export function isInRing(ring: Ring, x: number, y: number): boolean {
  let inside = false
  for (let index = 1; index < ring.length; index++) {
    const [ax = 0, ay = 0] = ring[index - 1] ?? []
    const [bx = 0, by = 0] = ring[index] ?? []
    if (ay > y === by > y) continue
    if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}
