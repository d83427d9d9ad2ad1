import { type ReactNode, useEffect } from 'react'
import { useAppStore } from '../app-context'
import { Tabs } from '../kit/tabs'
import { followWork, type Pane, useShownPanes } from '../shown-panes'
import { Split } from './split'
import { useIsNarrow } from './use-media-query'

export interface WorkbenchProps {
  readonly canvas: ReactNode
  readonly map: ReactNode
  readonly details: ReactNode
}

/** The panes: side by side where there is room, one at a time on a phone. */
export function Workbench({ canvas, map, details }: WorkbenchProps) {
  const store = useAppStore()
  useEffect(() => followWork(store), [store])
  const narrow = useIsNarrow()
  if (narrow) return <NarrowWorkbench canvas={canvas} map={map} details={details} />
  return (
    <Split
      direction="columns"
      label="Width of the canvas"
      initial={0.56}
      first={canvas}
      second={
        <Split direction="rows" label="Height of the map" initial={0.52} first={map} second={details} />
      }
    />
  )
}

function NarrowWorkbench({ canvas, map, details }: WorkbenchProps) {
  const pane = useShownPanes((shown) => shown.pane)
  return (
    <Tabs
      label="Panes"
      active={pane}
      onChange={showPane}
      keep
      tabs={[
        { key: 'map', label: 'Map', content: map },
        { key: 'canvas', label: 'Policy', content: canvas },
        { key: 'details', label: 'Ask and edit', content: details },
      ]}
    />
  )
}

function showPane(pane: Pane): void {
  useShownPanes.setState({ pane })
}
