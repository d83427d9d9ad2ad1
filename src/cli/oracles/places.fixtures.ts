import { type ContinentCode, continentOf } from '../../geo/continents'
import type { Place } from '../../model/query'

/** A place of the test's own database: it owns 10.N.0.0/16 and 2001:db8:N::/48. */
export interface TestPlace extends Place {
  /** The network that its clients ask from, as EDNS Client Subnet tells it. */
  readonly network: string
  /** Where the database has its country, which need not be where Route 53 has it; null for nowhere. */
  readonly continent: ContinentCode | null
}

interface Site extends Place {
  readonly continent: ContinentCode | null
}

function site(
  country: string,
  latitude: number,
  longitude: number,
  {
    subdivision = null,
    continent = continentOf(country),
  }: Partial<Pick<Site, 'subdivision' | 'continent'>> = {},
): Site {
  return { coordinates: { latitude, longitude }, country, subdivision, continent }
}

/**
 * Cities all over the world, rounded; one on the date line, and several in countries that databases have on another
 * continent than Route 53, or that Route 53 has on none.
 */
const SITES: readonly Site[] = [
  site('DE', 50.11, 8.68),
  site('FR', 45.76, 4.84),
  site('TR', 41.01, 28.98, { continent: 'AS' }),
  site('US', 39.04, -77.49, { subdivision: 'VA' }),
  site('US', 37.77, -122.42, { subdivision: 'CA' }),
  site('CA', 43.65, -79.38),
  site('BR', -23.55, -46.63),
  site('NG', 6.45, 3.39),
  site('JP', 35.69, 139.69),
  site('CN', 31.23, 121.47),
  site('AU', -33.87, 151.21),
  site('WS', -13.83, -171.77),
  site('CY', 35.17, 33.36, { continent: 'AS' }),
  site('TL', -8.56, 125.58, { continent: 'AS' }),
  site('GL', 64.18, -51.72, { continent: 'EU' }),
  site('CX', -10.42, 105.68, { continent: 'OC' }),
]

const onIpv4 = (each: Site, index: number): TestPlace => ({ ...each, network: `10.${index + 1}.0.0/24` })
const onIpv6 = (each: Site, index: number): TestPlace => ({ ...each, network: `2001:db8:${index + 1}::/48` })

/** The places as clients over IPv4 and over IPv6. */
export const PLACES: readonly TestPlace[] = SITES.map(onIpv4)
export const IPV6_PLACES: readonly TestPlace[] = SITES.map(onIpv6)

const NOBODY = { coordinates: null, country: null, subdivision: null, continent: null }

/** Clients that the database does not know. */
export const NOWHERE: TestPlace = { ...NOBODY, network: '192.0.2.0/24' }
export const NOWHERE_ON_IPV6: TestPlace = { ...NOBODY, network: '2001:db8:ff00::/48' }

/** Blocks that IP-based rules of the tests have: around places, inside of one another, and apart. */
export const BLOCKS: readonly string[] = [
  ...SITES.map((_, index) => `10.${index + 1}.0.0/${index % 3 === 0 ? 24 : 16}`),
  ...SITES.map((_, index) => `2001:db8:${index + 1}::/48`),
  '10.0.0.0/8',
  '10.0.0.0/12',
  '10.0.0.0/13',
  '10.8.0.0/14',
  '192.0.2.0/24',
  '198.51.0.0/16',
  '2001:db8::/32',
  '2001:db8::/45',
  '2001:db8::/43',
  '2001:db8:8::/47',
  '2000::/3',
]
