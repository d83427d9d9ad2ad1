import { useApp } from '../app-context'
import { Canvas } from './canvas'
import { ReactFlowProvider } from './flow'

/** The Canvas pane: starts afresh with every scenario that is opened. */
export function CanvasPane() {
  const key = useApp((state) => state.scenarioKey)
  return (
    <ReactFlowProvider key={key}>
      <Canvas />
    </ReactFlowProvider>
  )
}
