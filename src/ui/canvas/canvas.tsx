import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import { useAppStore } from '../app-context'
import { applyEdgeChanges, applyNodeChanges } from './apply-changes'
import { ARIA_LABELS } from './aria-labels'
import { CanvasContext, useCanvas, useCanvasState } from './canvas-context'
import { pressKey } from './canvas-keys'
import styles from './canvas-pane.module.css'
import { type CanvasMenu, createCanvasStore } from './canvas-state'
import { canvasCommands } from './commands/canvas-commands'
import { ConnectionEdgeView } from './connections/connection-edge'
import { ConnectionHint } from './connections/connection-hint'
import { EmptyCanvas } from './empty-canvas'
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useFlowStore,
  useReactFlow,
} from './flow'
import { targetOfFlowId } from './flow-id'
import type { CanvasNode } from './flow-nodes'
import { nodeBoxes } from './free-place'
import { EndpointNodeView } from './nodes/endpoint-node'
import { RuleNodeView } from './nodes/rule-node'
import { StartNodeView } from './nodes/start-node'
import { useDistance, useFar } from './nodes/use-sketched'
import { Overlays } from './overlays'
import { Palette } from './palette/palette'
import { SelectionBar } from './selection-bar'
import { Toolbar } from './toolbar'
import { useDrawing } from './use-drawing'
import { useFlowElements } from './use-flow-elements'
import { useReturnFocus } from './use-return-focus'
import { firstView } from './view/first-view'
import { holdPanOutside } from './view/hold-pan'
import { keepFirstView } from './view/keep-first-view'
import { useKeepInSight } from './view/keep-in-sight'
import { MinimapNode } from './view/minimap-node'
import { useReveal } from './view/reveal'
import { useMinimapShown } from './view/use-minimap-shown'
import { viewIn } from './view/view-box'
import { zoomIn } from './view/zoom'

const NODE_TYPES = { start: StartNodeView, rule: RuleNodeView, endpoint: EndpointNodeView }
const EDGE_TYPES = { connection: ConnectionEdgeView }
/** Above so many nodes only those in view have elements. */
const MANY_NODES = 60

/** The canvas with its palette, menus and questions. */
export function Canvas() {
  const app = useAppStore()
  const flowStore = useFlowStore()
  const [canvas] = useState(() => createCanvasStore(() => document.activeElement))
  const context = useMemo(() => {
    return { store: canvas, commands: canvasCommands(app, canvas, () => viewIn(flowStore.getState())) }
  }, [app, canvas, flowStore])

  return (
    <CanvasContext value={context}>
      <section className={styles['pane']} aria-label="Canvas">
        <Palette />
        <Flow />
        <Overlays />
      </section>
    </CanvasContext>
  )
}

function Flow() {
  const app = useAppStore()
  const { store: canvas, commands } = useCanvas()
  const flowStore = useFlowStore()
  const flow = useReactFlow()
  const { nodes, edges } = useFlowElements()
  const drawing = useDrawing()
  const end = useCanvasState((state) => state.drawing?.end)
  const minimapShown = useMinimapShown()
  const far = useFar()
  const distance = useDistance()
  const [ready, setReady] = useState(false)
  const surface = useRef<HTMLDivElement>(null)
  useReveal()
  useKeepInSight()
  useReturnFocus(surface)

  const mode = () => {
    const { multiSelectionActive, userSelectionActive } = flowStore.getState()
    return { adding: multiSelectionActive, boxing: userSelectionActive }
  }
  function onKeyDownCapture(event: KeyboardEvent) {
    const taken = pressKey(event, {
      app,
      canvas,
      commands,
      cancelConnection: drawing.cancel,
      zoom: (to) => void zoomIn(flow, to),
    })
    if (!taken) return
    event.preventDefault()
    event.stopPropagation()
    // What had the focus may be gone.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) surface.current?.focus()
    })
  }
  function openContextMenu(event: MouseEvent, node: CanvasNode) {
    event.preventDefault()
    const at = { x: event.clientX, y: event.clientY }
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-branch]') : null
    const branch = row?.dataset['branch']
    const menu: CanvasMenu =
      node.type === 'rule' && branch !== undefined
        ? { kind: 'branch', from: { rule: node.data.rule, branch }, at }
        : { kind: 'node', node: targetOfFlowId(node.id), at }
    canvas.getState().openMenu(menu)
  }

  return (
    // The surface has the focus after a press on empty canvas, so that the canvas's keys work there.
    <div
      ref={surface}
      className={styles['canvas']}
      tabIndex={-1}
      role="application"
      aria-label="Policy"
      data-drawing={end}
      data-ready={ready}
      data-distance={distance}
      onKeyDownCapture={onKeyDownCapture}
    >
      <ReactFlow
        className={styles['flow'] ?? ''}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={(changes) => applyNodeChanges(changes, app, canvas, mode())}
        onEdgesChange={(changes) => applyEdgeChanges(changes, edges, app, mode())}
        {...drawing.handlers}
        onPaneClick={(event) => {
          drawing.handlers.onPaneClick(event)
          commands.clearSelection()
        }}
        onMoveStart={(event) => {
          canvas.getState().setMoving(true)
          // A second finger zooms; a connection begun by the first would be left hanging.
          if (event !== null && 'touches' in event && event.touches.length > 1) drawing.cancel()
        }}
        onMoveEnd={() => canvas.getState().setMoving(false)}
        onNodeContextMenu={openContextMenu}
        onlyRenderVisibleElements={nodes.length > MANY_NODES}
        edgesFocusable={false}
        edgesReconnectable={!far}
        deleteKeyCode={null}
        multiSelectionKeyCode={MULTI_KEYS}
        selectionMode={SelectionMode.Partial}
        connectionRadius={24}
        nodeDragThreshold={3}
        minZoom={0.01}
        maxZoom={2}
        onInit={(flow) => {
          holdPanOutside(flowStore)
          if (!surface.current) return
          keepFirstView(surface.current, {
            show: (size) => {
              const view = firstView(nodeBoxes(app.getState().scenario), size)
              void flow.setViewport(view).then(() => setReady(true))
            },
            transform: () => flowStore.getState().transform,
          })
        }}
        ariaLabelConfig={ARIA_LABELS}
        attributionPosition="bottom-right"
      >
        {!far && <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} />}
        {minimapShown && <MiniMap pannable zoomable nodeComponent={MinimapNode} style={MINIMAP_SIZE} />}
        <ConnectionHint />
        <EmptyCanvas />
      </ReactFlow>
      <Toolbar />
      <SelectionBar />
    </div>
  )
}

const MULTI_KEYS = ['Shift', 'Meta', 'Control']
const MINIMAP_SIZE = { width: 160, height: 110 }
