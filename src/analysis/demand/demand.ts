import type { Coordinates } from '../../geo/coordinates'
import type { Gazetteer } from '../../geo/gazetteer'
import type { InternetUsers } from '../../geo/internet-users'
import type { Place } from '../../geo/place'

/** Demand that comes from one place. */
export interface DemandPoint {
  /** What the place is called; null where the user gave coordinates only. */
  readonly name: string | null
  /** Country code of Route 53; null on the open sea. */
  readonly country: string | null
  /** US state, else null. */
  readonly subdivision: string | null
  readonly coordinates: Coordinates
  /** Above zero, in the demand's unit. */
  readonly weight: number
}

/** Where queries come from, as weighted places. Only the proportions of the weights matter. */
export interface Demand {
  /** What the weights are and where they are from, in a sentence without a full stop, for wherever shares are shown. */
  readonly source: string
  /** What a weight of 1 is, in the plural: `internet users`. */
  readonly unit: string
  readonly points: readonly DemandPoint[]
}

/** The bundled demand: the internet users of each country, divided among its towns by their inhabitants. */
export function internetDemand({ places }: Gazetteer, { year, users }: InternetUsers): Demand {
  const people = new Map<string, number>()
  for (const { country, weight } of places) people.set(country, (people.get(country) ?? 0) + weight)
  return {
    source: `Internet users per country, estimates of ${year} (CIA World Factbook), divided among its towns by inhabitants (GeoNames, CC BY 4.0)`,
    unit: 'internet users',
    points: pointsOf(places, ({ country, weight }) => {
      const all = people.get(country) ?? 0
      return all > 0 ? (weight * (users.get(country) ?? 0)) / all : 0
    }),
  }
}

/** Bundled as well: the inhabitants of towns, whether or not they use the internet. */
export function populationDemand({ places }: Gazetteer): Demand {
  return {
    source: 'Inhabitants of towns (GeoNames, CC BY 4.0), whether or not they use the internet',
    unit: 'inhabitants',
    points: pointsOf(places, ({ weight }) => weight),
  }
}

function pointsOf(places: readonly Place[], weightOf: (place: Place) => number): readonly DemandPoint[] {
  return places.flatMap((place) => {
    const weight = weightOf(place)
    if (weight <= 0) return []
    const { name, country, subdivision, latitude, longitude } = place
    return [{ name, country, subdivision, coordinates: { latitude, longitude }, weight }]
  })
}
