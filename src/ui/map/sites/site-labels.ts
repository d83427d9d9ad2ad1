import type { RasterView } from '../../../geo/raster-view'
import { type ScreenPoint, screenPointsOf } from '../projection'
import type { Site } from './sites'

/** A marker as it stands on screen. */
export interface PlacedSite {
  readonly site: Site
  readonly at: ScreenPoint
  /** The world repeats: which of the copies this is. Only the first takes part in the order of the Tab key. */
  readonly copy: number
  /** On which side of the marker its label stands. */
  readonly side: Side
  /** Whether the label has room there; else it shows when the marker is pointed at. */
  readonly hasRoom: boolean
}

export type Side = 'right' | 'left'
const SIDES: readonly Side[] = ['right', 'left']

/** A part of the view, in pixels from its upper left corner. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const DOT = 8
const LABEL_HEIGHT = 18
const CHARACTER = 6.6

/**
 * The markers of a view. Labels are laid out in order, to the right of the marker or else to its left, each only
 * where it covers no marker and no other label, and is not under what `covered` says lies over the map.
 */
export function placeSites(
  view: RasterView,
  sites: readonly Site[],
  covered: readonly Box[] = [],
): readonly PlacedSite[] {
  const points = sites.flatMap((site) =>
    screenPointsOf(view, site, DOT).map((at, copy) => ({ site, at, copy })),
  )
  const dots = points.map(({ at }) => boxAround(at))
  const labels: Box[] = []
  const isInView = (box: Box) =>
    box.left >= 0 && box.right < view.width && !covered.some((other) => overlaps(box, other))
  return points.map((point, index) => {
    const boxes = SIDES.map((side) => ({ side, box: labelBox(point.at, labelOf(point.site), side) }))
    const free = boxes.find(
      ({ box }) =>
        isInView(box) &&
        !labels.some((other) => overlaps(box, other)) &&
        !dots.some((dot, other) => other !== index && overlaps(box, dot)),
    )
    if (free) labels.push(free.box)
    // One that is pointed at may cover others, but has to be seen.
    const seen = free ?? boxes.find(({ box }) => isInView(box))
    return { ...point, side: seen?.side ?? 'right', hasRoom: free !== undefined }
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

function labelBox({ x, y }: ScreenPoint, text: string, side: Side): Box {
  const width = text.length * CHARACTER + 8
  const left = side === 'right' ? x + DOT + 2 : x - DOT - 2 - width
  return {
    left,
    right: left + width,
    top: y - LABEL_HEIGHT / 2,
    bottom: y + LABEL_HEIGHT / 2,
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
