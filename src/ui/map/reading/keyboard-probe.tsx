import { useEffect, useEffectEvent } from 'react'
import { useStore } from 'zustand'
import type { Coordinates } from '../../../geo/coordinates'
import type { RasterView } from '../../../geo/raster-view'
import type { MapHandle } from '../leaflet-map'
import type { MapFrame } from '../map-frame'
import { coordinatesAt, type ScreenPoint, screenPointsOf } from '../projection'
import own from './reading.module.css'
import { reading, useReading } from './reading-store'

export interface KeyboardProbeProps {
  readonly frame: MapFrame
  readonly handle: MapHandle
  /** Enter was pressed with a place under the crosshair. */
  readonly onChoose: (place: Coordinates) => void
}

/** Pixels that an arrow key moves the crosshair, and with Shift. */
const STEP = 16
const BIG_STEP = 96
/** The crosshair stays this far from the edge of the map: the map gives way. */
const MARGIN = 40
/** On the right, where the buttons of the map are. */
const RIGHT_MARGIN = 80

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const ZOOMS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, '−': -1 }

/** The crosshair that arrow keys move over the map while it has the focus; plus and minus zoom around it. */
export function KeyboardProbe({ frame, handle, onChoose }: KeyboardProbeProps) {
  const crosshair = useReading((state) => state.crosshair)
  const view = useStore(frame, (state) => state.view)
  const at = crosshair && view ? (screenPointsOf(view, crosshair)[0] ?? null) : null

  const press = useEffectEvent((event: KeyboardEvent) => {
    const seen = frame.getState().view
    if (!seen || event.ctrlKey || event.metaKey || event.altKey) return
    const from = crosshairIn(frame) ?? { x: seen.width / 2, y: seen.height / 2 }
    const arrow = ARROWS[event.key]
    const zoom = ZOOMS[event.key]
    if (arrow) moveCrosshair(handle, seen, from, arrow, event.shiftKey ? BIG_STEP : STEP)
    else if (zoom !== undefined) handle.zoomAround(from, zoom)
    else if (event.key === 'Enter') onChoose(coordinatesAt(seen, from))
    else if (event.key === 'Escape' && crosshair) reading.setState({ crosshair: null })
    else return
    event.preventDefault()
    event.stopPropagation()
  })

  const start = useEffectEvent(() => {
    const seen = frame.getState().view
    // Set down in the middle, unless a search has put it somewhere in sight.
    if (seen && !crosshairIn(frame)) {
      reading.setState({ crosshair: coordinatesAt(seen, { x: seen.width / 2, y: seen.height / 2 }) })
    }
  })

  useEffect(() => {
    const { container } = handle
    const pressed = (event: KeyboardEvent) => press(event)
    const focused = () => {
      if (container.dataset['keys'] === 'true') start()
    }
    const gone = () => reading.setState({ crosshair: null })
    container.addEventListener('keydown', pressed)
    container.addEventListener('focus', focused)
    container.addEventListener('pointerdown', gone)
    container.addEventListener('blur', gone)
    // The focus may have been there before this part of the map was loaded.
    if (document.activeElement === container) focused()
    return () => {
      container.removeEventListener('keydown', pressed)
      container.removeEventListener('focus', focused)
      container.removeEventListener('pointerdown', gone)
      container.removeEventListener('blur', gone)
    }
  }, [handle])

  if (!at) return null
  return (
    <div
      className={own['crosshair']}
      style={{ transform: `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)` }}
      data-testid="map-crosshair"
      aria-hidden
    />
  )
}

function moveCrosshair(
  handle: MapHandle,
  seen: RasterView,
  from: ScreenPoint,
  [x, y]: readonly [number, number],
  step: number,
): void {
  const to = { x: from.x + x * step, y: Math.min(seen.height + step, Math.max(-step, from.y + y * step)) }
  const over = {
    x: beyond(to.x, MARGIN, seen.width - RIGHT_MARGIN),
    y: beyond(to.y, MARGIN, seen.height - MARGIN),
  }
  reading.setState({ crosshair: coordinatesAt(seen, to) })
  if (over.x !== 0 || over.y !== 0) handle.panBy(over.x, over.y)
}

/** Where the crosshair is on screen; null while there is none in sight. */
function crosshairIn(frame: MapFrame): ScreenPoint | null {
  const { view } = frame.getState()
  const { crosshair } = reading.getState()
  if (!view || !crosshair) return null
  const inSight = screenPointsOf(view, crosshair).find(({ y }) => y >= 0 && y <= view.height)
  return inSight ?? null
}

/** How far a value lies beyond an interval. */
function beyond(value: number, least: number, most: number): number {
  return value < least ? value - least : value > most ? value - most : 0
}
