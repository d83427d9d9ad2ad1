import { type ContinentCode, continentOf } from '../../geo/continents'

/** A country on a continent of somebody else's list. */
export interface Elsewhere {
  readonly country: string
  readonly continent: ContinentCode
}

// From GeoNames, whose continents MaxMind's databases have, the UN's M49 and the list of octoDNS. BV, CX, EH and HM are
// on no continent of Route 53's, which has no addresses of theirs.
const ALSO_ON: Readonly<Record<string, readonly ContinentCode[]>> = {
  AM: ['EU'],
  AZ: ['EU'],
  BV: ['AN', 'EU', 'SA'],
  CC: ['OC'],
  CX: ['AS', 'OC'],
  CY: ['AS'],
  EG: ['AS'],
  EH: ['AF'],
  GE: ['EU'],
  GL: ['EU'],
  GS: ['SA'],
  HM: ['AN', 'OC'],
  IO: ['AF'],
  KZ: ['EU'],
  RU: ['AS'],
  TF: ['AF'],
  TL: ['AS'],
  TR: ['AS'],
  UM: ['NA'],
}

/** Where databases of places have countries that Route 53 has elsewhere; several entries for some. */
export const IN_DATABASES: readonly Elsewhere[] = Object.entries(ALSO_ON).flatMap(([country, continents]) =>
  continents.map((continent) => ({ country, continent })),
)

/** Where octoDNS 1.22 has countries that Route 53 has elsewhere (its `record/geo_data.py`). */
export const IN_OCTODNS: readonly Elsewhere[] = [
  { country: 'BV', continent: 'AN' },
  { country: 'CX', continent: 'AS' },
  { country: 'CY', continent: 'AS' },
  { country: 'EH', continent: 'AF' },
  { country: 'GS', continent: 'SA' },
  { country: 'HM', continent: 'AN' },
  { country: 'TL', continent: 'AS' },
  { country: 'TR', continent: 'AS' },
]

/** Kosovo, which octoDNS does not know. */
export const NOT_IN_OCTODNS = 'XK'

/** The keys of the places that someone in a country is in, from the country to the default, as `placeKey` spells them. */
export function countryKeys(country: string): readonly string[] {
  return [`country ${country}`, ...continentKeys(continentOf(country))]
}

/** The keys of a continent and what is around it. */
export function continentKeys(continent: string | null): readonly string[] {
  return [...(continent === null ? [] : [`continent ${continent}`]), 'default']
}
