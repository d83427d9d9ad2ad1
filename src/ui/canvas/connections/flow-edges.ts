import { connections } from '../../../policy/graph'
import { type Connection, type Policy, targetExists } from '../../../policy/policy'
import type { Edge } from '../flow'
import { edgeIdOf, flowIdOf, HANDLE } from '../flow-id'
import type { CanvasSelection } from '../selection'

export type ConnectionEdge = Edge<Connection & Record<string, unknown>, 'connection'>

/**
 * Makes the canvas's edges from the policy; `isShown` says whether a branch has a row of its own. An edge
 * that did not change stays the same object, and so does the list.
 */
export function edgeMaker(): (
  policy: Policy,
  selection: CanvasSelection,
  isShown: (from: NonNullable<Connection['from']>) => boolean,
) => ConnectionEdge[] {
  let last: ConnectionEdge[] = []
  let known = new Map<string, ConnectionEdge>()

  return (policy, selection, isShown) => {
    const next: typeof known = new Map()
    for (const { from, target } of connections(policy)) {
      // A reference to what is not there is reported as a problem; there is nothing to draw a line to.
      if (!targetExists(policy, target)) continue
      const id = edgeIdOf(from)
      const source = flowIdOf(from && { kind: 'rule', id: from.rule })
      const sourceHandle = from === null ? HANDLE.start : isShown(from) ? from.branch : HANDLE.fold
      const selected = selection.edges.has(id)
      const before = known.get(id)
      const stays =
        before?.selected === selected &&
        before.sourceHandle === sourceHandle &&
        before.source === source &&
        before.target === flowIdOf(target)
      next.set(
        id,
        stays
          ? before
          : {
              id,
              type: 'connection',
              source,
              sourceHandle,
              target: flowIdOf(target),
              targetHandle: HANDLE.in,
              data: { from, target },
              selected,
            },
      )
    }
    known = next
    const edges = [...next.values()]
    const same = edges.length === last.length && edges.every((edge, index) => edge === last[index])
    if (!same) last = edges
    return last
  }
}
