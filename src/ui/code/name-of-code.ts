import { continentName, isContinentCode } from '../../geo/continents'
import { countryName } from '../../geo/countries'
import { localZoneByName } from '../../geo/local-zones'
import { regionByCode } from '../../geo/regions'
import { subdivisionName } from '../../geo/us-states'

/** What a code of the document is called: `Germany` for the Country `DE`; null where it has no other name. */
export function nameOfCode(key: string, code: string): string | null {
  const name = NAMERS[key]?.(code)
  return name === undefined || name === code ? null : name
}

const NAMERS: Readonly<Record<string, (code: string) => string | undefined>> = {
  Country: (code) => (code === '*' ? 'everybody else' : countryName(code)),
  Continent: (code) => (isContinentCode(code) ? continentName(code) : undefined),
  Subdivision: subdivisionName,
  Region: siteName,
  LocationName: siteName,
}

function siteName(code: string): string | undefined {
  // Some rules name Regions with a prefix, as in `aws:route53:eu-west-1`.
  const bare = code.slice(code.lastIndexOf(':') + 1)
  return regionByCode(bare)?.name ?? localZoneByName(bare)?.place
}
