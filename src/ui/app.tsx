import { AskPanel } from './ask/ask-panel'
import { CanvasPane } from './canvas/canvas-pane'
import { Inspector } from './inspector/inspector'
import { MapPane } from './map/map-pane'
import { ProblemsPanel } from './problems/problems-panel'

/** The whole editor. */
export function App() {
  return (
    <main>
      <h1>Catchment</h1>
      <CanvasPane />
      <MapPane />
      <Inspector />
      <AskPanel />
      <ProblemsPanel />
    </main>
  )
}
