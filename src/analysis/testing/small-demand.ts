import { deepFreeze } from '../../model/testing/deep-freeze'
import type { Demand, DemandPoint } from '../demand/demand'
import { type PreparedDemand, prepareDemand } from '../demand/prepared-demand'

function town(
  name: string,
  territory: string,
  latitude: number,
  longitude: number,
  weight: number,
): DemandPoint {
  const [country = '', subdivision = null] = territory.split('-')
  return { name, country, subdivision, coordinates: { latitude, longitude }, weight }
}

/** Sixteen cities that together weigh 100, so that a weight of 1 is one point of demand. */
export const SMALL_DEMAND: Demand = deepFreeze({
  source: 'made up for tests',
  unit: 'users',
  points: [
    town('Ashburn', 'US-VA', 39.04, -77.49, 8),
    town('New York', 'US-NY', 40.71, -74.01, 9),
    town('Seattle', 'US-WA', 47.61, -122.33, 5),
    town('São Paulo', 'BR', -23.55, -46.63, 8),
    town('Fortaleza', 'BR', -3.73, -38.52, 2),
    town('Paris', 'FR', 48.86, 2.35, 6),
    town('Lyon', 'FR', 45.76, 4.84, 3),
    town('Berlin', 'DE', 52.52, 13.4, 6),
    town('Warsaw', 'PL', 52.23, 21.01, 4),
    town('Kraków', 'PL', 50.06, 19.94, 2),
    town('Lagos', 'NG', 6.45, 3.39, 7),
    town('Johannesburg', 'ZA', -26.2, 28.05, 4),
    town('Mumbai', 'IN', 19.08, 72.88, 12),
    town('Delhi', 'IN', 28.65, 77.23, 9),
    town('Tokyo', 'JP', 35.69, 139.69, 11),
    town('Sydney', 'AU', -33.87, 151.21, 4),
  ],
})

/** The small demand, ready. */
export function smallDemand(): PreparedDemand {
  return prepareDemand(SMALL_DEMAND)
}
