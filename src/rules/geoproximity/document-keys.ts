import { LOCAL_ZONES } from '../../geo/local-zones'
import { REGIONS } from '../../geo/regions'
import { type JsonSchema, numberSchema, oneOfWords } from '../../model/json-schema'
import type { DocumentKeys } from '../document-keys'
import { LOCATION_PREFIX } from './location'

const REGION_NAMES = REGIONS.filter(({ usable }) => usable).map(({ code }) => LOCATION_PREFIX + code)
const ZONE_NAMES = LOCAL_ZONES.map(({ name }) => LOCATION_PREFIX + name)

/** Route 53 takes two decimals (route53.md 3.3). */
const degrees = (most: number): JsonSchema =>
  numberSchema(
    `Degrees from −${most} to ${most}, with at most two decimals`,
    { type: 'number', minimum: -most, maximum: most },
    '^[+-]?\\d{1,3}(\\.\\d{1,2}0*)?$',
  )

/** The keys of a geoproximity branch in both versions of the format (route53.md 3.3). */
export const GEOPROXIMITY_KEYS = {
  Region: oneOfWords('AWS Region, with its prefix; version 2015-10-01 only', REGION_NAMES),
  Latitude: { ...degrees(90), title: 'Version 2015-10-01 only' },
  Longitude: { ...degrees(180), title: 'Version 2015-10-01 only' },
  Location: {
    type: 'object',
    description: 'Where this branch stands; version 2023-05-09 only',
    properties: {
      Type: oneOfWords('What the location is', ['Region', 'LocalZone', 'Coordinate']),
      LocationName: oneOfWords('AWS Region or Local Zone, with its prefix', [...REGION_NAMES, ...ZONE_NAMES]),
      Latitude: degrees(90),
      Longitude: degrees(180),
    },
    required: ['Type'],
    additionalProperties: false,
  },
  Bias: numberSchema(
    'From −99 to 99: above zero the location reaches further, below zero less far; 0 when left out',
    { type: 'integer', minimum: -99, maximum: 99 },
    '^[+-]?\\d{1,2}$',
  ),
} as const satisfies DocumentKeys
