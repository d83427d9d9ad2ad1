import type { RepairCase } from './repair-case.fixtures'

const a = { Type: 'value', Value: '192.0.2.1' }
const to = (more: object = {}) => ({ EndpointReference: 'a', ...more })
const rule = (RuleType: string, more: object, AWSPolicyFormatVersion = '2015-10-01') => ({
  AWSPolicyFormatVersion,
  RecordType: 'A',
  StartRule: 'r',
  Endpoints: { a, b: a },
  Rules: { r: { RuleType, ...more } },
})
const NEWEST = '2023-05-09'
const VIRGINIA = { Type: 'Region', LocationName: 'aws:route53:us-east-1' }
const LONDON = { Type: 'Coordinate', Latitude: '51.50', Longitude: '-0.12' }

/** Places of geolocation rules, as people say them and as the document does. */
const PLACES: readonly (readonly [before: object, after: object])[] = [
  [{ Location: 'continent:NA' }, { Continent: 'NA' }],
  [{ Location: 'country=us' }, { Country: 'US' }],
  [{ Location: 'North America' }, { Continent: 'NA' }],
  [{ location: 'state:California' }, { Country: 'US', Subdivision: 'CA' }],
  [{ Geo: 'NA-US-CA' }, { Country: 'US', Subdivision: 'CA' }],
  [{ GeoLocation: 'EU-FR' }, { Country: 'FR' }],
  [{ Place: 'default' }, { IsDefault: true }],
  [{ Location: 'country:*' }, { IsDefault: true }],
  [{ Location: 'Rest of world' }, { IsDefault: true }],
  [{ Location: 'Everyone else' }, { IsDefault: true }],
  [{ Location: '*' }, { IsDefault: true }],
  [{ region: 'All other countries' }, { IsDefault: true }],
  [{ Country: 'Rest of World' }, { Country: '*' }],
  [{ Continent: 'default' }, { Country: '*' }],
  [{ Country: 'US-CA' }, { Country: 'US', Subdivision: 'CA' }],
  [{ Location: { CountryCode: 'FR' } }, { Country: 'FR' }],
]

/** Locations of geoproximity rules, likewise, in the newest version. */
const SITES: readonly (readonly [before: object, after: object, problem?: string])[] = [
  [{ Location: 'aws:route53:us-east-1' }, VIRGINIA],
  [{ Location: 'us-east-1' }, VIRGINIA],
  [{ Location: { Region: 'us-east-1' } }, VIRGINIA],
  [{ Location: { Type: 'Region', Region: 'us-east-1' } }, VIRGINIA],
  [{ Location: { Type: 'AWS_REGION', LocationName: 'us-east-1' } }, VIRGINIA],
  [{ Location: '51.50, -0.12' }, LONDON],
  [{ Location: { lat: '51.50', lng: '-0.12' } }, LONDON],
  [{ Location: { Type: 'coordinates', Latitude: '51.50', Longitude: '-0.12' } }, LONDON],
  [{ Coordinates: { Latitude: '51.50', Longitude: '-0.12' } }, LONDON, 'geoproximity/no-location'],
  [{ Location: { ...LONDON, Latitude: '51,50° N', Longitude: '0.12 W' } }, LONDON, 'document/wrong-type'],
  [
    { LocalZone: 'us-west-2-lax-1' },
    { Type: 'LocalZone', LocationName: 'aws:route53:us-west-2-lax-1a' },
    'geoproximity/no-location',
  ],
]

/** Words of people’s own for places, and a rule type that Traffic Flow does not have. */
export const SAID_CASES: readonly RepairCase[] = [
  ...PLACES.map(
    ([before, after]): RepairCase => ({
      name: `a place said as ${JSON.stringify(before)}`,
      code: Object.values(before).some((value) => typeof value === 'object')
        ? 'repair/record-api'
        : 'repair/place',
      problem: 'Country' in before ? 'geolocation/unknown-country' : 'geolocation/no-place',
      before: rule('geo', { Locations: [{ ...before, ...to() }, to({ Country: 'DE' })] }),
      after: rule('geo', { Locations: [{ ...after, ...to() }, to({ Country: 'DE' })] }),
    }),
  ),
  ...[{ Country: ['FR', 'Germany'] }, { countries: 'FR, DE' }, { Location: ['country:FR', 'DE'] }].map(
    (before): RepairCase => ({
      name: `two places said as ${JSON.stringify(before)}`,
      code: 'repair/place',
      problem: 'geolocation/no-place',
      before: rule('geo', { Locations: [to({ IsDefault: true }), { ...before, ...to() }] }),
      after: rule('geo', {
        Locations: [to({ IsDefault: true }), { Country: 'FR', ...to() }, { Country: 'DE', ...to() }],
      }),
    }),
  ),
  ...SITES.map(
    ([before, Location, problem = 'geoproximity/location-type']): RepairCase => ({
      name: `a site said as ${JSON.stringify(before)}`,
      code: problem === 'document/wrong-type' ? 'repair/spelling' : 'repair/location-form',
      problem,
      before: rule('geoproximity', { GeoproximityLocations: [to(before)] }, NEWEST),
      after: rule('geoproximity', { GeoproximityLocations: [to({ Location })] }, NEWEST),
    }),
  ),
  {
    name: 'a bias inside the location of an older document',
    code: 'repair/location-form',
    problem: 'geoproximity/location-type',
    before: rule('geoproximity', {
      GeoproximityLocations: [to({ Location: { Region: 'us-east-1', Bias: 5 } })],
    }),
    after: rule('geoproximity', {
      GeoproximityLocations: [to({ Region: 'aws:route53:us-east-1', Bias: 5 })],
    }),
  },
  {
    name: 'the Region of a latency rule under Location',
    code: 'repair/location-form',
    problem: 'latency/region-missing',
    before: rule('latency', { Regions: [to({ Location: 'us-east-1' })] }),
    after: rule('latency', { Regions: [to({ Region: 'us-east-1' })] }),
  },
  ...[{ EndpointReference: 'a' }, { Items: [to()] }, { Endpoint: 'a' }, { Endpoints: ['a'] }].map(
    (before): RepairCase => ({
      name: `simple routing to ${JSON.stringify(before)}`,
      code: 'repair/rule-type',
      problem: 'document/rule-type',
      before: rule('simple', before),
      after: rule('weighted', { Items: [{ Weight: 1, ...to() }] }),
    }),
  ),
  ...[
    { before: ['70%', 0.3], after: ['7', 3] },
    { before: [0.25, '75 percent'], after: [1, '3'] },
    { before: ['33.5%', '66.5%'], after: ['67', '133'] },
    { before: ['99.5%', '0.005'], after: ['199', '1'] },
  ].map(
    ({ before, after }): RepairCase => ({
      name: `the weights ${JSON.stringify(before)}`,
      code: 'repair/weights',
      problem: 'document/wrong-type',
      before: rule('weighted', { Items: before.map((Weight) => to({ Weight })) }),
      after: rule('weighted', { Items: after.map((Weight) => to({ Weight })) }),
    }),
  ),
  {
    name: 'simple routing to several values',
    code: 'repair/rule-type',
    problem: 'document/rule-type',
    before: rule('simple', { Items: [to(), 'b'] }),
    after: rule('multivalue', { Items: [to(), { EndpointReference: 'b' }] }),
  },
]
