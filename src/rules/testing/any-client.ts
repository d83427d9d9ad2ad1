import * as fc from 'fast-check'
import { COUNTRY_CODES } from '../../geo/continents'
import type { Coordinates } from '../../geo/coordinates'
import { US_STATES } from '../../geo/us-states'
import type { Place } from '../../model/query'

/** Anywhere on the sphere; often on a coarse grid, where ties, poles and the date line are. */
export const anyCoordinates: fc.Arbitrary<Coordinates> = fc.oneof(
  fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
  fc.record({
    latitude: fc.integer({ min: -3, max: 3 }).map((third) => third * 30),
    longitude: fc.integer({ min: -4, max: 4 }).map((quarter) => quarter * 45),
  }),
)

/** A country of Route 53, one that it has no data for, or one that is none. */
const anyCountry = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('US', 'FR', 'DE', 'JP', 'CN', 'BR', ...COUNTRY_CODES) },
  { weight: 1, arbitrary: fc.constantFrom('BV', 'EH', 'ZZ') },
)

/** A mapped place: coordinates and country are known, a state in the United States perhaps. */
export const aMappedPlace: fc.Arbitrary<Place> = fc
  .tuple(anyCoordinates, anyCountry, fc.option(fc.constantFrom(...US_STATES.map(({ code }) => code))))
  .map(([coordinates, country, state]) => ({
    coordinates,
    country,
    subdivision: country === 'US' ? state : null,
  }))

/** Any place, also one of which only a part is known. */
export const anyPlace: fc.Arbitrary<Place> = fc
  .tuple(aMappedPlace, fc.boolean(), fc.boolean())
  .map(([place, knowsCoordinates, knowsCountry]) => ({
    coordinates: knowsCoordinates ? place.coordinates : null,
    country: knowsCountry ? place.country : null,
    subdivision: knowsCountry ? place.subdivision : null,
  }))
