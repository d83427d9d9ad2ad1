import { EARTH_RADIUS_KM } from '../../geo/distance'
import {
  geolocation,
  geoproximity,
  latency,
  type TestBranch,
  type TestRule,
  type TestSite,
  to,
  withKeys,
} from '../../policy/testing/policy-of'
import { failing, passing } from './marked'
import type { Vector } from './vector'

const WASHINGTON = { country: 'US', subdivision: 'WA' }

/** {US-WA, US, NA, default}, the state unhealthy and the others as told. */
function nestedPlaces(...[us, na, rest]: readonly ((id: string) => TestBranch)[]): TestRule {
  return geolocation(
    withKeys(failing('US-WA'), { Country: 'US', Subdivision: 'WA' }),
    withKeys((us ?? to)('US'), { Country: 'US' }),
    withKeys((na ?? to)('NA'), { Continent: 'NA' }),
    withKeys((rest ?? to)('default'), { Country: '*' }),
  )
}

export const GEOLOCATION: readonly Vector[] = [
  {
    id: 'G1',
    says: 'an unhealthy state falls back to its country',
    start: nestedPlaces(passing),
    asked: { client: WASHINGTON },
    odds: { US: 1 },
  },
  {
    id: 'G2',
    says: 'unhealthy state, country and continent fall back to the default',
    start: nestedPlaces(failing, failing, passing),
    asked: { client: WASHINGTON },
    odds: { default: 1 },
  },
  {
    id: 'G3',
    says: 'the smallest place answers when the whole chain is unhealthy',
    start: nestedPlaces(failing, failing, failing),
    asked: { client: WASHINGTON },
    odds: { 'US-WA': 1 },
  },
  {
    id: 'G4',
    says: 'a client of no listed place gets no answer without a default',
    start: geolocation(to('FR', { Country: 'FR' })),
    asked: { client: { country: 'DE' } },
    odds: { NODATA: 1 },
  },
  {
    id: 'G5',
    says: 'an unhealthy place without anything larger answers all the same',
    start: geolocation(withKeys(failing('FR'), { Country: 'FR' })),
    asked: { client: { country: 'FR' } },
    odds: { FR: 1 },
  },
  {
    id: 'G6',
    says: 'a country beats its continent, though the continent stands first',
    start: geolocation(to('EU', { Continent: 'EU' }), to('FR', { Country: 'FR' })),
    asked: { client: { country: 'FR' } },
    odds: { FR: 1 },
  },
  {
    id: 'G7',
    says: 'a US client of unknown state does not match a state',
    start: geolocation(to('US-CA', { Country: 'US', Subdivision: 'CA' }), to('default', { Country: '*' })),
    asked: { client: { country: 'US' } },
    odds: { default: 1 },
  },
  {
    id: 'G8',
    says: 'Timor-Leste is in Oceania',
    start: geolocation(to('OC', { Continent: 'OC' })),
    asked: { client: { country: 'TL' } },
    odds: { OC: 1 },
  },
  {
    id: 'G9',
    says: 'a client that no database can place gets the default',
    start: geolocation(to('default', { Country: '*' })),
    odds: { default: 1 },
  },
]

const LATENCIES = { 'us-east-1': 20, 'eu-west-1': 90 }
const SHENZHEN = { coordinates: { latitude: 22.54, longitude: 114.06 }, country: 'CN' }

export const LATENCY: readonly Vector[] = [
  {
    id: 'L1',
    says: 'the next-best Region answers when the fastest is unhealthy',
    start: latency(['us-east-1', failing('us-east-1')], ['eu-west-1', passing('eu-west-1')]),
    asked: { latencies: LATENCIES },
    odds: { 'eu-west-1': 1 },
  },
  {
    id: 'L2',
    says: 'the fastest Region answers when all are unhealthy',
    start: latency(['us-east-1', failing('us-east-1')], ['eu-west-1', failing('eu-west-1')]),
    asked: { latencies: LATENCIES },
    odds: { 'us-east-1': 1 },
  },
  {
    id: 'L3',
    says: 'Beijing answers a client in China who is nearer to Hong Kong',
    start: latency(['ap-east-1', to('ap-east-1')], ['cn-north-1', to('cn-north-1')]),
    asked: { client: SHENZHEN },
    odds: { 'cn-north-1': 1 },
  },
]

const HERE = { client: { coordinates: { latitude: 0, longitude: 0 } } }

/** A site so many kilometres north (or, below zero, south) of `HERE`. */
function kmNorth(km: number): TestSite {
  return [(km / EARTH_RADIUS_KM) * (180 / Math.PI), 0]
}

const OLDER = { negativeBias: 'map' } as const
const TWO_SITES = geoproximity([kmNorth(150), 50, to('A')], [kmNorth(-100), 0, to('B')])
const BIAS_MINUS_50 = geoproximity([kmNorth(100), -50, to('A')], [kmNorth(-175), 0, to('B')])
const BIAS_MINUS_99 = geoproximity([kmNorth(100), -99, to('A')], [kmNorth(-250), 0, to('B')])

const GUIDE_REGIONS = ['us-west-2', 'us-east-1', 'eu-west-3', 'ap-northeast-1'] as const
const JOHANNESBURG: TestSite = [-26.2, 28.05]
/** The points of route53.md section 7, which differ from those that we take from AWS's map component. */
const CONVENTIONAL: Readonly<Record<(typeof GUIDE_REGIONS)[number], TestSite>> = {
  'us-west-2': [45.52, -122.68],
  'us-east-1': [39.04, -77.49],
  'eu-west-3': [48.86, 2.35],
  'ap-northeast-1': [35.69, 139.69],
}

function guideExample(
  biasOfVirginia: number,
  siteOf: (region: keyof typeof CONVENTIONAL) => TestSite,
): TestRule {
  return geoproximity(
    ...GUIDE_REGIONS.map(
      (region) => [siteOf(region), region === 'us-east-1' ? biasOfVirginia : 0, to(region)] as const,
    ),
    [JOHANNESBURG, 0, to('johannesburg')],
  )
}

const SAO_PAULO = { client: { coordinates: { latitude: -23.55, longitude: -46.63 }, country: 'BR' } }
const FORTALEZA = { client: { coordinates: { latitude: -3.73, longitude: -38.52 }, country: 'BR' } }

/** P5 to P7, with our Region points and with the conventional ones of route53.md section 7. */
function guideVectors(points: string, siteOf: (region: keyof typeof CONVENTIONAL) => TestSite): Vector[] {
  return [
    {
      id: 'P5',
      says: `without bias Sao Paulo goes to Johannesburg (${points})`,
      start: guideExample(0, siteOf),
      asked: SAO_PAULO,
      odds: { johannesburg: 1 },
    },
    {
      id: 'P6',
      says: `a bias of 25 on N. Virginia takes Sao Paulo (${points})`,
      start: guideExample(25, siteOf),
      asked: SAO_PAULO,
      odds: { 'us-east-1': 1 },
    },
    {
      id: 'P7',
      says: `without bias Fortaleza goes to N. Virginia (${points})`,
      start: guideExample(0, siteOf),
      asked: FORTALEZA,
      odds: { 'us-east-1': 1 },
    },
    {
      id: 'P7',
      says: `a bias of -25 loses Fortaleza to Paris by the current formula (${points})`,
      start: guideExample(-25, siteOf),
      asked: FORTALEZA,
      odds: { 'eu-west-3': 1 },
    },
    {
      id: 'P7',
      says: `a bias of -25 loses Fortaleza to Paris by the older formula (${points})`,
      start: guideExample(-25, siteOf),
      asked: { ...FORTALEZA, ...OLDER },
      odds: { 'eu-west-3': 1 },
    },
  ]
}

export const GEOPROXIMITY: readonly Vector[] = [
  {
    id: 'P1',
    says: '150 km with bias 50 count as 75 km and beat 100 km',
    start: TWO_SITES,
    asked: HERE,
    odds: { A: 1 },
  },
  {
    id: 'P2',
    says: '100 km with bias -50 count as 150 km and beat 175 km by the current formula',
    start: BIAS_MINUS_50,
    asked: HERE,
    odds: { A: 1 },
  },
  {
    id: 'P2',
    says: '100 km with bias -50 count as 200 km and lose to 175 km by the older formula',
    start: BIAS_MINUS_50,
    asked: { ...HERE, ...OLDER },
    odds: { B: 1 },
  },
  {
    id: 'P3',
    says: '100 km with bias -99 count as 199 km and beat 250 km by the current formula',
    start: BIAS_MINUS_99,
    asked: HERE,
    odds: { A: 1 },
  },
  {
    id: 'P3',
    says: '100 km with bias -99 count as 10,000 km and lose to 250 km by the older formula',
    start: BIAS_MINUS_99,
    asked: { ...HERE, ...OLDER },
    odds: { B: 1 },
  },
  {
    id: 'P4',
    says: 'the nearest by biased distance is passed over when it is unhealthy',
    start: geoproximity([kmNorth(150), 50, failing('A')], [kmNorth(-100), 0, to('B')]),
    asked: HERE,
    odds: { B: 1 },
  },
  ...guideVectors('Region points of AWS', (region) => region),
  ...guideVectors('conventional points', (region) => CONVENTIONAL[region]),
]
