import { useRef } from 'react'
import type { Target } from '../../model/address'
import { whyNotConnect } from '../../policy/edits/can-connect'
import type { Policy } from '../../policy/policy'
import { nodeKey } from '../../scenario/scenario'
import { useAppStore } from '../app-context'
import { say } from '../shell/toast'
import { useCanvas } from './canvas-context'
import type { Point } from './canvas-state'
import type { ConnectionEdge } from './connections/flow-edges'
import {
  type FinalConnectionState,
  type FlowConnection,
  type HandleType,
  useFlowStore,
  useReactFlow,
} from './flow'
import { HANDLE, targetOfFlowId } from './flow-id'
import { HEADER } from './flow-nodes'
import { type Origin, originOfHandle } from './origin'

interface Start {
  readonly nodeId: string | null
  readonly handleId: string | null
  readonly handleType: HandleType | null
}

/**
 * Drawing connections: by dragging from a handle, by pressing two handles one after the other, and by
 * dragging the end of a connection that is there. Gives React Flow its handlers.
 */
export function useDrawing() {
  const app = useAppStore()
  const { store: canvas, commands } = useCanvas()
  const { screenToFlowPosition } = useReactFlow()
  const flowStore = useFlowStore()
  const begun = useRef<{ readonly origin: Origin; readonly edge: ConnectionEdge | null }>(null)

  function begin({ nodeId, handleId, handleType }: Start): void {
    if (nodeId === null || handleType === null) return
    const origin = originOfHandle(nodeId, handleId)
    begun.current = { origin, edge: begun.current?.edge ?? null }
    const { policy } = app.getState().scenario
    const refusals = handleType === 'source' ? refusalsFor(policy, origin) : new Map<string, string>()
    canvas.getState().draw({ end: handleType, refusals })
  }
  function end(): void {
    begun.current = null
    canvas.getState().draw(null)
  }
  /** A connection let go over empty canvas: offers what it could lead to there. */
  function offer(point: Point): void {
    const start = begun.current
    const drawing = canvas.getState().drawing
    if (!start || drawing?.end !== 'source') return
    const { x, y } = screenToFlowPosition(point)
    // The line ends at the new node's own handle.
    const place = { x, y: y - HEADER / 2 }
    canvas.getState().openMenu({ kind: 'connect', from: start.origin, at: point, place })
  }
  function cancel(): void {
    flowStore.setState({ connectionClickStartHandle: null })
    flowStore.getState().cancelConnection()
    end()
  }

  return {
    cancel,
    handlers: {
      isValidConnection: (connection: FlowConnection | ConnectionEdge) =>
        isAllowed(app.getState().scenario.policy, connection),
      onConnectStart: (_event: MouseEvent | TouchEvent, start: Start) => begin(start),
      onConnect: (connection: FlowConnection) => {
        const target = targetOfFlowId(connection.target)
        if (target) commands.connect(originOfHandle(connection.source, connection.sourceHandle), target)
      },
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        if (state.isValid !== true) letGo(event, state)
        end()
      },
      onReconnectStart: (_event: unknown, edge: ConnectionEdge) => {
        begun.current = { origin: edge.data?.from ?? null, edge }
      },
      onReconnect: (edge: ConnectionEdge, connection: FlowConnection) => {
        const target = targetOfFlowId(connection.target)
        const origin = originOfHandle(connection.source, connection.sourceHandle)
        if (target && edge.data) commands.reconnect(edge.data.from, origin, target)
      },
      onClickConnectStart: (_event: MouseEvent | TouchEvent, start: Start) => begin(start),
      onClickConnectEnd: (event: MouseEvent | TouchEvent) => {
        refuse(event)
        end()
      },
      onPaneClick: (event: { readonly clientX: number; readonly clientY: number }) => {
        if (!canvas.getState().drawing) return
        offer({ x: event.clientX, y: event.clientY })
        cancel()
      },
    },
  }

  function letGo(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
    const drawing = canvas.getState().drawing
    const over = state.toNode?.id
    const refusal = over === undefined ? undefined : drawing?.refusals.get(nodeKey(targetOfFlowId(over)))
    const at = 'changedTouches' in event ? event.changedTouches[0] : event
    if (refusal !== undefined) void say(refusal, 'error')
    else if (at && over === undefined && isOverPane(at)) offer({ x: at.clientX, y: at.clientY })
  }
  function refuse(event: MouseEvent | TouchEvent): void {
    const node = event.target instanceof Element ? event.target.closest('.react-flow__node') : null
    const id = node?.getAttribute('data-id')
    const refusal = id && canvas.getState().drawing?.refusals.get(nodeKey(targetOfFlowId(id)))
    if (refusal) void say(refusal, 'error')
  }
}

function isOverPane({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): boolean {
  return document.elementFromPoint(clientX, clientY)?.classList.contains('react-flow__pane') ?? false
}

function isAllowed(policy: Policy, connection: FlowConnection | ConnectionEdge): boolean {
  const target = targetOfFlowId(connection.target)
  const { sourceHandle = null } = connection
  if (target === null || sourceHandle === HANDLE.fold) return false
  return whyNotConnect(policy, originOfHandle(connection.source, sourceHandle), target) === null
}

/** Why a connection cannot lead to each of the nodes that it cannot lead to, by node key. */
function refusalsFor(policy: Policy, origin: Origin): ReadonlyMap<string, string> {
  const targets: readonly Target[] = [
    ...[...policy.rules.keys()].map((id): Target => ({ kind: 'rule', id })),
    ...[...policy.endpoints.keys()].map((id): Target => ({ kind: 'endpoint', id })),
  ]
  const refused = new Map([[nodeKey(null), 'Queries come in here; nothing can lead to it.']])
  for (const target of targets) {
    const refusal = whyNotConnect(policy, origin, target)
    if (refusal) refused.set(nodeKey(target), refusal.reason)
  }
  return refused
}
