import { useState } from 'react'
import type { BranchId, RuleId } from '../../model/address'
import type { ConnectionSource } from '../../policy/edits/can-connect'
import { useApp } from '../app-context'
import { useCanvasState } from './canvas-context'
import { type ConnectionEdge, edgeMaker } from './connections/flow-edges'
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

  const shown = new Map<RuleId, ReadonlySet<BranchId> | 'all'>()
  const isShown = ({ rule: id, branch }: NonNullable<ConnectionSource>) => {
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
  return {
    nodes: makeNodes({ policy, positions, dragged, selection, folds }),
    edges: makeEdges(policy, selection, isShown),
  }
}
