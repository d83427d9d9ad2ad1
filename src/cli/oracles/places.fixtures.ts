import type { Place } from '../../model/query'

/** A place of the test's own database: it owns 10.N.0.0/16. */
export interface TestPlace extends Place {
  /** The network that its clients ask from; asked with the first 24 bits. */
  readonly network: string
}

function place(
  number: number,
  country: string,
  latitude: number,
  longitude: number,
  subdivision: string | null = null,
): TestPlace {
  return {
    coordinates: { latitude, longitude },
    country,
    subdivision,
    network: `10.${number.toString()}.0.0`,
  }
}

/** Cities all over the world, rounded; one on the date line. */
export const PLACES: readonly TestPlace[] = [
  place(1, 'DE', 50.11, 8.68),
  place(2, 'FR', 45.76, 4.84),
  place(3, 'TR', 41.01, 28.98),
  place(4, 'US', 39.04, -77.49, 'VA'),
  place(5, 'US', 37.77, -122.42, 'CA'),
  place(6, 'CA', 43.65, -79.38),
  place(7, 'BR', -23.55, -46.63),
  place(8, 'NG', 6.45, 3.39),
  place(9, 'JP', 35.69, 139.69),
  place(10, 'CN', 31.23, 121.47),
  place(11, 'AU', -33.87, 151.21),
  place(12, 'WS', -13.83, -171.77),
]

/** A client that the database does not know. */
export const NOWHERE: TestPlace = {
  coordinates: null,
  country: null,
  subdivision: null,
  network: '192.0.2.0',
}
