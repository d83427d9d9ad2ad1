import { type CheckCase, documentWith } from '../../model/testing/check-case'

const LIST = '/Rules/r/GeoproximityLocations'
const region = (name: unknown) => ({ Location: { Type: 'Region', LocationName: name } })
const zone = (name: unknown) => ({ Location: { Type: 'LocalZone', LocationName: name } })
const point = (latitude: unknown, longitude: unknown) => ({
  Location: { Type: 'Coordinate', Latitude: latitude, Longitude: longitude },
})
const paris = region('aws:route53:eu-west-3')

function geoproximity(version: string, ...locations: readonly object[]): unknown {
  return documentWith(
    {
      RuleType: 'geoproximity',
      GeoproximityLocations: locations.map((location, index) => ({
        EndpointReference: `e${index}`,
        ...location,
      })),
    },
    { header: { AWSPolicyFormatVersion: version } },
  )
}
const newer = (...locations: readonly object[]) => geoproximity('2023-05-09', ...locations)
const older = (...locations: readonly object[]) => geoproximity('2015-10-01', ...locations)

/** The checks of a geoproximity rule (route53.md 3.3, V17–V20). */
export const cases: readonly CheckCase[] = [
  {
    title: 'a Region, a Local Zone and coordinates are in order in the newer version',
    document: newer(paris, zone('aws:route53:us-east-1-atl-1a'), { ...point('51.50', '-0.16'), Bias: -10 }),
    problems: [],
  },
  {
    title: 'a Region and coordinates on the branch are in order in the older version',
    document: older({ Region: 'aws:route53:eu-west-3', Bias: '99' }, { Latitude: '51.50', Longitude: -0.16 }),
    problems: [['geoproximity/bias-extreme', `${LIST}/0/Bias`]],
  },
  {
    title: 'the older spelling in the newer version is an error',
    document: newer(paris, { Region: 'aws:route53:us-east-1' }, { Latitude: '1.00', Longitude: '2.00' }),
    problems: [
      ['geoproximity/format-version', `${LIST}/1/Region`],
      ['geoproximity/format-version', `${LIST}/2/Latitude`],
    ],
  },
  {
    title: 'the newer spelling in the older version is an error',
    document: older(paris, { Region: 'aws:route53:us-east-1' }),
    problems: [['geoproximity/format-version', `${LIST}/0/Location`]],
  },
  {
    title: 'a Local Zone in the older version is an error',
    document: older(zone('aws:route53:us-east-1-atl-1a'), { Region: 'aws:route53:eu-west-3' }),
    problems: [['geoproximity/local-zone-version', `${LIST}/0/Location`]],
  },
  {
    title: 'a branch without a location is an error',
    document: newer(paris, {}),
    problems: [['geoproximity/no-location', `${LIST}/1`]],
  },
  {
    title: 'two locations on one branch are an error',
    document: newer({ ...paris, Region: 'aws:route53:us-east-1' }, zone('aws:route53:us-east-1-atl-1a')),
    problems: [['geoproximity/two-locations', `${LIST}/0/Region`]],
  },
  {
    title: 'a Location without a Type, or of an unknown one, is an error',
    document: newer(paris, { Location: {} }, { Location: { Type: 'City' } }, { Location: 'Paris' }),
    problems: [
      ['geoproximity/location-type', `${LIST}/1/Location`],
      ['geoproximity/location-type', `${LIST}/2/Location/Type`],
      ['geoproximity/location-type', `${LIST}/3/Location`],
    ],
  },
  {
    title: 'a Location with a key that its Type does not have is a warning',
    document: newer(paris, {
      Location: { Type: 'Region', LocationName: 'aws:route53:us-east-1', Latitude: '1.00' },
    }),
    problems: [['document/unknown-key', `${LIST}/1/Location/Latitude`]],
  },
  {
    title: 'a name without its prefix is an error',
    document: newer(paris, region('us-east-1')),
    problems: [['geoproximity/name-prefix', `${LIST}/1/Location/LocationName`]],
  },
  {
    title: 'a Location without a name is an error',
    document: newer(paris, { Location: { Type: 'Region' } }),
    problems: [['geoproximity/name-missing', `${LIST}/1/Location`]],
  },
  {
    title: 'an unknown Region is an error, as is a Local Zone named as one and the reverse',
    document: newer(
      region('aws:route53:mars-north-1'),
      region('aws:route53:us-east-1-atl-1a'),
      zone('aws:route53:eu-west-3'),
    ),
    problems: [0, 1, 2].map((index) => [
      'geoproximity/unknown-region',
      `${LIST}/${index}/Location/LocationName`,
    ]),
  },
  {
    title: 'a Local Zone that no list names is a warning',
    document: newer(paris, zone('aws:route53:us-east-1-xyz-1a')),
    problems: [['geoproximity/unknown-zone', `${LIST}/1/Location/LocationName`]],
  },
  {
    title: 'a group of Local Zones in place of a zone is an error',
    document: newer(paris, zone('aws:route53:us-east-1-atl-1')),
    problems: [['geoproximity/zone-group', `${LIST}/1/Location/LocationName`]],
  },
  {
    title: 'a point needs both coordinates',
    document: newer(paris, { Location: { Type: 'Coordinate', Latitude: '1.00' } }),
    problems: [['geoproximity/coordinate-missing', `${LIST}/1/Location`]],
  },
  {
    title: 'coordinates beyond the globe are an error',
    document: newer(point('90.01', '0.00'), point('0.00', '-180.01'), point('-90', '180')),
    problems: [
      ['geoproximity/coordinate-range', `${LIST}/0/Location/Latitude`],
      ['geoproximity/coordinate-range', `${LIST}/1/Location/Longitude`],
    ],
  },
  {
    title: 'more than two decimals are an error, trailing zeros and exponents too',
    document: newer(point('40.7128', '-74.00'), point('51.500', '1e1')),
    problems: [
      ['geoproximity/coordinate-precision', `${LIST}/0/Location/Latitude`],
      ['geoproximity/coordinate-precision', `${LIST}/1/Location/Latitude`],
      ['geoproximity/coordinate-precision', `${LIST}/1/Location/Longitude`],
    ],
  },
  {
    title: 'a bias beyond ±99 or with decimals is an error',
    document: newer({ ...paris, Bias: '100' }, { ...point('1.00', '2.00'), Bias: 0.5 }),
    problems: [
      ['geoproximity/bias-range', `${LIST}/0/Bias`],
      ['geoproximity/bias-range', `${LIST}/1/Bias`],
    ],
  },
  {
    title: 'Oregon and the Local Zone of Portland are one point, which is an error',
    document: newer(region('aws:route53:us-west-2'), zone('aws:route53:us-west-2-pdx-1a')),
    problems: [['geoproximity/same-point', `${LIST}/1`]],
  },
  {
    title: 'one point across the date line or at a pole is one point',
    document: newer(point('10.00', '180.00'), point('10.00', '-180.00'), point('90', '0'), point('90', '77')),
    problems: [
      ['geoproximity/same-point', `${LIST}/1`],
      ['geoproximity/same-point', `${LIST}/3`],
    ],
  },
  {
    title: 'one name that no list has is one point',
    document: newer(paris, zone('aws:route53:us-east-1-xyz-1a'), zone('aws:route53:us-east-1-xyz-1a')),
    problems: [
      ['geoproximity/unknown-zone', `${LIST}/1/Location/LocationName`],
      ['geoproximity/same-point', `${LIST}/2`],
      ['geoproximity/unknown-zone', `${LIST}/2/Location/LocationName`],
    ],
  },
  {
    title: 'locations less than 80 km apart are a warning, less than 160 km a note',
    document: newer(
      point('0.00', '0.00'),
      point('0.01', '0.00'),
      point('0.00', '1.00'),
      point('0.00', '3.00'),
    ),
    problems: [
      ['geoproximity/same-metropolis', `${LIST}/1`],
      ['geoproximity/close-together', `${LIST}/2`],
    ],
  },
  {
    title: 'placeholders are notes, with or without the prefix',
    document: newer(
      region('aws:route53:${region}'),
      region('${region}'),
      { ...point('<latitude>', '0.00'), Bias: '$BIAS' },
      { Location: '${location}' },
      { Location: { Type: '${type}' } },
    ),
    problems: [
      ['document/placeholder', `${LIST}/0/Location/LocationName`],
      ['document/placeholder', `${LIST}/1/Location/LocationName`],
      ['document/placeholder', `${LIST}/2/Location/Latitude`],
      ['document/placeholder', `${LIST}/2/Bias`],
      ['document/placeholder', `${LIST}/3/Location`],
      ['document/placeholder', `${LIST}/4/Location/Type`],
    ],
  },
  {
    title: 'more locations than AWS nearly allows are a warning',
    document: newer(...Array.from({ length: 27 }, (_, index) => point('0.00', String(index * 6 - 90)))),
    problems: [['rule/many-branches', LIST]],
  },
]
