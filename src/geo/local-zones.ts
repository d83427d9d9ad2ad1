import type { Coordinates } from './coordinates'
import { type LocationSource, type Region, regionByCode } from './regions'

/** A Local Zone group: what the plain record API names and what AWS publishes coordinates for. */
export interface LocalZoneGroup extends Coordinates {
  readonly code: string
  readonly name: string
  readonly zones: readonly string[]
  readonly source: LocationSource
}

/** A Local Zone, as a policy document names it after `aws:route53:` (route53.md 7). */
export interface LocalZone extends Coordinates {
  readonly name: string
  readonly group: string
  readonly place: string
  readonly source: LocationSource
}

function group(
  code: string,
  name: string,
  zoneLetters: string,
  latitude: number,
  longitude: number,
  source: LocationSource,
): LocalZoneGroup {
  return {
    code,
    name,
    latitude,
    longitude,
    source,
    zones: zoneLetters.split('').map((letter) => code + letter),
  }
}

/** Every Local Zone group with known coordinates; a group without zones is in AWS's table but in no list of zones. */
export const LOCAL_ZONE_GROUPS: readonly LocalZoneGroup[] = [
  group('af-south-1-los-1', 'Lagos', 'a', 6.58, 3.33, 'aws'),
  group('ap-northeast-1-tpe-1', 'Taipei', 'a', 25.08, 121.23, 'aws'),
  group('ap-south-1-ccu-1', 'Kolkata', 'a', 22.65, 88.44, 'aws'),
  group('ap-south-1-ccu-2', 'Kolkata 2', 'a', 22.57, 88.36, 'city'),
  group('ap-south-1-del-1', 'Delhi', 'a', 28.56, 77.1, 'aws'),
  group('ap-south-1-del-2', 'Delhi 2', 'a', 28.61, 77.21, 'city'),
  group('ap-southeast-1-bkk-1', 'Bangkok', 'a', 13.69, 100.75, 'aws'),
  group('ap-southeast-1-han-1', 'Hanoi', 'a', 21.03, 105.85, 'city'),
  group('ap-southeast-1-mnl-1', 'Manila', 'a', 14.51, 121.02, 'aws'),
  group('ap-southeast-2-akl-1', 'Auckland', 'a', -37, 174.79, 'aws'),
  group('ap-southeast-2-per-1', 'Perth', 'a', -31.94, 115.97, 'aws'),
  group('eu-central-1-ath-1', 'Athens', 'a', 37.98, 23.73, 'city'),
  group('eu-central-1-ham-1', 'Hamburg', 'a', 53.63, 9.99, 'aws'),
  group('eu-central-1-ist-1', 'Istanbul', 'a', 41.01, 28.98, 'city'),
  group('eu-central-1-waw-1', 'Warsaw', 'a', 52.17, 20.97, 'aws'),
  group('eu-north-1-cph-1', 'Copenhagen', 'a', 55.61, 12.65, 'aws'),
  group('eu-north-1-hel-1', 'Helsinki', 'a', 60.32, 24.95, 'aws'),
  group('me-south-1-mct-1', 'Muscat', 'a', 23.6, 58.29, 'aws'),
  group('us-east-1-abe-1', 'Allentown', '', 40.65, -75.44, 'aws'),
  group('us-east-1-atl-1', 'Atlanta', 'a', 33.64, -84.43, 'aws'),
  group('us-east-1-atl-2', 'Atlanta 2', 'a', 33.64, -84.43, 'aws'),
  group('us-east-1-bos-1', 'Boston', 'a', 42.37, -71.01, 'aws'),
  group('us-east-1-bue-1', 'Buenos Aires', 'a', -34.82, -58.54, 'aws'),
  group('us-east-1-chi-1', 'Chicago', 'a', 41.79, -87.74, 'aws'),
  group('us-east-1-chi-2', 'Chicago 2', 'a', 41.79, -87.74, 'aws'),
  group('us-east-1-dfw-1', 'Dallas', 'a', 32.9, -97.04, 'aws'),
  group('us-east-1-dfw-2', 'Dallas 2', 'a', 32.9, -97.04, 'aws'),
  group('us-east-1-iah-1', 'Houston', 'a', 29.99, -95.34, 'aws'),
  group('us-east-1-iah-2', 'Houston 2', 'a', 29.99, -95.34, 'aws'),
  group('us-east-1-lim-1', 'Lima', 'a', -12.02, -77.11, 'aws'),
  group('us-east-1-mci-1', 'Kansas City', 'a', 39.3, -94.71, 'aws'),
  group('us-east-1-mia-1', 'Miami', 'a', 25.8, -80.22, 'aws'),
  group('us-east-1-mia-2', 'Miami 2', 'a', 25.8, -80.22, 'aws'),
  group('us-east-1-msp-1', 'Minneapolis', 'a', 44.88, -93.22, 'aws'),
  group('us-east-1-nyc-1', 'New York City', 'a', 40.69, -74.18, 'aws'),
  group('us-east-1-nyc-2', 'New York City 2', 'a', 40.69, -74.18, 'aws'),
  group('us-east-1-phl-1', 'Philadelphia', 'a', 39.88, -75.24, 'aws'),
  group('us-east-1-qro-1', 'Queretaro', 'a', 20.62, -100.19, 'aws'),
  group('us-east-1-scl-1', 'Santiago', 'a', -33.4, -70.79, 'aws'),
  group('us-east-2-jan-1', 'Jackson', '', 32.31, -90.08, 'aws'),
  group('us-east-2-mci-1', 'Kansas City', 'ab', 39.1, -94.58, 'city'),
  group('us-east-2-sbn-1', 'South Bend', '', 41.71, -86.32, 'aws'),
  group('us-west-2-den-1', 'Denver', 'a', 39.85, -104.67, 'aws'),
  group('us-west-2-hnl-1', 'Honolulu', 'a', 21.31, -157.86, 'city'),
  group('us-west-2-las-1', 'Las Vegas', 'ab', 36.08, -115.15, 'aws'),
  group('us-west-2-lax-1', 'Los Angeles', 'ab', 33.94, -118.41, 'aws'),
  group('us-west-2-pdx-1', 'Portland', 'a', 45.59, -122.6, 'aws'),
  group('us-west-2-phx-1', 'Phoenix', 'a', 33.44, -112.01, 'aws'),
  group('us-west-2-phx-2', 'Phoenix 2', 'a', 33.45, -112.07, 'city'),
  group('us-west-2-sea-1', 'Seattle', 'a', 47.44, -122.3, 'aws'),
]

/** Every Local Zone whose name is listed somewhere, by group. */
export const LOCAL_ZONES: readonly LocalZone[] = LOCAL_ZONE_GROUPS.flatMap(
  ({ code, name: place, zones, latitude, longitude, source }) =>
    zones.map((name) => ({ name, group: code, place, latitude, longitude, source })),
)

const zones = new Map(LOCAL_ZONES.map((each) => [each.name, each]))
const groups = new Map(LOCAL_ZONE_GROUPS.map((each) => [each.code, each]))

/** The Local Zone with this name, as `us-east-1-atl-1a`; undefined for any other text. */
export function localZoneByName(name: string): LocalZone | undefined {
  return zones.get(name)
}

/** The group of a zone name, listed or not: `us-east-1-atl-1` for `us-east-1-atl-1f`; undefined for any other text. */
export function localZoneGroupOf(zoneName: string): LocalZoneGroup | undefined {
  return /[a-z]$/.test(zoneName) ? groups.get(zoneName.slice(0, -1)) : undefined
}

/** The Region that a zone or group belongs to by its name: `us-west-2` for `us-west-2-lax-1a`. */
export function parentRegionOf(zoneOrGroup: string): Region | undefined {
  return regionByCode(zoneOrGroup.split('-').slice(0, 3).join('-'))
}
