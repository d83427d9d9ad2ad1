import { useEffect, useRef } from 'react'
import type { Atlas } from '../../../geo/atlas'
import type { Coordinates } from '../../../geo/coordinates'
import type { Gazetteer } from '../../../geo/gazetteer'
import { type NamedPlace, placeOptions } from '../../ask/place-options'
import { SearchField, type SearchOption } from '../../kit/search-field'
import type { MapHandle } from '../leaflet-map'
import type { MapFrame } from '../map-frame'
import own from './reading.module.css'
import { reading } from './reading-store'

export interface FindPlaceProps {
  readonly frame: MapFrame
  readonly handle: MapHandle
  readonly atlas: Atlas | null
  readonly gazetteer: Gazetteer | null
}

/** A city fills a part of the map from this zoom on. */
const CITY_ZOOM = 5

/** A field for a city, country or coordinates; the map travels there and tells its story. */
export function FindPlace({ frame, handle, atlas, gazetteer }: FindPlaceProps) {
  const box = useRef<HTMLDivElement>(null)

  function go({ place }: NamedPlace): void {
    const { coordinates } = place
    if (!coordinates) return
    const zoom = Math.max(CITY_ZOOM, frame.getState().view?.zoom ?? CITY_ZOOM)
    reading.setState({ isSearching: false })
    // The crosshair must survive the focus, which sets it down in the middle where there is none in sight.
    handle.container.focus({ preventScroll: true })
    reading.setState({ crosshair: coordinates })
    handle.flyTo({ ...nearestCopy(coordinates, frame), zoom })
  }

  // The field itself keeps the Escape that closes its list.
  useEffect(() => {
    const element = box.current
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      reading.setState({ isSearching: false })
      handle.container.focus({ preventScroll: true })
    }
    element?.addEventListener('keydown', pressed)
    return () => element?.removeEventListener('keydown', pressed)
  }, [handle])

  return (
    <div ref={box} role="search" data-keep-clear className={own['search']}>
      <SearchField
        label="Find a place on the map"
        labelHidden
        placeholder="City, country or 48.9, 2.4"
        search={(text) => onMap(placeOptions(text, atlas, gazetteer))}
        onChoose={go}
        empty={gazetteer ? 'No such place is known.' : 'The places are being loaded…'}
        autoFocus
      />
    </div>
  )
}

/** The options that stand somewhere. */
function onMap(options: readonly SearchOption<NamedPlace>[]): readonly SearchOption<NamedPlace>[] {
  return options.filter(({ value }) => value.place.coordinates !== null)
}

/** The place in that copy of the repeating world that is on screen. */
function nearestCopy({ latitude, longitude }: Coordinates, frame: MapFrame): Coordinates {
  const { view } = frame.getState()
  if (!view) return { latitude, longitude }
  const size = 256 * 2 ** view.zoom
  const middle = ((view.left + view.width / 2) / size) * 360 - 180
  return { latitude, longitude: longitude + 360 * Math.round((middle - longitude) / 360) }
}
