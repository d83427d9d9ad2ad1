import type { ContinentCode } from './continents'

/**
 * What Route 53 can know of a place. `subdivision` is a US state or null; `continent` is null in the few countries
 * that Route 53 has no code for (EH and islands), which therefore match nothing but the default location.
 */
export interface Territory {
  readonly country: string
  readonly subdivision: string | null
  readonly continent: ContinentCode | null
}

/** One shape of the atlas: a country, or a state, province or oblast of the US, Canada and Ukraine. */
export interface Unit extends Territory {
  /** Position in `Atlas.units`, and the value in rasters. */
  readonly index: number
  /** ISO 3166-2 code where the unit is part of a country, as `US-GA`, `CA-ON`, `UA-43`; else null. */
  readonly division: string | null
  /** English name of the unit. */
  readonly name: string
}
