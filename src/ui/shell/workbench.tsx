import { type ReactNode, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { Tabs } from '../kit/tabs'
import { useMediaQuery } from './use-media-query'
import styles from './workbench.module.css'

export interface WorkbenchProps {
  readonly canvas: ReactNode
  readonly map: ReactNode
  readonly details: ReactNode
}

/** The panes: side by side where there is room, one at a time on a phone. */
export function Workbench({ canvas, map, details }: WorkbenchProps) {
  const narrow = useMediaQuery('(max-width: 760px)')
  return narrow ? (
    <NarrowWorkbench canvas={canvas} map={map} details={details} />
  ) : (
    <Group orientation="horizontal" className={styles['panes']} id="columns">
      <Panel defaultSize="54%" minSize="280px" id="canvas">
        {canvas}
      </Panel>
      <Separator className={styles['divider']} aria-label="Width of the canvas" />
      <Panel minSize="300px" id="right">
        <Group orientation="vertical" id="rows">
          <Panel defaultSize="52%" minSize="160px" id="map">
            {map}
          </Panel>
          <Separator className={styles['divider']} aria-label="Height of the map" />
          <Panel minSize="140px" id="details">
            {details}
          </Panel>
        </Group>
      </Panel>
    </Group>
  )
}

type Pane = 'map' | 'canvas' | 'details'

function NarrowWorkbench({ canvas, map, details }: WorkbenchProps) {
  // On a phone people look first: who reaches what.
  const [pane, setPane] = useState<Pane>('map')
  return (
    <Tabs
      label="Panes"
      active={pane}
      onChange={setPane}
      tabs={[
        { key: 'map', label: 'Map', content: map },
        { key: 'canvas', label: 'Policy', content: canvas },
        { key: 'details', label: 'Ask and edit', content: details },
      ]}
    />
  )
}
