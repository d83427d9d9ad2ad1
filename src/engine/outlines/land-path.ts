import type { DegreeBox } from '../../geo/degree-box'
import type { Segments } from '../../geo/segments'
import type { LonLat } from './tracing'

/** No piece of a country's border. */
export const NO_SEGMENT = -1

/** More corners of a border than this do not lie in a cell of a kilometre. */
const MOST_CORNERS = 12

/** Country borders inside one cell. */
export interface LandPath {
  /** The piece that crosses a vertical (horizontal) grid line between two degrees along it, and where. */
  readonly crossing: (
    vertical: boolean,
    at: number,
    from: number,
    to: number,
  ) => { readonly segment: number; readonly along: number } | null
  /** The corners of the border from one piece towards another, as far as it leads inside the cell. */
  readonly between: (from: number, to: number) => readonly LonLat[]
  /** The corners of the border from a piece to where three borders meet; none where it leads elsewhere. */
  readonly towards: (from: number, meeting: LonLat) => readonly LonLat[]
  /** Where three borders meet inside the cell; null where they do not. */
  readonly meeting: () => LonLat | null
}

/** `near` are the pieces that meet the cell and tell clients apart. */
export function landPathIn(segments: Segments, near: readonly number[], box: DegreeBox): LandPath {
  const startOf = (segment: number): LonLat => [segments.x0[segment] ?? 0, segments.y0[segment] ?? 0]
  const endOf = (segment: number): LonLat => [segments.x1[segment] ?? 0, segments.y1[segment] ?? 0]

  function isInside([longitude, latitude]: LonLat): boolean {
    return longitude > box.west && longitude < box.east && latitude > box.south && latitude < box.north
  }

  function leavingFrom(point: LonLat): readonly number[] {
    return near.filter((segment) => same(startOf(segment), point) || same(endOf(segment), point))
  }

  function crossing(vertical: boolean, at: number, from: number, to: number) {
    for (const segment of near) {
      const [ax, ay] = startOf(segment)
      const [bx, by] = endOf(segment)
      const [a, b, alongA, alongB] = vertical ? [ax, bx, ay, by] : [ay, by, ax, bx]
      if (a === b || at < Math.min(a, b) || at > Math.max(a, b)) continue
      const along = alongA + ((at - a) / (b - a)) * (alongB - alongA)
      if (along >= from && along <= to) return { segment, along }
    }
    return null
  }

  /** The corners met from a piece on, up to a piece or to where the way is no longer clear. */
  function follow(
    from: number,
    to: number,
  ): { readonly corners: readonly LonLat[]; readonly arrived: boolean } {
    const corners: LonLat[] = []
    let segment = from
    while (segment !== to && corners.length < MOST_CORNERS) {
      const previous = corners.at(-1)
      const ahead = [startOf(segment), endOf(segment)].filter(
        (end) => isInside(end) && !(previous && same(previous, end)),
      )
      const [corner] = ahead
      if (!corner || ahead.length > 1) break
      corners.push(corner)
      const next = leavingFrom(corner).filter((each) => each !== segment)
      const [only] = next
      if (only === undefined || next.length > 1) break
      segment = only
    }
    return { corners, arrived: segment === to }
  }

  return {
    crossing,
    between(from, to) {
      if (from === to || (from === NO_SEGMENT && to === NO_SEGMENT)) return []
      if (from === NO_SEGMENT) return follow(to, from).corners.toReversed()
      const forward = follow(from, to)
      if (forward.arrived || to === NO_SEGMENT) return forward.corners
      // A strait between two lands: as far as either border leads.
      const backward = follow(to, from).corners.toReversed()
      return [
        ...forward.corners,
        ...backward.filter((corner) => !forward.corners.some((c) => same(c, corner))),
      ]
    },
    towards(from, meeting) {
      if (from === NO_SEGMENT) return []
      const { corners } = follow(from, NO_SEGMENT)
      const last = corners.at(-1)
      return last && same(last, meeting) ? corners.slice(0, -1) : []
    },
    meeting() {
      const ends = near.flatMap((segment) => [startOf(segment), endOf(segment)]).filter(isInside)
      return ends.find((end) => leavingFrom(end).length > 2) ?? null
    },
  }
}

function same(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
