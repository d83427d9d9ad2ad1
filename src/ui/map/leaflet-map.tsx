import 'leaflet/dist/leaflet.css'
import { type LatLng, type Map as Leaflet, type LeafletMouseEvent, latLngBounds } from 'leaflet'
import { useEffect, useEffectEvent } from 'react'
import { useMap } from 'react-leaflet/hooks'
import { MapContainer } from 'react-leaflet/MapContainer'
import { type Coordinates, normaliseCoordinates } from '../../geo/coordinates'
import type { MapView } from '../../scenario/scenario'
import styles from './map.module.css'
import type { MapFrame } from './map-frame'
import { MERCATOR_LATITUDE, type ScreenPoint } from './projection'

// The only file that knows Leaflet: it moves an empty map by mouse and touch and says where it is.
// What is seen is drawn by our own layers below and above it, from `MapFrame`.

/** What can be done to the map from outside. */
export interface MapHandle {
  /** Goes to the view that is chosen for the map's present size in pixels. */
  readonly show: (choose: (width: number, height: number) => MapView) => void
  readonly zoomBy: (steps: number) => void
  /** Zooms so that a place on screen stays where it is. */
  readonly zoomAround: (at: ScreenPoint, steps: number) => void
  /** Moves the picture, in pixels. */
  readonly panBy: (x: number, y: number) => void
  /** Travels to a view, at once for who does not want motion. */
  readonly flyTo: (view: MapView) => void
  /** What takes the focus and the keys. */
  readonly container: HTMLElement
}

export interface LeafletMapProps {
  readonly frame: MapFrame
  readonly initial: MapView
  /** Spoken name, and the id of the text that describes the map. */
  readonly label: string
  readonly describedBy: string
  readonly onReady: (handle: MapHandle) => void
  /** The map came to rest. */
  readonly onRest: (view: MapView) => void
  /** The pointer is over a place; null when it has left. */
  readonly onHover: (at: ScreenPoint | null) => void
  /** A place was clicked. */
  readonly onChoose: (place: Coordinates) => void
}

const MOST_ZOOM = 9
const FLIGHT_SECONDS = 0.8
/** Far enough that nobody drags there; the world repeats. */
const ENDLESS = 36_000
const BOUNDS = latLngBounds([-MERCATOR_LATITUDE, -ENDLESS], [MERCATOR_LATITUDE, ENDLESS])

/** A map without pictures, for a view and its changes. */
export function LeafletMap(props: LeafletMapProps) {
  const { latitude, longitude, zoom } = props.initial
  return (
    <MapContainer
      className={styles['leaflet'] ?? ''}
      center={[latitude, longitude]}
      zoom={zoom}
      maxZoom={MOST_ZOOM}
      maxBounds={BOUNDS}
      maxBoundsViscosity={1}
      zoomSnap={0}
      zoomDelta={0.5}
      wheelDebounceTime={16}
      wheelPxPerZoomLevel={120}
      bounceAtZoomLimits={false}
      doubleClickZoom={false}
      worldCopyJump
      zoomAnimation={false}
      fadeAnimation={false}
      markerZoomAnimation={false}
      zoomControl={false}
      attributionControl={false}
    >
      <Follower {...props} />
    </MapContainer>
  )
}

function Follower({ frame, label, describedBy, onReady, onRest, onHover, onChoose }: LeafletMapProps) {
  const map = useMap()
  const ready = useEffectEvent(onReady)
  const rest = useEffectEvent(onRest)
  const hover = useEffectEvent(onHover)
  const choose = useEffectEvent(onChoose)

  useEffect(() => {
    const container = map.getContainer()
    const moved = () => frame.setState({ view: viewOf(map) })
    const rested = () => {
      frame.setState({ view: viewOf(map), rest: viewOf(map) })
      rest(mapViewOf(map))
    }
    const pressed = () => showKeys(container, true)
    const resized = new ResizeObserver(() => {
      // Out of sight behind another pane of a phone; it comes back as it was.
      if (container.clientWidth === 0) return
      map.setMinZoom(leastZoom(container))
      map.invalidateSize({ animate: false })
      rested()
    })
    const chosen = ({ latlng }: LeafletMouseEvent) => choose(normaliseCoordinates(toCoordinates(latlng)))
    const hovered = ({ containerPoint, originalEvent }: LeafletMouseEvent) =>
      // With a button held the map is being dragged.
      hover(originalEvent.buttons === 0 ? containerPoint : null)
    const left = () => hover(null)
    map.on('move zoom viewreset', moved).on('moveend', rested)
    map.on('click', chosen).on('mousemove', hovered).on('mouseout movestart', left)
    const stopFollowing = followKeys(container)
    container.addEventListener('keydown', pressed)
    resized.observe(container)
    ready({
      show(choose) {
        // The pane may have changed with what is to be shown, before the observer could say so.
        map.invalidateSize({ animate: false })
        const { x, y } = map.getSize()
        const { latitude, longitude, zoom } = choose(x, y)
        map.setView([latitude, longitude], zoom, { animate: false })
      },
      zoomBy: (steps) => map.setZoom(map.getZoom() + steps * (map.options.zoomDelta ?? 1)),
      zoomAround({ x, y }, steps) {
        const zoom = map.getZoom() + steps * (map.options.zoomDelta ?? 1)
        map.setZoomAround(map.containerPointToLatLng([x, y]), zoom, { animate: false })
      },
      panBy: (x, y) => map.panBy([x, y], { animate: false }),
      flyTo({ latitude, longitude, zoom }) {
        const wantsMotion = !window.matchMedia('(prefers-reduced-motion: reduce)').matches
        if (wantsMotion) map.flyTo([latitude, longitude], zoom, { duration: FLIGHT_SECONDS })
        else map.setView([latitude, longitude], zoom, { animate: false })
      },
      container,
    })
    rested()
    return () => {
      map.off('move zoom viewreset', moved).off('moveend', rested)
      map.off('click', chosen).off('mousemove', hovered).off('mouseout movestart', left)
      container.removeEventListener('keydown', pressed)
      stopFollowing()
      resized.disconnect()
    }
  }, [map, frame])

  useEffect(() => {
    const container = map.getContainer()
    container.tabIndex = 0
    container.setAttribute('role', 'application')
    container.setAttribute('aria-roledescription', 'map')
    container.setAttribute('aria-label', label)
    container.setAttribute('aria-describedby', describedBy)
  }, [map, label, describedBy])

  return null
}

/**
 * Marks the map while it is used by keys: then the ring and the crosshair show. `:focus-visible` cannot tell,
 * because the focus is moved here when the mouse is pressed.
 */
function followKeys(container: HTMLElement): () => void {
  let isPressed = false
  const focused = () => showKeys(container, !isPressed)
  const left = () => showKeys(container, false)
  const pressed = () => {
    isPressed = true
    showKeys(container, false)
    // Dragging keeps the press from doing it.
    container.focus({ preventScroll: true })
  }
  const released = () => {
    isPressed = false
  }
  container.addEventListener('focus', focused)
  container.addEventListener('blur', left)
  container.addEventListener('pointerdown', pressed)
  window.addEventListener('pointerup', released)
  window.addEventListener('pointercancel', released)
  return () => {
    container.removeEventListener('focus', focused)
    container.removeEventListener('blur', left)
    container.removeEventListener('pointerdown', pressed)
    window.removeEventListener('pointerup', released)
    window.removeEventListener('pointercancel', released)
  }
}

function showKeys(container: HTMLElement, show: boolean): void {
  container.dataset['keys'] = String(show)
}

/** On wide panes at least half the width is one world, so that there are never many copies of it. */
function leastZoom({ clientWidth }: HTMLElement): number {
  return Math.max(0, Math.log2(clientWidth / 512))
}

function viewOf(map: Leaflet) {
  const { min } = map.getPixelBounds()
  const { x: width, y: height } = map.getSize()
  if (!min || width === 0 || height === 0) return null
  return { zoom: map.getZoom(), left: Math.round(min.x), top: Math.round(min.y), width, height }
}

function mapViewOf(map: Leaflet): MapView {
  return { ...normaliseCoordinates(toCoordinates(map.getCenter())), zoom: map.getZoom() }
}

function toCoordinates({ lat, lng }: LatLng): Coordinates {
  return { latitude: lat, longitude: lng }
}
