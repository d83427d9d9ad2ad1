import type { Target } from '../../model/address'
import { type NodeSize, nodeSize } from '../../scenario/node-size'
import { nodeKey, type Position, type Scenario } from '../../scenario/scenario'
import { positionsOf } from './placement'

/** Empty canvas that a new node keeps around itself. */
const MARGIN = 24
const STEP = 56
const FARTHEST_RING = 40

/** A rectangle of the canvas, in canvas units. */
export interface Box extends Position, NodeSize {}

/** The boxes of all nodes where they stand. */
export function nodeBoxes(scenario: Scenario): readonly Box[] {
  const { policy } = scenario
  const positions = positionsOf(scenario)
  const nodes: (Target | null)[] = [
    null,
    ...[...policy.rules.keys()].map((id): Target => ({ kind: 'rule', id })),
    ...[...policy.endpoints.keys()].map((id): Target => ({ kind: 'endpoint', id })),
  ]
  return nodes.flatMap((node) => {
    const position = positions.get(nodeKey(node))
    return position ? [{ ...position, ...nodeSize(policy, node) }] : []
  })
}

/**
 * The place nearest to the one wanted, in rings around it, where a node covers no other; where there is one, a
 * place that lies whole within a box, such as the part of the canvas in view.
 */
export function freePlace(
  taken: readonly Box[],
  wanted: Position,
  size: NodeSize,
  within: Box | null = null,
): Position {
  const start = { x: Math.round(wanted.x), y: Math.round(wanted.y) }
  const isFree = (place: Position) => !taken.some((box) => overlaps(box, { ...place, ...size }))
  const inside = within && nearest(start, (place) => contains(within, { ...place, ...size }) && isFree(place))
  return inside ?? nearest(start, isFree) ?? start
}

function nearest(start: Position, suits: (place: Position) => boolean): Position | null {
  for (let ring = 0; ring <= FARTHEST_RING; ring++) {
    const found = ringAround(start, ring).find(suits)
    if (found) return found
  }
  return null
}

/** Whether the second box lies whole in the first. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** The points of a square ring, those below and above first, since columns are how a policy reads. */
function ringAround({ x, y }: Position, ring: number): readonly Position[] {
  if (ring === 0) return [{ x, y }]
  const reach = ring * STEP
  const along = Array.from({ length: 2 * ring + 1 }, (_, index) => (index - ring) * STEP).sort(
    (a, b) => Math.abs(a) - Math.abs(b),
  )
  return [
    ...along.map((offset) => ({ x: x + offset, y: y + reach })),
    ...along.map((offset) => ({ x: x + offset, y: y - reach })),
    ...along.map((offset) => ({ x: x + reach, y: y + offset })),
    ...along.map((offset) => ({ x: x - reach, y: y + offset })),
  ]
}

function overlaps(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + MARGIN &&
    b.x < a.x + a.width + MARGIN &&
    a.y < b.y + b.height + MARGIN &&
    b.y < a.y + a.height + MARGIN
  )
}
