import type { Policy } from '../policy/policy'
import { type Forest, growForest, type TreeNode } from './layout-forest'
import { RULE_WIDTH, START_SIZE } from './node-size'
import type { Position } from './scenario'

/** Empty canvas between two columns, and between two nodes of one column. */
const COLUMN_GAP = 60
const ROW_GAP = 28
/** Between the used nodes and the unused ones below them. */
const UNUSED_GAP = 84
const START_COLUMN = START_SIZE.width + COLUMN_GAP
const RULE_COLUMN = RULE_WIDTH + COLUMN_GAP

/**
 * Where every node stands when nobody has moved it: an ordered tree from left to right, the start
 * first, branches from top to bottom in document order. A shared node stands behind its deepest
 * parent; what the start does not reach stands below the rest. By `nodeKey`, in canvas units.
 *
 * Share links leave out positions that equal these, so a change here needs a new link version, which keeps this layout
 * for the links there are; `formats/link-frozen.test.ts` fails until then.
 */
export function autoLayout(policy: Policy): ReadonlyMap<string, Position> {
  const forest = growForest(policy)
  const bands = bandHeights(forest)
  const tops = new Map<TreeNode, number>()
  let free = 0
  forest.roots.forEach((root, index) => {
    tops.set(root, free)
    // Alone, the start node leaves the first row to what is not yet connected.
    if (index === 0 && root.children.length === 0) return
    free += (bands.get(root) ?? 0) + (index === 0 ? UNUSED_GAP : ROW_GAP)
  })
  return place(forest, bands, tops)
}

/** Height of the strip that each node needs for itself and for everything behind it. */
function bandHeights({ order }: Forest): ReadonlyMap<TreeNode, number> {
  const bands = new Map<TreeNode, number>()
  for (const node of order.toReversed()) bands.set(node, Math.max(node.height, stackHeight(node, bands)))
  return bands
}

function stackHeight({ children }: TreeNode, bands: ReadonlyMap<TreeNode, number>): number {
  return children.reduce((sum, child) => sum + (bands.get(child) ?? 0) + ROW_GAP, -ROW_GAP)
}

/** Hands the strips down from the roots, whose `tops` are given, then lines nodes up from the leaves back. */
function place(
  { order }: Forest,
  bands: ReadonlyMap<TreeNode, number>,
  tops: Map<TreeNode, number>,
): ReadonlyMap<string, Position> {
  for (const node of order) {
    const spare = (bands.get(node) ?? 0) - stackHeight(node, bands)
    let top = (tops.get(node) ?? 0) + Math.max(0, spare / 2)
    for (const child of node.children) {
      tops.set(child, top)
      top += (bands.get(child) ?? 0) + ROW_GAP
    }
  }
  const middles = new Map<TreeNode, number>()
  const positions = new Map<string, Position>()
  for (const node of order.toReversed()) {
    const [top, band] = [tops.get(node) ?? 0, bands.get(node) ?? 0]
    const [first, last] = [node.children[0], node.children.at(-1)]
    const wanted = first && last ? ((middles.get(first) ?? 0) + (middles.get(last) ?? 0)) / 2 : top + band / 2
    const half = node.height / 2
    const middle = Math.min(Math.max(wanted, top + half), top + band - half)
    middles.set(node, middle)
    positions.set(node.key, { x: columnStart(node.depth), y: Math.round(middle - half) })
  }
  return positions
}

/** Left edge of a column; the start node is narrower than what follows. */
function columnStart(depth: number): number {
  return depth === 0 ? 0 : START_COLUMN + (depth - 1) * RULE_COLUMN
}
