import { localZoneByName } from '../../geo/local-zones'
import {
  isJsonArray,
  isJsonNumber,
  isJsonObject,
  type Json,
  type JsonObject,
  jsonObject,
} from '../../model/json'
import { LOCATION_PREFIX } from '../../rules/geoproximity/location'
import { localZoneNamed, regionCodeOf } from './region-words'
import { bare } from './sight'

/** A place on the map that is written in some way. */
export type Site =
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'zone'; readonly name: string }
  | { readonly kind: 'point'; readonly latitude: Json; readonly longitude: Json }

const NUMBER = String.raw`([+-]?\d{1,3}(?:\.\d+)?)`
const PAIR = new RegExp(`^\\(?\\s*${NUMBER}\\s*[,;/ ]\\s*${NUMBER}\\s*\\)?$`)

/** The site that a value means: the name of a Region or Local Zone, a pair of degrees, an object of either; or null. */
export function siteOf(json: Json | undefined): Site | null {
  if (typeof json === 'string') return siteOfWord(json)
  if (isJsonArray(json)) return json.length === 2 ? point(json[0], json[1]) : null
  return isJsonObject(json) ? siteOfObject(json) : null
}

function siteOfWord(word: string): Site | null {
  const [, latitude, longitude] = PAIR.exec(word.trim()) ?? []
  if (latitude !== undefined && longitude !== undefined) return point(latitude, longitude)
  const plain = withoutPrefix(word)
  if (localZoneByName(plain)) return { kind: 'zone', name: plain }
  const code = regionCodeOf(word)
  return code === null ? null : { kind: 'region', code }
}

function siteOfObject(object: JsonObject): Site | null {
  const sites = new Map<string, Json>()
  for (const [key, value] of object) {
    const meant = meantBy(key)
    if (meant === undefined || sites.has(meant)) return null
    sites.set(meant, value)
  }
  sites.delete('type')
  const latitude = sites.get('latitude')
  const longitude = sites.get('longitude')
  if (latitude !== undefined && longitude !== undefined)
    return sites.size === 2 ? point(latitude, longitude) : null
  const [[kind, value] = ['', null], second] = sites
  if (second !== undefined) return null
  if (kind === 'zone') return zoneOf(value)
  return kind === 'region' && typeof value !== 'string' ? null : siteOf(value)
}

function zoneOf(value: Json): Site | null {
  const name = typeof value === 'string' ? localZoneNamed(withoutPrefix(value), 'LocalZone') : null
  return name === null ? null : { kind: 'zone', name }
}

function withoutPrefix(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/^aws:route53:/, '')
}

const KEYS: Readonly<Record<string, string>> = {
  type: 'type',
  region: 'region',
  awsregion: 'region',
  locationname: 'region',
  name: 'region',
  localzone: 'zone',
  localzonegroup: 'zone',
  latitude: 'latitude',
  lat: 'latitude',
  longitude: 'longitude',
  long: 'longitude',
  lon: 'longitude',
  lng: 'longitude',
  coordinates: 'point',
  coordinate: 'point',
}

/** What a key means in an object that says a place. */
export function meantBy(key: string): string | undefined {
  const plain = bare(key)
  return Object.hasOwn(KEYS, plain) ? KEYS[plain] : undefined
}

function point(latitude: Json | undefined, longitude: Json | undefined): Site | null {
  const both = [latitude, longitude]
  const scalars = both.filter((each) => typeof each === 'string' || isJsonNumber(each))
  const [north, east] = scalars
  return north === undefined || east === undefined
    ? null
    : { kind: 'point', latitude: north, longitude: east }
}

/** The members that say a site in the form of a document’s version; null where that has no words for it. */
export function siteMembers(site: Site, newest: boolean): readonly (readonly [string, Json])[] | null {
  if (site.kind === 'point') {
    const axes = [['Latitude', site.latitude] as const, ['Longitude', site.longitude] as const]
    return newest ? [['Location', jsonObject([['Type', 'Coordinate'], ...axes])]] : axes
  }
  const name = LOCATION_PREFIX + (site.kind === 'region' ? site.code : site.name)
  if (!newest) return site.kind === 'region' ? [['Region', name]] : null
  const type = site.kind === 'region' ? 'Region' : 'LocalZone'
  return [
    [
      'Location',
      jsonObject([
        ['Type', type],
        ['LocationName', name],
      ]),
    ],
  ]
}
