import { Plus, Unlink } from 'lucide-react'
import { type MouseEvent, memo, useState } from 'react'
import type { ConnectionSource } from '../../../policy/edits/can-connect'
import { IconButton } from '../../kit/button'
import { useCanvas, useCanvasState } from '../canvas-context'
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath, useFlowState } from '../flow'
import { useConnectionLight, useDepth } from '../marks/use-trace'
import styles from './connection-edge.module.css'
import type { ConnectionEdge } from './flow-edges'

/** The light of a path arrives at each next connection so much later. */
const DELAY_MS = 200

/** A connection; in its middle, while it is pointed at or selected, what can be done with it. */
export const ConnectionEdgeView = memo(function ConnectionEdgeView(props: EdgeProps<ConnectionEdge>) {
  const { data, selected } = props
  const from = data?.from ?? null
  const [pointed, setPointed] = useState(false)
  const light = useConnectionLight(from)
  const depth = useDepth(from)
  const drawing = useCanvasState((state) => state.drawing !== null)
  const [path, x, y] = getBezierPath(props)

  return (
    <g
      className={styles['edge']}
      data-light={light}
      data-selected={selected || undefined}
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
    >
      <BaseEdge path={path} className={styles['path'] ?? ''} interactionWidth={18} />
      {light === 'taken' && (
        <path
          d={path}
          pathLength={1}
          className={styles['lit']}
          style={{ animationDelay: `${depth * DELAY_MS}ms` }}
        />
      )}
      {(pointed || selected) && !drawing && <EdgeActions from={from} x={x} y={y} legible={pointed} />}
    </g>
  )
})

/** However small the canvas is drawn, buttons that are pointed at stay at full size, down to this zoom. */
const LEAST_ZOOM = 0.3

function legibleScale(zoom: number): number {
  return 1 / Math.min(1, Math.max(LEAST_ZOOM, zoom))
}

interface EdgeActionsProps {
  readonly from: ConnectionSource
  readonly x: number
  readonly y: number
  /** Not while it is only selected: it would cover what is beside a short connection. */
  readonly legible: boolean
}

function EdgeActions({ from, x, y, legible }: EdgeActionsProps) {
  const { store, commands } = useCanvas()
  const scale = useFlowState(({ transform: [, , zoom] }) => (legible ? legibleScale(zoom) : 1))
  const insert = (event: MouseEvent) => {
    event.stopPropagation()
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    store.getState().openMenu({ kind: 'insert', from, at: { x: left, y: bottom } })
  }
  return (
    <EdgeLabelRenderer>
      <div
        className={`nodrag nopan ${styles['middle'] ?? ''}`}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px) scale(${scale})` }}
      >
        <IconButton label="Insert a rule here" className={styles['button']} onClick={insert}>
          <Plus />
        </IconButton>
        <IconButton
          label="Disconnect"
          className={styles['button']}
          onClick={(event) => {
            event.stopPropagation()
            commands.disconnect(from)
          }}
        >
          <Unlink />
        </IconButton>
      </div>
    </EdgeLabelRenderer>
  )
}
