import type { RasterView } from '../../geo/raster-view'
import { type ScreenPoint, screenPointsOf } from './projection'
import type { Site } from './sites'

/** A marker as it stands on screen. */
export interface PlacedSite {
  readonly site: Site
  readonly at: ScreenPoint
  /** The world repeats: which of the copies this is. Only the first takes part in the order of the Tab key. */
  readonly copy: number
  /** Whether the label has room; else it shows when the marker is pointed at. */
  readonly hasRoom: boolean
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const DOT = 8
const LABEL_HEIGHT = 18
const CHARACTER = 6.6

/** The markers of a view. Labels are laid out in order, each only where it covers no marker and no other label. */
export function placeSites(view: RasterView, sites: readonly Site[]): readonly PlacedSite[] {
  const points = sites.flatMap((site) =>
    screenPointsOf(view, site, DOT).map((at, copy) => ({ site, at, copy })),
  )
  const dots = points.map(({ at }) => boxAround(at))
  const labels: Box[] = []
  return points.map((point, index) => {
    const label = labelBox(point.at, labelOf(point.site))
    const isFree =
      label.right < view.width &&
      !labels.some((other) => overlaps(label, other)) &&
      !dots.some((dot, other) => other !== index && overlaps(label, dot))
    if (isFree) labels.push(label)
    return { ...point, hasRoom: isFree }
  })
}

/** What a marker leads to, in a few words. */
export function labelOf({ branches }: Site): string {
  const targets = [...new Set(branches.map(({ leadsTo }) => leadsTo))]
  const [first = '', ...more] = targets
  return more.length > 0 ? `${first} +${more.length}` : first
}

function boxAround({ x, y }: ScreenPoint): Box {
  return { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT }
}

function labelBox({ x, y }: ScreenPoint, text: string): Box {
  const left = x + DOT + 2
  return {
    left,
    right: left + text.length * CHARACTER + 8,
    top: y - LABEL_HEIGHT / 2,
    bottom: y + LABEL_HEIGHT / 2,
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
