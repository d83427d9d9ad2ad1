import { type Loose, readable } from '../../model/field'

/** The four keys by which a geolocation branch names its place (route53.md 3.2). */
export interface GeolocationKeys {
  readonly isDefault: Loose<boolean>
  readonly continent: Loose<string>
  readonly country: Loose<string>
  readonly subdivision: Loose<string>
}

/** The place a geolocation branch stands for. */
export type GeolocationPlace =
  | { readonly kind: 'default' }
  | { readonly kind: 'continent'; readonly code: string }
  | { readonly kind: 'country'; readonly code: string }
  | { readonly kind: 'subdivision'; readonly country: string; readonly code: string }
  | { readonly kind: 'none' }

/** Reads the place; a country `*` and `IsDefault` both mean the default (both spellings are AWS's own). */
export function placeOf(keys: GeolocationKeys): GeolocationPlace {
  const country = readable(keys.country)
  const subdivision = readable(keys.subdivision)
  const continent = readable(keys.continent)
  if (country === '*') return { kind: 'default' }
  if (country !== undefined && subdivision !== undefined) {
    return { kind: 'subdivision', country, code: subdivision }
  }
  if (country !== undefined) return { kind: 'country', code: country }
  if (continent !== undefined) return { kind: 'continent', code: continent }
  return readable(keys.isDefault) === true ? { kind: 'default' } : { kind: 'none' }
}

/** The keys that name a place, as AWS's examples spell them. */
export function keysOf(place: GeolocationPlace): GeolocationKeys {
  const none = { isDefault: undefined, continent: undefined, country: undefined, subdivision: undefined }
  switch (place.kind) {
    case 'default':
      return { ...none, isDefault: true }
    case 'continent':
      return { ...none, continent: place.code }
    case 'country':
      return { ...none, country: place.code }
    case 'subdivision':
      return { ...none, country: place.country, subdivision: place.code }
    case 'none':
      return none
  }
}

/** One text per place, for comparing places: `default`, `continent EU`, `country FR`, `subdivision US-WA`. */
export function placeKey(place: GeolocationPlace): string {
  if (place.kind === 'subdivision') return `subdivision ${place.country}-${place.code}`
  return place.kind === 'default' || place.kind === 'none' ? place.kind : `${place.kind} ${place.code}`
}
