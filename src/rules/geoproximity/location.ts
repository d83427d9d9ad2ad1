import type { Coordinates } from '../../geo/coordinates'
import { localZoneByName } from '../../geo/local-zones'
import { regionByCode } from '../../geo/regions'
import { isMalformed, type Loose, numeric, readable, readField, text, writeField } from '../../model/field'
import { EMPTY_OBJECT, equalJson, isJsonObject, type Json, type JsonObject, present } from '../../model/json'

/** Region and Local Zone names carry this prefix under geoproximity only (route53.md 3.3). */
export const LOCATION_PREFIX = 'aws:route53:'

/** Where a geoproximity branch stands. Names are without the prefix; coordinates in degrees. */
export type GeoproximityLocation =
  | { readonly kind: 'none' }
  | { readonly kind: 'region'; readonly name: Loose<string> }
  | { readonly kind: 'localZone'; readonly name: Loose<string> }
  | { readonly kind: 'coordinates'; readonly latitude: Loose<number>; readonly longitude: Loose<number> }
  /** A `Location` that is no object or whose `Type` is unknown. */
  | { readonly kind: 'unreadable'; readonly raw: Json }

/** Which of the two spellings of a location: flat keys (2015-10-01) or a `Location` object (2023-05-09). */
export type LocationForm = 'flat' | 'nested'

export interface Located {
  readonly form: LocationForm
  readonly location: GeoproximityLocation
}

/** The point that distances are taken from, or null when the location is not (yet) a known place. */
export function coordinatesOf(location: GeoproximityLocation): Coordinates | null {
  switch (location.kind) {
    case 'region':
      return regionByCode(readable(location.name) ?? '') ?? null
    case 'localZone':
      return localZoneByName(readable(location.name) ?? '') ?? null
    case 'coordinates': {
      const latitude = readable(location.latitude)
      const longitude = readable(location.longitude)
      return latitude === undefined || longitude === undefined ? null : { latitude, longitude }
    }
    case 'none':
    case 'unreadable':
      return null
  }
}

/** Reads either form; null reads as absent. */
export function readLocation(source: JsonObject): Located {
  const nested = present(source, 'Location')
  if (nested !== undefined) return { form: 'nested', location: readNested(nested) }
  if (present(source, 'Region') !== undefined) {
    return {
      form: 'flat',
      location: { kind: 'region', name: withoutPrefix(readField(source, 'Region', text)) },
    }
  }
  if (present(source, 'Latitude') !== undefined || present(source, 'Longitude') !== undefined) {
    return { form: 'flat', location: readCoordinates(source) }
  }
  return { form: 'flat', location: { kind: 'none' } }
}

/** Writes a location over what was read, in its form; untouched locations keep their spelling. */
export function writeLocation(into: Map<string, Json>, located: Located): void {
  const before = readLocation(into)
  if (before.form === located.form && sameLocation(before.location, located.location)) return
  const nestedBefore = into.get('Location')
  // A spelling may only be kept for the same kind of place, in the same form.
  const like = before.form === located.form && before.location.kind === located.location.kind
  const { location } = located
  if (located.form === 'nested') {
    for (const key of FLAT_KEYS) into.delete(key)
    const inner = new Map(like && isJsonObject(nestedBefore) ? nestedBefore : EMPTY_OBJECT)
    writeNested(inner, location)
    if (location.kind === 'none') into.delete('Location')
    else into.set('Location', location.kind === 'unreadable' ? location.raw : inner)
    return
  }
  into.delete('Location')
  if (!like) for (const key of FLAT_KEYS) into.delete(key)
  if (location.kind === 'region') writeField(into, 'Region', text, withPrefix(location.name))
  if (location.kind === 'coordinates') writeCoordinates(into, location)
  // The flat form has no word for a Local Zone; keep the name where it will be reported, not lost.
  if (location.kind === 'localZone' || location.kind === 'unreadable') {
    writeLocation(into, { form: 'nested', location })
  }
}

const FLAT_KEYS = ['Region', 'Latitude', 'Longitude'] as const
const TYPE_WORD = { region: 'Region', localZone: 'LocalZone', coordinates: 'Coordinate' } as const

function readNested(raw: Json): GeoproximityLocation {
  if (!isJsonObject(raw)) return { kind: 'unreadable', raw }
  const name = withoutPrefix(readField(raw, 'LocationName', text))
  const type = raw.get('Type')
  if (type === TYPE_WORD.region) return { kind: 'region', name }
  if (type === TYPE_WORD.localZone) return { kind: 'localZone', name }
  return type === TYPE_WORD.coordinates ? readCoordinates(raw) : { kind: 'unreadable', raw }
}

function writeNested(into: Map<string, Json>, location: GeoproximityLocation): void {
  if (location.kind === 'none' || location.kind === 'unreadable') return
  writeField(into, 'Type', text, TYPE_WORD[location.kind])
  if (location.kind === 'coordinates') writeCoordinates(into, location)
  else writeField(into, 'LocationName', text, withPrefix(location.name))
}

function readCoordinates(source: JsonObject): GeoproximityLocation {
  return {
    kind: 'coordinates',
    latitude: readField(source, 'Latitude', numeric),
    longitude: readField(source, 'Longitude', numeric),
  }
}

function writeCoordinates(
  into: Map<string, Json>,
  { latitude, longitude }: Extract<GeoproximityLocation, { kind: 'coordinates' }>,
): void {
  writeField(into, 'Latitude', numeric, latitude)
  writeField(into, 'Longitude', numeric, longitude)
}

// A name without the prefix is an error (a Region would not be recognised), so it stays malformed.
function withoutPrefix(name: Loose<string>): Loose<string> {
  if (name === undefined || isMalformed(name)) return name
  return name.startsWith(LOCATION_PREFIX) ? name.slice(LOCATION_PREFIX.length) : { malformed: name }
}

function withPrefix(name: Loose<string>): Loose<string> {
  return typeof name === 'string' ? LOCATION_PREFIX + name : name
}

/** Whether two locations say the same, so that writing one over the other changes nothing. */
export function sameLocation(a: GeoproximityLocation, b: GeoproximityLocation): boolean {
  if (a.kind === 'coordinates' && b.kind === 'coordinates') {
    return sameLoose(a.latitude, b.latitude) && sameLoose(a.longitude, b.longitude)
  }
  if ((a.kind === 'region' || a.kind === 'localZone') && a.kind === b.kind) return sameLoose(a.name, b.name)
  if (a.kind === 'unreadable' && b.kind === 'unreadable') return equalJson(a.raw, b.raw)
  return a.kind === 'none' && b.kind === 'none'
}

function sameLoose<T>(a: Loose<T>, b: Loose<T>): boolean {
  return a === b || (isMalformed(a) && isMalformed(b) && equalJson(a.malformed, b.malformed))
}
