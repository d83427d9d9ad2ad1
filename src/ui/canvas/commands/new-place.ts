import type { Target } from '../../../model/address'
import { nodeSize } from '../../../scenario/node-size'
import { nodeKey, type Position, type Scenario } from '../../../scenario/scenario'
import { freePlace, nodeBoxes } from '../free-place'
import { positionsOf } from '../placement'

/** Where a new node is wanted: at a point, after the node that
 * leads to it, between two, or in the middle of the view. */
export type Wanted =
  | { readonly kind: 'at'; readonly place: Position }
  | { readonly kind: 'after'; readonly node: Target | null }
  | { readonly kind: 'between'; readonly from: Target | null; readonly to: Target }
  | { readonly kind: 'view'; readonly middle: Position }

/**
 * The scenario with a new node in its place. While nobody has moved or placed a node, the automatic layout
 * goes on to place them all; otherwise every other node is held where it stands.
 */
export function withNewNode(after: Scenario, before: Scenario, node: Target, wanted: Wanted): Scenario {
  if (wanted.kind !== 'at' && before.layout.size === 0) return after
  const place = placeOf(before, nodeSize(after.policy, node), wanted)
  return { ...after, layout: new Map([...positionsOf(before), [nodeKey(node), place]]) }
}

function placeOf(before: Scenario, size: ReturnType<typeof nodeSize>, wanted: Wanted): Position {
  if (wanted.kind === 'at') return { x: Math.round(wanted.place.x), y: Math.round(wanted.place.y) }
  return freePlace(nodeBoxes(before), cornerOf(before, size, wanted), size)
}

const GAP = 72

function cornerOf(
  before: Scenario,
  size: ReturnType<typeof nodeSize>,
  wanted: Exclude<Wanted, { kind: 'at' }>,
): Position {
  if (wanted.kind === 'view') {
    return { x: wanted.middle.x - size.width / 2, y: wanted.middle.y - size.height / 2 }
  }
  const positions = positionsOf(before)
  const cornerAt = (node: Target | null) => positions.get(nodeKey(node)) ?? { x: 0, y: 0 }
  const sizeOf = (node: Target | null) => nodeSize(before.policy, node)
  if (wanted.kind === 'after') {
    const { x, y } = cornerAt(wanted.node)
    return { x: x + sizeOf(wanted.node).width + GAP, y }
  }
  const [from, to] = [cornerAt(wanted.from), cornerAt(wanted.to)]
  const middle = (from.x + sizeOf(wanted.from).width + to.x) / 2
  return { x: middle - size.width / 2, y: (from.y + to.y) / 2 }
}
