import type { Coordinates } from './coordinates'

/** Where a coordinate comes from: `aws` published it with its own map component, `city` is the city in the name. */
export type LocationSource = 'aws' | 'city'

/** An AWS Region. `usable` is false where Route 53's list of Regions does not know the code (route53.md 7). */
export interface Region extends Coordinates {
  readonly code: string
  readonly name: string
  readonly source: LocationSource
  readonly usable: boolean
}

const NOT_IN_ROUTE53 = new Set(['me-west-1', 'sa-west-1'])

function region(
  code: string,
  name: string,
  latitude: number,
  longitude: number,
  source: LocationSource,
): Region {
  return { code, name, latitude, longitude, source, usable: !NOT_IN_ROUTE53.has(code) }
}

/** Every AWS Region outside the isolated partitions, `us-east-1` first (names: AWS SDK; points: AWS's map component). */
export const REGIONS: readonly Region[] = [
  region('us-east-1', 'US East (N. Virginia)', 38.89, -77.01, 'aws'),
  region('us-east-2', 'US East (Ohio)', 39.99, -82.88, 'aws'),
  region('us-west-1', 'US West (N. California)', 37.78, -122.72, 'aws'),
  region('us-west-2', 'US West (Oregon)', 45.59, -122.6, 'aws'),
  region('af-south-1', 'Africa (Cape Town)', -33.97, 18.6, 'aws'),
  region('ap-east-1', 'Asia Pacific (Hong Kong)', 22.3, 113.91, 'aws'),
  region('ap-east-2', 'Asia Pacific (Taipei)', 25.08, 121.23, 'aws'),
  region('ap-northeast-1', 'Asia Pacific (Tokyo)', 35.68, 139.75, 'aws'),
  region('ap-northeast-2', 'Asia Pacific (Seoul)', 37.45, 126.44, 'aws'),
  region('ap-northeast-3', 'Asia Pacific (Osaka)', 34.43, 135.23, 'aws'),
  region('ap-south-1', 'Asia Pacific (Mumbai)', 18.97, 72.82, 'aws'),
  region('ap-south-2', 'Asia Pacific (Hyderabad)', 17.24, 78.42, 'aws'),
  region('ap-southeast-1', 'Asia Pacific (Singapore)', 1.29, 103.85, 'aws'),
  region('ap-southeast-2', 'Asia Pacific (Sydney)', -33.85, 151.21, 'aws'),
  region('ap-southeast-3', 'Asia Pacific (Jakarta)', -6.12, 106.65, 'aws'),
  region('ap-southeast-4', 'Asia Pacific (Melbourne)', -37.67, 144.84, 'aws'),
  region('ap-southeast-5', 'Asia Pacific (Malaysia)', 2.75, 101.71, 'aws'),
  region('ap-southeast-6', 'Asia Pacific (New Zealand)', -36.85, 174.76, 'city'),
  region('ap-southeast-7', 'Asia Pacific (Thailand)', 13.69, 100.75, 'aws'),
  region('ca-central-1', 'Canada (Central)', 45.46, -73.76, 'aws'),
  region('ca-west-1', 'Canada West (Calgary)', 51.12, -114.01, 'aws'),
  region('eu-central-1', 'Europe (Frankfurt)', 50.03, 8.56, 'aws'),
  region('eu-central-2', 'Europe (Zurich)', 47.46, 8.55, 'aws'),
  region('eu-north-1', 'Europe (Stockholm)', 59.64, 17.92, 'aws'),
  region('eu-south-1', 'Europe (Milan)', 45.63, 8.72, 'aws'),
  region('eu-south-2', 'Europe (Spain)', 41.66, -1.04, 'aws'),
  region('eu-west-1', 'Europe (Ireland)', 53.33, -6.24, 'aws'),
  region('eu-west-2', 'Europe (London)', 51.47, -0.45, 'aws'),
  region('eu-west-3', 'Europe (Paris)', 49, 2.54, 'aws'),
  region('eusc-de-east-1', 'AWS European Sovereign Cloud (Germany)', 52.4, 13.06, 'city'),
  region('il-central-1', 'Israel (Tel Aviv)', 32, 34.88, 'aws'),
  region('me-central-1', 'Middle East (UAE)', 25.25, 55.36, 'aws'),
  region('me-south-1', 'Middle East (Bahrain)', 26.27, 50.63, 'aws'),
  region('me-west-1', 'Middle East (Saudi Arabia)', 24.71, 46.68, 'city'),
  region('mx-central-1', 'Mexico (Central)', 20.62, -100.19, 'aws'),
  region('sa-east-1', 'South America (Sao Paulo)', -23.53, -46.61, 'aws'),
  region('sa-west-1', 'South America (Chile)', -33.45, -70.67, 'city'),
  region('cn-north-1', 'China (Beijing)', 39.92, 116.38, 'aws'),
  region('cn-northwest-1', 'China (Ningxia)', 37.56, 105.13, 'aws'),
  region('us-gov-east-1', 'AWS GovCloud (US-East)', 39.96, -83, 'city'),
  region('us-gov-west-1', 'AWS GovCloud (US-West)', 45.52, -122.68, 'city'),
]

const regions = new Map(REGIONS.map((each) => [each.code, each]))

/** The Region with this code, as `eu-central-1`; undefined for any other text. */
export function regionByCode(code: string): Region | undefined {
  return regions.get(code)
}
