import type { ScreenPoint } from '../projection'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A rectangle on the map, in pixels from its upper left corner. */
export interface Box extends ScreenPoint, Size {}

/** Between the card and its point, and between it and the edge of the map. */
const GAP = 14
const EDGE = 4
/** So many pixels of way are gone to leave a pixel free, and the point itself. */
const FREE = 10
const FREE_POINT = 1000

/**
 * Where a card stands beside a point: whole on the map, clear of what is there already as far as the map has room,
 * never on the point where that can be, and otherwise as near as it can be, on the side with more room.
 */
export function cardPlace(at: ScreenPoint, card: Size, map: Size, taken: readonly Box[]): ScreenPoint {
  const across = [
    ...bySide(at.x, card.width, map.width),
    ...taken.flatMap(({ x, width }) => [x - EDGE - card.width, x + width + EDGE]),
  ].map((x) => within(x, card.width, map.width))
  const down = [
    ...bySide(at.y, card.height, map.height),
    ...taken.flatMap(({ y, height }) => [y - EDGE - card.height, y + height + EDGE]),
  ].map((y) => within(y, card.height, map.height))
  const point: Box = { x: at.x - EDGE, y: at.y - EDGE, width: 2 * EDGE, height: 2 * EDGE }

  function cost({ x, y }: ScreenPoint): number {
    const box: Box = { x, y, ...card }
    const covered = taken.reduce((sum, each) => sum + overlap(box, each), 0)
    return distance(box, at) + FREE * covered + FREE_POINT * overlap(box, point)
  }
  const places = across.flatMap((x) => down.map((y) => ({ x, y })))
  return places.reduce((best, place) => (cost(place) < cost(best) ? place : best))
}

/** After and before a point along one direction, first where there is more room. */
function bySide(at: number, size: number, room: number): readonly number[] {
  const [after, before] = [at + GAP, at - GAP - size]
  return at < room / 2 ? [after, before] : [before, after]
}

function within(start: number, size: number, room: number): number {
  return Math.max(EDGE, Math.min(start, room - EDGE - size))
}

/** The area that two boxes share. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function distance({ x, y, width, height }: Box, at: ScreenPoint): number {
  const across = Math.max(x - at.x, 0, at.x - x - width)
  const down = Math.max(y - at.y, 0, at.y - y - height)
  return Math.max(across, down)
}
