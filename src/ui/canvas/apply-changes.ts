import type { Address } from '../../model/address'
import type { Policy } from '../../policy/policy'
import { nodeKey, type Position } from '../../scenario/scenario'
import type { AppStore } from '../../store/app-store'
import { type CanvasStore, NOTHING_DRAGGED } from './canvas-state'
import type { ConnectionEdge } from './connections/flow-edges'
import type { EdgeChange, NodeChange } from './flow'
import { targetOfFlowId } from './flow-id'
import type { CanvasNode } from './flow-nodes'
import { targetOf } from './origin'
import { withMoved } from './placement'
import { addressOf, sameAddress } from './selection'

/**
 * Translates React Flow's changes of nodes: a drag stays in the canvas until it ends and is then one step of
 * the history, as is a burst of arrow keys. Sizes are computed, so what React Flow measures changes nothing.
 */
export function applyNodeChanges(
  changes: readonly NodeChange<CanvasNode>[],
  app: AppStore,
  canvas: CanvasStore,
  mode: SelectionMode,
): void {
  const dragging = new Map<string, Position>()
  const settled = new Map<string, Position>()
  const selected: SelectionChange[] = []
  for (const change of changes) {
    if (change.type === 'position' && change.position) {
      const place = { x: Math.round(change.position.x), y: Math.round(change.position.y) }
      const into = change.dragging === true ? dragging : settled
      into.set(nodeKey(targetOfFlowId(change.id)), place)
    }
    if (change.type === 'select') {
      selected.push({ address: addressOf(targetOfFlowId(change.id)), on: change.selected })
    }
  }
  if (dragging.size > 0) canvas.getState().setDragged(dragging)
  if (settled.size > 0) move(settled, app, canvas)
  applySelection(selected, app, mode)
}

function move(places: ReadonlyMap<string, Position>, app: AppStore, canvas: CanvasStore): void {
  const byPointer = canvas.getState().dragged.size > 0
  const label = `Move ${nameOf(places)}`
  app
    .getState()
    .commit(label, (scenario) => withMoved(scenario, places), byPointer ? {} : { coalesce: `keys ${label}` })
  if (byPointer) canvas.getState().setDragged(NOTHING_DRAGGED)
}

function nameOf(places: ReadonlyMap<string, Position>): string {
  const [key = '', ...others] = places.keys()
  if (others.length > 0) return `${places.size} nodes`
  return key === 'start' ? 'the start' : key.slice(key.indexOf(':') + 1)
}

/** Translates React Flow's changes of edges, which can only be selected: all else is a command. */
export function applyEdgeChanges(
  changes: readonly EdgeChange<ConnectionEdge>[],
  edges: readonly ConnectionEdge[],
  app: AppStore,
  mode: SelectionMode,
): void {
  const selected = changes.flatMap((change): SelectionChange[] => {
    // A box is drawn around nodes; the connections between them are not meant.
    if (change.type !== 'select' || (mode.boxing && change.selected)) return []
    const edge = edges.find(({ id }) => id === change.id)
    if (!edge?.data) return []
    const { from } = edge.data
    const address: Address =
      from === null ? { kind: 'start' } : { kind: 'rule', id: from.rule, branch: from.branch }
    return [{ address, on: change.selected }]
  })
  applySelection(selected, app, mode)
}

interface SelectionChange {
  readonly address: Address
  readonly on: boolean
}

/** How the user is selecting: adding to what is selected, or by drawing a box. */
export interface SelectionMode {
  readonly adding: boolean
  readonly boxing: boolean
}

function applySelection(changes: readonly SelectionChange[], app: AppStore, mode: SelectionMode): void {
  if (changes.length === 0) return
  const { selection, scenario, select } = app.getState()
  const changed = (address: Address) => changes.some((change) => sameAddress(change.address, address))
  const on = changes.flatMap((change) => (change.on ? [change.address] : []))
  // React Flow does not know of a branch that leads nowhere, and so never unselects one.
  const replaces = on.length > 0 && !mode.adding
  const kept = selection.filter(
    (address) => !changed(address) && !(replaces && isFreeBranch(scenario.policy, address)),
  )
  select([...kept, ...on])
}

function isFreeBranch(policy: Policy, address: Address): boolean {
  return (
    address.kind === 'rule' &&
    address.branch !== undefined &&
    targetOf(policy, { rule: address.id, branch: address.branch }) === null
  )
}
