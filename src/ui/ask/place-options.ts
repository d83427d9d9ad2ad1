import type { Atlas } from '../../geo/atlas'
import { type Coordinates, normaliseCoordinates } from '../../geo/coordinates'
import { countryName } from '../../geo/countries'
import type { Gazetteer } from '../../geo/gazetteer'
import type { PlaceHit } from '../../geo/place-search'
import { subdivisionName } from '../../geo/us-states'
import { numberText, typedNumber } from '../../model/number-text'
import { type Place, UNMAPPED } from '../../model/query'
import type { SearchOption } from '../kit/search-field'

/** A place to ask from, with what it is called. */
export interface NamedPlace {
  readonly name: string
  readonly place: Place
}

const COORDINATES = /^\s*([-−]?\d+(?:\.\d+)?)\s*[°,;\s]\s*([-−]?\d+(?:\.\d+)?)\s*°?\s*$/

/** `−33.87, 151.21` */
export function pointText({ latitude, longitude }: Coordinates): string {
  return [latitude, longitude].map((degrees) => numberText(degrees.toFixed(2))).join(', ')
}

/** The place at a point: what the shapes say of its country and state, named by the nearest city. */
export function placeAt(
  coordinates: { readonly latitude: number; readonly longitude: number },
  atlas: Atlas | null,
  gazetteer: Gazetteer | null,
): NamedPlace {
  const point = normaliseCoordinates(coordinates)
  const territory = atlas?.locate(point) ?? null
  const near = gazetteer?.nearestPlace(point)
  const where = territory ? countryName(territory.country) : `${pointText(point)}, at sea`
  return {
    name: territory && near?.country === territory.country ? `near ${near.name}, ${where}` : where,
    place: {
      coordinates: point,
      country: territory?.country ?? null,
      subdivision: territory?.country === 'US' ? territory.subdivision : null,
    },
  }
}

/** What the place field offers for a text: a point, cities, countries and states, and the unmapped client. */
export function placeOptions(
  text: string,
  atlas: Atlas | null,
  gazetteer: Gazetteer | null,
): readonly SearchOption<NamedPlace>[] {
  const point = COORDINATES.exec(text)
  const latitude = Number(typedNumber(point?.[1] ?? ''))
  const longitude = Number(typedNumber(point?.[2] ?? ''))
  if (point && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
    const value = placeAt({ latitude, longitude }, atlas, gazetteer)
    return [
      { key: 'point', label: `${numberText(latitude)}, ${numberText(longitude)}`, detail: value.name, value },
    ]
  }
  const hits = (gazetteer?.search(text.trim() === '' ? '' : text, 12) ?? []).map(hitOption)
  const unmapped: SearchOption<NamedPlace> = {
    key: 'unmapped',
    label: 'Unmapped client',
    detail: 'no location known',
    value: { name: 'An unmapped client', place: UNMAPPED },
  }
  return text.trim() === '' || 'unmapped client'.includes(text.trim().toLowerCase())
    ? [...hits, unmapped]
    : hits
}

function hitOption(hit: PlaceHit): SearchOption<NamedPlace> {
  const { place } = hit
  const state = place.subdivision === null ? '' : `${subdivisionName(place.subdivision)}, `
  const at = { coordinates: { latitude: place.latitude, longitude: place.longitude } }
  switch (hit.kind) {
    case 'place':
      return {
        key: `place ${place.name} ${place.latitude} ${place.longitude}`,
        label: place.name,
        detail: `${state}${countryName(place.country)}`,
        value: {
          name: `${place.name}, ${countryName(place.country)}`,
          place: { ...at, country: place.country, subdivision: place.subdivision },
        },
      }
    case 'country':
      return {
        key: `country ${hit.country}`,
        label: hit.name,
        detail: `country, asked from ${place.name}`,
        value: { name: hit.name, place: { ...at, country: hit.country, subdivision: place.subdivision } },
      }
    case 'subdivision':
      return {
        key: `state ${hit.subdivision}`,
        label: hit.name,
        detail: `US state, asked from ${place.name}`,
        value: { name: hit.name, place: { ...at, country: 'US', subdivision: hit.subdivision } },
      }
  }
}
