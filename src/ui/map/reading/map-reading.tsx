import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { CompiledPolicy } from '../../../engine/compile'
import type { Atlas } from '../../../geo/atlas'
import type { Coordinates } from '../../../geo/coordinates'
import type { Gazetteer } from '../../../geo/gazetteer'
import type { RuleId } from '../../../model/address'
import { useAppStore } from '../../app-context'
import type { MapHandle } from '../leaflet-map'
import type { MapFrame } from '../map-frame'
import { mapScene } from '../map-scene'
import type { MapTheme } from '../painting/map-theme'
import { followPrint } from '../picture/print'
import { shownScene } from '../picture/shown-scene'
import { coordinatesAt, type ScreenPoint, screenPointsOf } from '../projection'
import { AddLocation } from './add-location'
import { Announcement } from './announcement'
import { AskedBar } from './asked-bar'
import { FindPlace } from './find-place'
import { KeyboardProbe } from './keyboard-probe'
import { MapWords } from './map-words'
import { MarkerDrag } from './marker-drag'
import { NightLayer } from './night-layer'
import { PopulationLayer } from './population-layer'
import { isAskedByMenu, useReading } from './reading-store'
import { spokenStory, storyOf } from './story'
import { StoryCard } from './story-card'
import { useLayers } from './use-layers'

export interface MapReadingProps {
  readonly frame: MapFrame
  readonly handle: MapHandle
  readonly atlas: Atlas
  readonly gazetteer: Gazetteer | null
  readonly compiled: CompiledPolicy
  readonly theme: MapTheme
  /** The rule that is painted alone. */
  readonly alone: RuleId | null
  readonly hover: ScreenPoint | null
  readonly onChoose: (place: Coordinates) => void
}

/** What helps to read the map: layers, the story of a place by mouse and keys, a search, and the map in words. */
export function MapReading(props: MapReadingProps) {
  const { frame, handle, atlas, gazetteer, theme, alone, onChoose } = props
  const store = useAppStore()
  const isSearching = useReading((state) => state.isSearching)
  const { layers } = useLayers()
  const rest = useStore(frame, (state) => state.rest)

  useEffect(() => {
    mapScene.setState({ view: rest, alone })
  }, [rest, alone])

  useEffect(() => {
    const pane = handle.container.closest('section')
    return pane ? followPrint(pane, () => shownScene(store.getState())) : undefined
  }, [handle, store])

  return (
    <>
      {layers.includes('population') && gazetteer && (
        <PopulationLayer frame={frame} gazetteer={gazetteer} colour={theme.line} />
      )}
      {layers.includes('night') && <NightLayer frame={frame} />}
      <KeyboardProbe frame={frame} handle={handle} onChoose={onChoose} />
      {isSearching && <FindPlace frame={frame} handle={handle} atlas={atlas} gazetteer={gazetteer} />}
      <PlaceStory {...props} />
      <MarkerDrag frame={frame} compiled={props.compiled} />
      <AddLocation frame={frame} handle={handle} onAsk={onChoose} />
      <MapWords />
      <AskedBar />
    </>
  )
}

/** The story of the place under the pointer, else of that under the crosshair, which is also spoken. */
function PlaceStory({ frame, atlas, gazetteer, compiled, hover }: MapReadingProps) {
  const crosshair = useReading((state) => state.crosshair)
  const isAsked = useReading(isAskedByMenu)
  const view = useStore(frame, (state) => state.view)
  if (!view || compiled.start === null) return null
  const pointed = hover && storyOf(compiled, coordinatesAt(view, hover), atlas, gazetteer)
  const found = crosshair && storyOf(compiled, crosshair, atlas, gazetteer)
  const at = hover ?? (crosshair && screenPointsOf(view, crosshair)[0])
  const story = pointed ?? found
  return (
    <>
      {story && at && !isAsked && <StoryCard story={story} compiled={compiled} at={at} view={view} />}
      <Announcement text={found ? spokenStory(found) : ''} />
    </>
  )
}
