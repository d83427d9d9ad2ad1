import type { KeyboardEvent } from 'react'
import type { Address, Target } from '../../model/address'
import { connectionsTo } from '../../policy/graph'
import type { Policy } from '../../policy/policy'
import type { AppStore } from '../../store/app-store'
import { isTyping } from '../shell/keys'
import type { CanvasStore } from './canvas-state'
import type { CanvasCommands } from './commands/canvas-commands'
import { flowIdOf, targetOfFlowId } from './flow-id'
import { addressOf, canvasSelection, sameAddress } from './selection'
import type { Zoom } from './view/zoom'

export interface KeyContext {
  readonly app: AppStore
  readonly canvas: CanvasStore
  readonly commands: CanvasCommands
  /** Gives up a connection that was begun by a press on its handle. */
  readonly cancelConnection: () => void
  readonly zoom: (to: Zoom) => void
}

const ZOOMS: ReadonlyMap<string, Zoom> = new Map([
  ['+', 'in'],
  ['=', 'in'],
  ['-', 'out'],
  ['−', 'out'],
  ['0', 'whole'],
])

/** The canvas's own keys; those of single fields and menus never come here. Says whether it took the key. */
export function pressKey(
  event: KeyboardEvent,
  { app, canvas, commands, cancelConnection, zoom }: KeyContext,
): boolean {
  if (isTyping(event.target) || isSlider(event.target)) return false
  const mod = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (event.key === 'Delete' || event.key === 'Backspace') {
    selectFocused(event.target, app)
    commands.deleteSelection()
    return true
  }
  if (key === 'c' && !mod && !event.altKey) return connectFocused(event.target, canvas)
  const zoomed = mod || event.altKey ? undefined : ZOOMS.get(key)
  if (zoomed !== undefined) {
    zoom(zoomed)
    return true
  }
  if (mod && key === 'a') {
    commands.selectAll()
    return true
  }
  if (mod && key === 'd') {
    commands.duplicateSelection()
    return true
  }
  if (event.key === 'Escape') {
    if (canvas.getState().drawing) cancelConnection()
    else commands.clearSelection()
    return true
  }
  const element = focusedNode(event.target)
  if (!element) return false
  const node = targetOfFlowId(element.dataset['id'] ?? '')
  if (event.altKey && event.key.startsWith('Arrow')) {
    const next = neighbour(app.getState().scenario.policy, node, event.key)
    if (next !== undefined) {
      app.getState().select([addressOf(next)])
      focusNode(flowIdOf(next))
    }
    return true
  }
  // The first Enter selects, as on any list; the next one opens what can be done.
  const isSelected = canvasSelection(app.getState().selection).nodes.has(flowIdOf(node))
  if (event.key === 'Enter' && isSelected) {
    const { left, bottom } = element.getBoundingClientRect()
    canvas.getState().openMenu({ kind: 'node', node, at: { x: left, y: bottom } })
    return true
  }
  return false
}

/** The branch or node that has the focus; a control inside a node is not it. */
function focusedAddress(target: EventTarget): Address | null {
  if (!(target instanceof HTMLElement)) return null
  const node = targetOfFlowId(target.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? '')
  const branch = target.closest<HTMLElement>('[data-branch]')?.dataset['branch']
  if (node?.kind === 'rule' && branch !== undefined) return { kind: 'rule', id: node.id, branch }
  return focusedNode(target) ? addressOf(node) : null
}

/** What has the focus is what a key means, unless it is part of what is selected. */
function selectFocused(target: EventTarget, app: AppStore): void {
  const focused = focusedAddress(target)
  const { selection, select } = app.getState()
  if (focused && !selection.some((address) => sameAddress(address, focused))) select([focused])
}

/** Asks what the focused branch, rule or start shall lead to. */
function connectFocused(target: EventTarget, canvas: CanvasStore): boolean {
  const focused = focusedAddress(target)
  if (!focused || focused.kind === 'endpoint' || !(target instanceof HTMLElement)) return false
  const from = focused.kind === 'rule' ? { rule: focused.id, branch: focused.branch ?? null } : null
  const { left, bottom } = target.getBoundingClientRect()
  canvas.getState().openMenu({ kind: 'connect', from, at: { x: left, y: bottom }, place: null })
  return true
}

function isSlider(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'range'
}

/** The node that has the focus itself, not one of its parts. */
function focusedNode(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement && target.classList.contains('react-flow__node') ? target : null
}

/** So many frames a node that has to come into view first may take, at most. */
const PATIENCE = 60

/** Moves the focus to a node, as soon as it has an element. */
function focusNode(flowId: string, patience = PATIENCE): void {
  const element = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(flowId)}"]`)
  if (element) element.focus()
  else if (patience > 0) requestAnimationFrame(() => focusNode(flowId, patience - 1))
}

/** The node that an arrow leads to along the connections: right to the first target, left back, up and down among siblings. */
function neighbour(policy: Policy, node: Target | null, key: string): Target | null | undefined {
  if (key === 'ArrowRight') return targetsOf(policy, node)[0]
  if (node === null) return undefined
  const from = connectionsTo(policy, node)[0]?.from
  if (from === undefined) return undefined
  const parent: Target | null = from && { kind: 'rule', id: from.rule }
  if (key === 'ArrowLeft') return parent
  const siblings = targetsOf(policy, parent)
  const at = siblings.findIndex(({ kind, id }) => kind === node.kind && id === node.id)
  return siblings[at + (key === 'ArrowDown' ? 1 : -1)]
}

function targetsOf(policy: Policy, node: Target | null): readonly Target[] {
  if (node === null) return policy.start ? [policy.start] : []
  const branches = node.kind === 'rule' ? (policy.rules.get(node.id)?.branches ?? []) : []
  return branches.flatMap(({ target }) => (target ? [target] : []))
}
