import type { Target } from '../../../model/address'
import { nodeSize } from '../../../scenario/node-size'
import { nodeKey, type Position, type Scenario } from '../../../scenario/scenario'
import { type Box, contains, freePlace, nodeBoxes } from '../free-place'
import { positionsOf } from '../placement'

/**
 * Where a new node is wanted: at a point, after the node that leads to it, between two, or in view: beside a
 * node, else in the middle.
 */
export type Wanted =
  | { readonly kind: 'at'; readonly place: Position }
  | { readonly kind: 'after'; readonly node: Target | null }
  | { readonly kind: 'between'; readonly from: Target | null; readonly to: Target }
  | { readonly kind: 'view'; readonly view: Box; readonly beside: Target | null }

/**
 * The scenario with a new node in its place. While nobody has moved or placed a node, the automatic layout
 * goes on to place them all, unless it would put one out of the view it is wanted in; otherwise every other
 * node is held where it stands.
 */
export function withNewNode(after: Scenario, before: Scenario, node: Target, wanted: Wanted): Scenario {
  const size = nodeSize(after.policy, node)
  if (wanted.kind !== 'at' && before.layout.size === 0) {
    const automatic = positionsOf(after).get(nodeKey(node))
    const isSeen = wanted.kind !== 'view' || (automatic && contains(wanted.view, { ...automatic, ...size }))
    if (isSeen) return after
  }
  const place = placeOf(before, size, wanted)
  return { ...after, layout: new Map([...positionsOf(before), [nodeKey(node), place]]) }
}

function placeOf(before: Scenario, size: ReturnType<typeof nodeSize>, wanted: Wanted): Position {
  if (wanted.kind === 'at') return { x: Math.round(wanted.place.x), y: Math.round(wanted.place.y) }
  const within = wanted.kind === 'view' ? wanted.view : null
  return freePlace(nodeBoxes(before), cornerOf(before, size, wanted), size, within)
}

const GAP = 72

function cornerOf(
  before: Scenario,
  size: ReturnType<typeof nodeSize>,
  wanted: Exclude<Wanted, { kind: 'at' }>,
): Position {
  if (wanted.kind === 'view' && wanted.beside === null) {
    const { x, y, width, height } = wanted.view
    return { x: x + (width - size.width) / 2, y: y + (height - size.height) / 2 }
  }
  const positions = positionsOf(before)
  const cornerAt = (node: Target | null) => positions.get(nodeKey(node)) ?? { x: 0, y: 0 }
  const sizeOf = (node: Target | null) => nodeSize(before.policy, node)
  if (wanted.kind !== 'between') {
    const node = wanted.kind === 'after' ? wanted.node : wanted.beside
    const { x, y } = cornerAt(node)
    return { x: x + sizeOf(node).width + GAP, y }
  }
  const [from, to] = [cornerAt(wanted.from), cornerAt(wanted.to)]
  const middle = (from.x + sizeOf(wanted.from).width + to.x) / 2
  return { x: middle - size.width / 2, y: (from.y + to.y) / 2 }
}
