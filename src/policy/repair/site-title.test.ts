import { expect, test } from 'vitest'
import { toJson } from '../../model/json'
import { findRepairs } from './find-repairs'
import { rule, to } from './repair-cases.fixtures'

const titleOf = (branch: object, version = '2015-10-01') => {
  const document = rule('geoproximity', { GeoproximityLocations: [to(branch)] })
  return findRepairs(toJson({ ...document, AWSPolicyFormatVersion: version })).find(
    ({ code }) => code === 'repair/location-form' || code === 'repair/record-api',
  )?.title
}

test.each([
  [{ Location: 'us-east-1' }, 'Write Location “us-east-1” as Region aws:route53:us-east-1'],
  [
    { Coordinates: { Latitude: '51.50', Longitude: '-0.12' }, Bias: 3 },
    'Write Coordinates {"Latitude":"51.50","Longitude":"-0.12"} as Latitude 51.50, Longitude -0.12',
  ],
  [
    { GeoProximityLocation: { AWSRegion: 'us-east-1', Bias: 10 } },
    'Write GeoProximityLocation {"AWSRegion":"us-east-1","Bias":10} as Region aws:route53:us-east-1, Bias 10',
  ],
])('the repair of %o says what it writes', (branch, title) => {
  expect(titleOf(branch)).toBe(title)
})

test('the repair of a location in the newest version shows its object', () => {
  expect(titleOf({ Location: 'us-east-1' }, '2023-05-09')).toBe(
    'Write Location “us-east-1” as Location { Type Region, LocationName aws:route53:us-east-1 }',
  )
})
