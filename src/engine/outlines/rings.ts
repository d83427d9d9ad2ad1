import type { Border, BorderEnd } from './borders'
import type { LonLat, Tracing } from './tracing'

/** A closed line with its mix to the left: against the clock around an area, with the clock around a hole. */
export type Ring = readonly LonLat[]

interface Directed {
  readonly points: readonly LonLat[]
  /** The mix to the left. */
  readonly mix: number
  readonly end: BorderEnd | null
}

/**
 * The rings of each mix. `onRim` is the mix at the antimeridian, for when no border reaches it: then all of the rim
 * belongs to one.
 */
export function ringsOf(
  { crossings, junctions }: Tracing,
  borders: readonly Border[],
  onRim: number,
): ReadonlyMap<number, readonly Ring[]> {
  const fromLink = new Map<number, Directed>()
  const fromRim = new Map<number, Directed>()
  const all: Directed[] = []

  function add(points: readonly LonLat[], mix: number, start: BorderEnd | null, end: BorderEnd | null): void {
    const directed: Directed = { points, mix, end }
    all.push(directed)
    if (start?.kind === 'junction') fromLink.set(start.link, directed)
    if (start?.kind === 'rim') fromRim.set(start.crossing, directed)
  }
  for (const { points, left, right, ends } of borders) {
    const [start = null, end = null] = ends ?? []
    add(points, left, start, end)
    add(points.toReversed(), right, end, start)
  }

  // Against the clock around the map from its lower right corner: up the eastern side and down the western one.
  const rim = crossings
    .flatMap(({ longitude, latitude, onRim: isRim }, crossing) =>
      isRim ? [{ crossing, at: longitude > 0 ? latitude + 90 : 270 - latitude }] : [],
    )
    .sort((a, b) => a.at - b.at)
  const placeOnRim = new Map(rim.map(({ crossing }, index) => [crossing, index]))

  /** What follows the end of a border with the same mix to the left. */
  function next(end: BorderEnd, ring: LonLat[]): Directed | undefined {
    if (end.kind === 'junction') {
      const spokes = junctions[end.junction]?.links ?? []
      const at = spokes.indexOf(end.link)
      return fromLink.get(spokes[(at + spokes.length - 1) % spokes.length] ?? -1)
    }
    const here = placeOnRim.get(end.crossing) ?? 0
    const there = (here + 1) % rim.length
    ring.push(...cornersBetween(rim[here]?.at ?? 0, rim[there]?.at ?? 0))
    return fromRim.get(rim[there]?.crossing ?? -1)
  }

  const rings = new Map<number, Ring[]>()
  const put = (mix: number, ring: Ring) => {
    const list = rings.get(mix) ?? []
    rings.set(mix, list)
    list.push(ring)
  }
  const used = new Set<Directed>()
  for (const first of all) {
    if (used.has(first)) continue
    const ring: LonLat[] = []
    let current: Directed | undefined = first
    while (current && !used.has(current)) {
      used.add(current)
      ring.push(...current.points)
      current = current.end ? next(current.end, ring) : undefined
    }
    const closed = withoutRepeats(ring)
    if (closed.length > 3) put(first.mix, closed)
  }
  if (rim.length === 0) put(onRim, [...NORTH, ...SOUTH, [180, 90]])
  return rings
}

const NORTH: readonly LonLat[] = [180, 90, 0, -90, -180].map((longitude) => [longitude, 90])
const SOUTH: readonly LonLat[] = [-180, -90, 0, 90, 180].map((longitude) => [longitude, -90])

/** The corners of the map, and points along its poles, on the way against the clock between two places of the rim. */
function cornersBetween(from: number, to: number): readonly LonLat[] {
  const ahead = (place: number) => (place - from + 360) % 360
  const way = ahead(to) || 360
  return [
    { at: ahead(180), corners: NORTH },
    { at: ahead(360), corners: SOUTH },
  ]
    .filter(({ at }) => at < way)
    .sort((a, b) => a.at - b.at)
    .flatMap(({ corners }) => corners)
}

/** The ring without points that repeat the one before, closed. */
function withoutRepeats(ring: readonly LonLat[]): Ring {
  const points = ring.filter(([x, y], index) => {
    const previous = ring[index - 1]
    return previous?.[0] !== x || previous[1] !== y
  })
  const [first] = points
  const last = points.at(-1)
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) points.push(first)
  return points
}
