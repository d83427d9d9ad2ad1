import { useState } from 'react'
import type { BranchId, RuleId } from '../../model/address'
import type { ConnectionSource } from '../../policy/edits/can-connect'
import { remembered } from '../../store/derived'
import { useApp } from '../app-context'
import { useCanvasState } from './canvas-context'
import { type ConnectionEdge, edgeMaker } from './connections/flow-edges'
import { type CanvasNode, type NodeInputs, nodeMaker } from './flow-nodes'
import { branchText } from './names'
import { positionsOf } from './placement'
import { canvasSelection, NO_BRANCHES } from './selection'
import { FOLDED, shownRows } from './shown-rows'

export interface FlowElements {
  readonly nodes: CanvasNode[]
  readonly edges: ConnectionEdge[]
}

/**
 * The canvas's nodes and edges, derived from the scenario, the selection and the canvas's own state. A change of the
 * policy that moves none of them, such as of a bias, draws nothing again: nodes read their settings themselves.
 */
export function useFlowElements(): FlowElements {
  const dragged = useCanvasState((state) => state.dragged)
  const folds = useCanvasState((state) => state.folds)
  const [make] = useState(elementMaker)
  return useApp(({ scenario, selection }) =>
    make(scenario.policy, positionsOf(scenario), dragged, canvasSelection(selection), folds),
  )
}

/** Makes nodes and edges; the very same object while neither changes. */
export function elementMaker() {
  const makeNodes = nodeMaker()
  const makeEdges = edgeMaker()
  let last: FlowElements = { nodes: [], edges: [] }
  return remembered(
    (
      policy: NodeInputs['policy'],
      positions: NodeInputs['positions'],
      dragged: NodeInputs['dragged'],
      selection: NodeInputs['selection'],
      folds: NodeInputs['folds'],
    ): FlowElements => {
      const inputs = { policy, positions, dragged, selection, folds }
      const nodes = makeNodes(inputs)
      const edges = makeEdges(policy, selection, rowsOf(inputs))
      if (nodes !== last.nodes || edges !== last.edges) last = { nodes, edges }
      return last
    },
  )
}

/** Tells whether a branch has a row of its own. */
function rowsOf({ policy, selection, folds }: NodeInputs) {
  const shown = new Map<RuleId, ReadonlySet<BranchId> | 'all'>()
  return ({ rule: id, branch }: NonNullable<ConnectionSource>): boolean => {
    const known = shown.get(id)
    if (known !== undefined) return known === 'all' || known.has(branch)
    const rule = policy.rules.get(id)
    if (!rule) return false
    const chosen = selection.branches.get(id) ?? NO_BRANCHES
    const rows = shownRows(rule.branches, folds.get(id) ?? FOLDED, chosen, branchText(rule))
    const ids = rows.folds ? new Set(rows.branches.map((each) => each.id)) : 'all'
    shown.set(id, ids)
    return ids === 'all' || ids.has(branch)
  }
}
