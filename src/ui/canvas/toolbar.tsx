import { Map as MapIcon, Maximize, Network, Route, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { useApp, useAppStore } from '../app-context'
import { IconButton } from '../kit/button'
import { useCanvas, useCanvasState } from './canvas-context'
import type { ConnectionEdge } from './connections/flow-edges'
import { useReactFlow } from './flow'
import type { CanvasNode } from './flow-nodes'
import { tidyUp } from './tidy-up'
import styles from './toolbar.module.css'
import { useMinimapShown } from './view/use-minimap-shown'
import { zoomIn } from './view/zoom'

/** The view of the canvas: zoom, fit, order, the map of it, the path of the query. */
export function Toolbar() {
  const app = useAppStore()
  const { store } = useCanvas()
  const flow = useReactFlow<CanvasNode, ConnectionEdge>()
  const minimapShown = useMinimapShown()
  const traceShown = useCanvasState((state) => state.traceShown)
  const asked = useApp((state) => state.asked)
  const [tidying, setTidying] = useState(false)

  async function tidy() {
    setTidying(true)
    await tidyUp(app, flow.getNodes(), flow.getEdges())
    setTidying(false)
    // The nodes stand in their new places after the next frame.
    requestAnimationFrame(() => void zoomIn(flow, 'whole'))
  }

  return (
    <div className={styles['bar']} role="group" aria-label="View of the canvas">
      <IconButton label="Zoom out" onClick={() => void zoomIn(flow, 'out')}>
        <ZoomOut />
      </IconButton>
      <IconButton label="Zoom in" onClick={() => void zoomIn(flow, 'in')}>
        <ZoomIn />
      </IconButton>
      <IconButton label="Show the whole policy" onClick={() => void zoomIn(flow, 'whole')}>
        <Maximize />
      </IconButton>
      <span className={styles['line']} />
      <IconButton label="Tidy up" disabled={tidying} onClick={() => void tidy()}>
        <Network />
      </IconButton>
      <IconButton
        label="Overview"
        title={minimapShown ? 'Hide the overview' : 'Show the overview'}
        aria-pressed={minimapShown}
        onClick={() => store.getState().showMinimap(!minimapShown)}
      >
        <MapIcon />
      </IconButton>
      <IconButton
        label="Path of the query"
        title={asked ? `The path from ${asked.place}` : 'Ask a query to see its path'}
        aria-pressed={traceShown && asked !== null}
        disabled={asked === null}
        onClick={() => store.getState().showTrace(!traceShown)}
      >
        <Route />
      </IconButton>
    </div>
  )
}
