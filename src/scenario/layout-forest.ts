import type { Target } from '../model/address'
import { reachable } from '../policy/graph'
import { type Policy, targetExists } from '../policy/policy'
import { nodeSize } from './node-size'
import { nodeKey } from './scenario'

/** A node of the canvas in the tree that the automatic layout draws. */
export interface TreeNode {
  readonly key: string
  readonly height: number
  /** Column: the longest path from the start; unused nodes begin at 1. */
  depth: number
  parent: TreeNode | null
  /** The nodes that stand behind this one, in branch order. */
  readonly children: TreeNode[]
}

export interface Forest {
  /** The start node, then the unused nodes that no other leads to. */
  readonly roots: readonly TreeNode[]
  /** Every node before the nodes it leads to. */
  readonly order: readonly TreeNode[]
}

type Links = ReadonlyMap<TreeNode, readonly TreeNode[]>

/** The policy's graph as a forest in which a shared node stands behind its deepest parent. */
export function growForest(policy: Policy): Forest {
  const links = linksOf(policy)
  const order = parentsFirst(links)
  const rank = new Map(order.map((node, index) => [node, index]))
  // One pass parents first finds the longest path; of equally deep parents the first keeps the node.
  order.forEach((node, index) => {
    for (const child of links.get(node) ?? []) {
      // Not even a cycle, which no sound policy has, may hang the layout.
      const backwards = (rank.get(child) ?? 0) <= index
      if (backwards || (child.parent !== null && child.depth > node.depth)) continue
      child.depth = node.depth + 1
      child.parent = node
    }
  })
  for (const [node, children] of links) {
    for (const child of children) if (child.parent === node) node.children.push(child)
  }
  return { roots: [...links.keys()].filter(({ parent }) => parent === null), order }
}

function linksOf(policy: Policy): Links {
  const used = new Set([null, ...reachable(policy, policy.start)].map(nodeKey))
  const targets: (Target | null)[] = [
    null,
    ...[...policy.rules.keys()].map((id): Target => ({ kind: 'rule', id })),
    ...[...policy.endpoints.keys()].map((id): Target => ({ kind: 'endpoint', id })),
  ]
  const nodes = new Map(targets.map((target) => [nodeKey(target), newNode(policy, target)]))
  const links = new Map<TreeNode, readonly TreeNode[]>()
  for (const target of targets) {
    const key = nodeKey(target)
    const node = nodes.get(key)
    if (!node) continue
    const keys = [...new Set(targetsOf(policy, target).map(nodeKey))]
    // An unused rule must not pull away what the start reaches.
    const own = used.has(key) ? keys : keys.filter((child) => !used.has(child))
    links.set(
      node,
      own.flatMap((child) => nodes.get(child) ?? []),
    )
  }
  return links
}

function newNode(policy: Policy, target: Target | null): TreeNode {
  const { height } = nodeSize(policy, target)
  return { key: nodeKey(target), height, depth: target === null ? 0 : 1, parent: null, children: [] }
}

function targetsOf(policy: Policy, target: Target | null): readonly Target[] {
  if (target?.kind === 'endpoint') return []
  const found =
    target === null
      ? [policy.start]
      : (policy.rules.get(target.id)?.branches ?? []).map((branch) => branch.target)
  return found.flatMap((each) => (each !== null && targetExists(policy, each) ? [each] : []))
}

/** Topological order with an explicit stack: a chain of rules may be deeper than the call stack. */
function parentsFirst(links: Links): readonly TreeNode[] {
  const finished: TreeNode[] = []
  const seen = new Set<TreeNode>()
  const enter = (node: TreeNode) => {
    seen.add(node)
    return { node, rest: [...(links.get(node) ?? [])] }
  }
  for (const root of links.keys()) {
    const stack = seen.has(root) ? [] : [enter(root)]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const child = top.rest.pop()
      if (child === undefined) {
        finished.push(top.node)
        stack.pop()
      } else if (!seen.has(child)) stack.push(enter(child))
    }
  }
  return finished.toReversed()
}
