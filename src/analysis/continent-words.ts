import { continentName, continentOf, usualContinentOf } from '../geo/continents'
import { countryName } from '../geo/countries'
import type { Rule } from '../rules'

/** The one country on two continents that lists do not divide. */
const RUSSIA = 'RU'

/**
 * That Route 53 counts a country to another continent than readers expect, as a sentence; null where it does not, or
 * where the rule names neither continent. `country` is the code of the client's country, null where it is not known.
 */
export function continentRemark(rule: Rule, country: string | null): string | null {
  const own = country === null ? null : continentOf(country)
  if (rule.type !== 'geolocation' || country === null || own === null) return null
  const named = new Set<unknown>(rule.branches.map(({ continent }) => continent))
  const usual = country === RUSSIA ? 'AS' : usualContinentOf(country)
  if (usual === null || (!named.has(own) && !named.has(usual))) return null
  if (country === RUSSIA) return 'Route 53 counts all of Russia as Europe, its part in Asia too.'
  return `Route 53 counts ${countryName(country)} as ${continentName(own)}; the United Nations’ list of regions, as ${continentName(usual)}.`
}
