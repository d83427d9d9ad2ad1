import { COUNTRY_CODES } from '../../geo/continents'
import type { Place } from '../../model/query'
import type { Policy } from '../../policy/policy'
import { geolocation, geoproximity, policyOf, to, weighted } from '../../policy/testing/policy-of'
import { seededRandom } from '../random'

/**
 * The policy of the speed budget (design section 6): geolocation of three places and a default, then
 * geoproximity of four locations, then weights: twelve endpoints. Every query goes through all three.
 */
export function threeLevels(): Policy {
  const near = geoproximity(
    ['us-east-1', 0, to(weighted([1, to('virginia-1')], [2, to('virginia-2')], [3, to('virginia-3')]))],
    [
      'eu-central-1',
      25,
      to(weighted([80, to('frankfurt-1')], [20, to('frankfurt-2')], [0, to('frankfurt-3')])),
    ],
    ['ap-northeast-1', -10, to(weighted([1, to('tokyo-1')], [1, to('tokyo-2')], [1, to('tokyo-3')]))],
    [[-26.2, 28.05], 10, to(weighted([5, to('cape-1')], [3, to('cape-2')], [2, to('cape-3')]))],
  )
  return policyOf(
    geolocation(
      to(near, { Country: 'US' }),
      to(near, { Country: 'JP' }),
      to(near, { Continent: 'EU' }),
      to(near, { Country: '*' }),
    ),
  )
}

/** So many places anywhere on the globe, each in a country at random, as a table of places is not at hand. */
export function anyPlaces(count: number, seed: number): readonly Place[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => ({
    coordinates: {
      // By the arcsine, so that equal areas hold equally many.
      latitude: (Math.asin(2 * random() - 1) * 180) / Math.PI,
      longitude: 360 * random() - 180,
    },
    country: COUNTRY_CODES[Math.floor(random() * COUNTRY_CODES.length)] ?? null,
    subdivision: null,
  }))
}
