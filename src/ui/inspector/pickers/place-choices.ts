import { CONTINENTS, COUNTRY_CODES } from '../../../geo/continents'
import { US_STATES } from '../../../geo/us-states'
import { newBranch } from '../../../rules/branch'
import { geolocation } from '../../../rules/geolocation/definition'
import { type GeolocationPlace, keysOf, placeKey } from '../../../rules/geolocation/location'
import { ranked } from '../../kit/ranked'
import type { SearchOption } from '../../kit/search-field'

/** A place that a geolocation rule can name. */
export interface PlaceChoice {
  readonly key: string
  readonly place: GeolocationPlace
  readonly name: string
  /** What kind of place, with its code: `country · FR`. */
  readonly kind: string
}

/** Every place that Route 53 knows: the default, continents, countries and US states, by name within each. */
export const PLACE_CHOICES: readonly PlaceChoice[] = [
  choice({ kind: 'default' }),
  ...byName(CONTINENTS.map(({ code }) => choice({ kind: 'continent', code }))),
  ...byName(COUNTRY_CODES.map((code) => choice({ kind: 'country', code }))),
  ...byName(US_STATES.map(({ code }) => choice({ kind: 'subdivision', country: 'US', code }))),
]

/** What a place is called. */
export function placeName(place: GeolocationPlace): string {
  return geolocation.labelOf({ ...newBranch('', null), ...keysOf(place) })
}

/** What kind of place it is, with its code. */
export function placeKind(place: GeolocationPlace): string {
  switch (place.kind) {
    case 'default':
      return 'everywhere else'
    case 'none':
      return ''
    case 'continent':
      return `continent · ${place.code}`
    case 'country':
      return `country · ${place.code}`
    case 'subdivision':
      return place.country === 'US' ? `US state · ${place.code}` : `subdivision of ${place.country}`
  }
}

/** Places by name or code. `whyNot` says why one cannot be chosen here. */
export function placeOptions(
  typed: string,
  whyNot: (place: GeolocationPlace) => string | null,
): readonly SearchOption<GeolocationPlace>[] {
  return placesFor(typed).map(({ key, name, kind, place }) => {
    const reason = whyNot(place)
    const shared = { key, label: name, detail: kind, value: place }
    return reason === null ? shared : { ...shared, disabled: true, reason }
  })
}

/** The places that fit what is typed, best first. */
export function placesFor(typed: string): readonly PlaceChoice[] {
  return ranked(PLACE_CHOICES, typed, ({ place, name, kind }) =>
    'code' in place ? [name, place.code, kind] : [name, kind, '*'],
  )
}

function choice(place: GeolocationPlace): PlaceChoice {
  return { key: placeKey(place), place, name: placeName(place), kind: placeKind(place) }
}

function byName(choices: readonly PlaceChoice[]): readonly PlaceChoice[] {
  return choices.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
