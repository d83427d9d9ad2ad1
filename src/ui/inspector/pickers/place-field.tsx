import type { GeolocationPlace } from '../../../rules/geolocation/location'
import { SearchField } from '../../kit/search-field'
import { placeKind, placeName, placeOptions } from './place-choices'

export interface PlaceFieldProps {
  readonly place: GeolocationPlace
  /** Why a place cannot be chosen here, as a sentence; null when it can. */
  readonly whyNot: (place: GeolocationPlace) => string | null
  readonly onChoose: (place: GeolocationPlace) => void
  readonly className?: string | undefined
}

/** The place of a geolocation branch, found by its name or code. */
export function PlaceField({ place, whyNot, onChoose, className }: PlaceFieldProps) {
  return (
    <SearchField
      label="Place"
      className={className}
      placeholder="Country, US state, continent or default"
      value={place.kind === 'none' ? '' : `${placeName(place)} (${placeKind(place)})`}
      search={(typed) => placeOptions(typed, whyNot)}
      onChoose={onChoose}
      empty="Route 53 knows no such place."
    />
  )
}
