import { Globe, Minus, Plus } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useEffect, useId, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { compilePolicy } from '../../engine/compile'
import type { Coordinates } from '../../geo/coordinates'
import { type MapView, WHOLE_WORLD } from '../../scenario/scenario'
import { type AppState, shownPolicy } from '../../store/app-store'
import { selectMapAddress } from '../../store/derived'
import { useApp, useAppStore } from '../app-context'
import { placeAt } from '../ask/place-options'
import { IconButton } from '../kit/button'
import { Callout } from '../kit/callout'
import { Segmented } from '../kit/segmented'
import { useAtlas, useGazetteer } from '../use-gazetteer'
import { stepsWhenIdle } from '../when-idle'
import { EmptyMap } from './empty-map'
import { LeafletMap, type MapHandle } from './leaflet-map'
import { Legend } from './legend/legend'
import { NobodyAnswered } from './legend/nobody-answered'
import { shareSummary } from './legend/share-text'
import styles from './map.module.css'
import { createMapFrame } from './map-frame'
import { mapScene } from './map-scene'
import { NotesContext } from './notes/map-note'
import noteStyles from './notes/notes.module.css'
import type { CatchmentPicture } from './painting/catchment-picture'
import { startOf } from './painting/follow-coverage'
import { MapCanvases } from './painting/map-canvases'
import { usePatterns } from './painting/patterns'
import { type CoverageStatusStore, useCoverage } from './painting/use-coverage'
import { useMapTheme } from './painting/use-map-theme'
import { type ScreenPoint, screenPointsOf } from './projection'
import { isAskedByMenu, reading } from './reading/reading-store'
import { ClientMark } from './sites/client-mark'
import { SiteMarkers } from './sites/site-markers'
import { isStillWhole, isWholeWorld, wholeWorldIn } from './whole-world'

// Not needed for the first use, so not in the first load.
const MapTuning = lazy(async () => ({ default: (await import('./borders/map-tuning')).MapTuning }))
const MapReading = lazy(async () => ({ default: (await import('./reading/map-reading')).MapReading }))
const ReadingControls = lazy(async () => ({
  default: (await import('./reading/reading-controls')).ReadingControls,
}))

/** A place far from any coast. */
const AT_SEA: Coordinates = { latitude: 0, longitude: -25 }

/** The map: the catchments of the whole policy or of one rule, where branches stand, and who is asked about. */
export function MapPane() {
  const store = useAppStore()
  const policy = useApp(shownPolicy)
  const world = useApp(({ scenario }) => scenario.world)
  const address = useApp(selectMapAddress)
  const scenarioKey = useApp((state) => state.scenarioKey)
  const selected = useApp(({ selection }) => selection.find((each) => each.kind === 'rule')?.id ?? null)
  const atlas = useAtlas()
  const gazetteer = useGazetteer()
  const theme = useMapTheme()
  const summaryId = useId()

  const [frame] = useState(createMapFrame)
  const [built] = useState(() => standing(store.getState()))
  const [notes, setNotes] = useState<HTMLElement | null>(null)
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [picture, setPicture] = useState<CatchmentPicture | null>(null)
  const [onlyRule, setOnlyRule] = useState(false)
  const [hover, setHover] = useState<ScreenPoint | null>(null)

  const alone = onlyRule && selected !== null && policy.rules.has(selected) ? selected : null
  const status = useCoverage(frame, picture, alone, theme.edge, usePatterns())
  // Markers and the tooltip may be a frame late; the picture, which is painted without React, may not.
  const settled = useDeferredValue(policy)
  const compiled = useMemo(
    () => compilePolicy({ ...settled, start: startOf(settled, alone) }, world, address),
    [settled, world, alone, address],
  )

  // The first answers take long, since they prepare borders, then coasts: not while somebody waits for them.
  useEffect(
    () => (atlas ? stepsWhenIdle([() => atlas.landUnitAt(AT_SEA), () => atlas.unitAt(AT_SEA)]) : undefined),
    [atlas],
  )

  // The pointer is in the menu then, wherever it was over the map.
  useEffect(() => reading.subscribe((state) => isAskedByMenu(state) && setHover(null)), [])

  // Another scenario that is opened brings its own view; a map that is built anew stands where the last one did.
  useEffect(() => {
    const wanted = scenarioKey === built.scenarioKey ? built.view : store.getState().scenario.view
    handle?.show(isWholeWorld(wanted) ? wholeWorld : () => wanted)
  }, [handle, store, scenarioKey, built])

  function choose(at: Coordinates): void {
    if (reading.getState().isAdding) return addLocationAt(at)
    const { asked, ask } = store.getState()
    const { name, place } = placeAt(at, atlas, gazetteer)
    const query = asked?.query ?? { type: null, resolver: null, clientSubnet: true }
    ask({ name, place: name, query: { ...query, client: place } })
  }

  /** Asks what a location at a place is to lead to, in a menu that hangs from there. */
  function addLocationAt(place: Coordinates): void {
    const { view } = frame.getState()
    const box = handle?.container.getBoundingClientRect()
    const at = view && screenPointsOf(view, place)[0]
    if (!box || !at) return
    const byKeys = reading.getState().crosshair !== null
    const addAt = { place, x: box.left + at.x, y: box.top + at.y, rule: null, byKeys }
    reading.setState({ isAdding: false, addAt })
  }

  return (
    <section aria-label="Map" className={styles['pane']}>
      <div className={styles['stage']}>
        <MapCanvases frame={frame} atlas={atlas} theme={theme} onPicture={setPicture} />
        <LeafletMap
          frame={frame}
          initial={built.view}
          label="Map of catchments. Arrow keys move a crosshair, with Shift further; plus and minus zoom, Enter asks for the place under it."
          describedBy={summaryId}
          onReady={setHandle}
          onRest={(next) => {
            const { view, setView } = store.getState()
            setView({ ...view, ...next })
          }}
          onHover={setHover}
          onChoose={choose}
        />
        <NotesContext value={notes}>
          {atlas && (
            <Suspense>
              <MapTuning frame={frame} atlas={atlas} compiled={compiled} />
            </Suspense>
          )}
          <SiteMarkers frame={frame} compiled={compiled} />
          <ClientMark frame={frame} />
          {handle && atlas && (
            <Suspense>
              <MapReading
                frame={frame}
                handle={handle}
                atlas={atlas}
                gazetteer={gazetteer}
                compiled={compiled}
                theme={theme}
                alone={alone}
                hover={hover}
                onChoose={choose}
              />
            </Suspense>
          )}
        </NotesContext>
        <div ref={setNotes} className={noteStyles['notes']} />
        {selected !== null && (
          <div className={styles['mode']} data-keep-clear>
            <Segmented
              label="Painted"
              value={onlyRule ? 'rule' : 'policy'}
              options={[
                { value: 'policy', label: 'Whole policy' },
                { value: 'rule', label: 'This rule' },
              ]}
              onChange={(value) => setOnlyRule(value === 'rule')}
            />
          </div>
        )}
        <div className={styles['controls']} data-keep-clear>
          <IconButton label="Zoom in" onClick={() => handle?.zoomBy(1)}>
            <Plus />
          </IconButton>
          <IconButton label="Zoom out" onClick={() => handle?.zoomBy(-1)}>
            <Minus />
          </IconButton>
          <IconButton label="Show the whole world" onClick={() => handle?.show(wholeWorld)}>
            <Globe />
          </IconButton>
          <Suspense>
            <ReadingControls />
          </Suspense>
        </div>
        {policy.start === null ? <EmptyMap /> : <NobodyAnswered status={status} compiled={compiled} />}
        <Failure status={status} />
      </div>
      {policy.start !== null && <Legend status={status} />}
      <p id={summaryId} className="visually-hidden">
        {policy.start === null ? (
          'The policy has no start, so nobody reaches anything.'
        ) : (
          <Summary status={status} />
        )}
      </p>
    </section>
  )
}

/** Where a map stands when it is built, and for which scenario. */
function standing({ scenarioKey, view }: AppState): Pick<AppState, 'scenarioKey' | 'view'> {
  const isWhole = isStillWhole(view, mapScene.getState().wholeZoom)
  return { scenarioKey, view: isWhole ? { ...view, ...WHOLE_WORLD } : view }
}

/** The whole world in a pane of a size in pixels; remembers that it is shown. */
function wholeWorld(width: number, height: number): MapView {
  const whole = wholeWorldIn(width, height)
  mapScene.setState({ wholeZoom: whole.zoom })
  return whole
}

function Failure({ status }: { readonly status: CoverageStatusStore }) {
  const failure = useStore(status, (state) => state.failure)
  if (failure === null) return null
  return (
    <div className={styles['failure']}>
      <Callout tone="error">The catchments could not be painted: {failure}</Callout>
    </div>
  )
}

function Summary({ status }: { readonly status: CoverageStatusStore }) {
  return shareSummary(useStore(status, (state) => state.shares))
}
