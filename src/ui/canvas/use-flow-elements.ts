import { useState } from 'react'
import { useApp } from '../app-context'
import { useCanvasState } from './canvas-context'
import { type ConnectionEdge, edgeMaker } from './flow-edges'
import { type CanvasNode, nodeMaker } from './flow-nodes'
import { branchText } from './names'
import { positionsOf } from './placement'
import { canvasSelection, NO_BRANCHES } from './selection'
import { FOLDED, shownRows } from './shown-rows'

/** The canvas's nodes and edges, derived from the scenario, the selection and the canvas's own state. */
export function useFlowElements(): { readonly nodes: CanvasNode[]; readonly edges: ConnectionEdge[] } {
  const policy = useApp(({ scenario }) => scenario.policy)
  const positions = useApp(({ scenario }) => positionsOf(scenario))
  const selection = useApp((state) => canvasSelection(state.selection))
  const dragged = useCanvasState((state) => state.dragged)
  const folds = useCanvasState((state) => state.folds)
  const [makeNodes] = useState(nodeMaker)
  const [makeEdges] = useState(edgeMaker)

  const isShown = (from: { readonly rule: string; readonly branch: string }) => {
    const rule = policy.rules.get(from.rule)
    if (!rule) return false
    const chosen = selection.branches.get(from.rule) ?? NO_BRANCHES
    const rows = shownRows(rule.branches, folds.get(from.rule) ?? FOLDED, chosen, branchText(rule))
    return !rows.folds || rows.branches.some(({ id }) => id === from.branch)
  }
  return {
    nodes: makeNodes({ policy, positions, dragged, selection, folds }),
    edges: makeEdges(policy, selection, isShown),
  }
}
