import { simplified } from './simplify'
import type { Link, LonLat, Tracing } from './tracing'

/** A border from one junction, or the rim of the map, to the next, or once around; each has one mix on either side. */
export interface Border {
  readonly points: readonly LonLat[]
  readonly left: number
  readonly right: number
  /** Null for a border that closes itself; then the last point is the first. */
  readonly ends: readonly [BorderEnd, BorderEnd] | null
}

export type BorderEnd =
  | { readonly kind: 'junction'; readonly junction: number; readonly link: number }
  | { readonly kind: 'rim'; readonly crossing: number }

/** How far a border may be moved by leaving out points of it. */
const TOLERANCE_KM = 0.12

/** Joins the pieces of a tracing to whole borders, with no more points than they need. */
export function joinBorders({ crossings, junctions, links }: Tracing): readonly Border[] {
  const used = new Uint8Array(links.length)
  const borders: Border[] = []

  function pointOf(crossing: number): LonLat {
    const { longitude, latitude } = crossings[crossing] ?? { longitude: 0, latitude: 0 }
    return [longitude, latitude]
  }

  /** Follows a border from a link on; `backwards` against the direction of that link. */
  function follow(start: BorderEnd | null, first: number, backwards: boolean): void {
    const points: LonLat[] = []
    const isFixed: boolean[] = []
    const add = (point: LonLat, fixed: boolean) => {
      points.push(point)
      isFixed.push(fixed)
    }
    const head = links[first]
    if (!head) return
    if (start?.kind === 'junction') {
      const { longitude, latitude } = junctions[start.junction] ?? { longitude: 0, latitude: 0 }
      add([longitude, latitude], true)
    } else add(pointOf(start ? start.crossing : head.from), true)
    let index = first
    let against = backwards
    let end: BorderEnd | null = null
    for (;;) {
      const link = links[index]
      if (!link) break
      used[index] = 1
      for (const corner of against ? link.between.toReversed() : link.between) add(corner, true)
      const to: Link['to'] = against ? { kind: 'crossing', crossing: link.from } : link.to
      if (to.kind === 'junction') {
        const { longitude, latitude } = junctions[to.junction] ?? { longitude: 0, latitude: 0 }
        add([longitude, latitude], true)
        end = { kind: 'junction', junction: to.junction, link: index }
        break
      }
      add(pointOf(to.crossing), false)
      const onward = crossings[to.crossing]
      const next = onward?.links.find((each) => each !== index)
      if (next === undefined) {
        end = { kind: 'rim', crossing: to.crossing }
        break
      }
      if (used[next]) break
      against = links[next]?.from !== to.crossing
      index = next
    }
    const [left, right] = backwards ? [head.right, head.left] : [head.left, head.right]
    const ends = start && end ? ([start, end] as const) : null
    borders.push({ points: simplified(points, isFixed, TOLERANCE_KM), left, right, ends })
  }

  links.forEach(({ to }, index) => {
    if (to.kind !== 'junction' || used[index]) return
    follow({ kind: 'junction', junction: to.junction, link: index }, index, true)
  })
  crossings.forEach(({ onRim, links: [first, second] }, crossing) => {
    if (!onRim || first === undefined || second !== undefined || used[first]) return
    follow({ kind: 'rim', crossing }, first, links[first]?.from !== crossing)
  })
  links.forEach((_, index) => {
    if (!used[index]) follow(null, index, false)
  })
  return borders
}
