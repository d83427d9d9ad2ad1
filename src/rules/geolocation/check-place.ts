import { isContinentCode, isCountryCode } from '../../geo/continents'
import { isSubdivisionCode } from '../../geo/us-states'
import { flag } from '../../model/field'
import { capitalised, examine } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, quote, reporter, type Subject } from '../../model/problem-kind'
import type { GeolocationKeys } from './location'

export const GEOLOCATION_PLACE_PROBLEMS = {
  'geolocation/no-place': { severity: 'error', row: 'V21' },
  'geolocation/unknown-continent': { severity: 'error', row: 'V21' },
  'geolocation/unknown-country': { severity: 'error', row: 'V21' },
  'geolocation/unknown-subdivision': { severity: 'error', row: 'V21' },
  'geolocation/military-subdivision': { severity: 'warning', row: '8' },
  'geolocation/continent-not-alone': { severity: 'error', row: 'V21' },
  'geolocation/subdivision-outside-us': { severity: 'error', row: 'V21' },
  'geolocation/default-contradicts': { severity: 'warning', row: '3.2' },
} as const satisfies ProblemTable

const report = reporter(GEOLOCATION_PLACE_PROBLEMS)

/** Problems of the place that one geolocation branch names (route53.md 3.2, 8). */
export function checkPlace(keys: GeolocationKeys, subject: Subject): readonly Problem[] {
  const isDefault = examine(keys.isDefault, subject, 'IsDefault', flag.expects)
  const continent = examine(keys.continent, subject, 'Continent', 'a continent code such as EU')
  const country = examine(keys.country, subject, 'Country', 'a country code such as FR, or *')
  const subdivision = examine(keys.subdivision, subject, 'Subdivision', 'a US state code such as WA')
  const problems = [isDefault, continent, country, subdivision].flatMap((field) => field.problems)

  const named = [continent, country, subdivision].some((field) => !field.absent)
  if (!named && isDefault.value !== true && problems.length === 0) {
    const message = `There is no place in ${subject.name}; give it Continent, Country, or Country US and Subdivision, or make it the default with "IsDefault": true.`
    return [report('geolocation/no-place', subject, message)]
  }
  return [
    ...problems,
    ...contradiction(isDefault.value, country.value, named, subject),
    ...checkContinent(continent.value, subject, !country.absent || !subdivision.absent),
    ...checkCountry(country.value, subject),
    ...checkSubdivision(subdivision.value, country, subject),
  ]
}

function contradiction(
  isDefault: boolean | undefined,
  country: string | undefined,
  named: boolean,
  subject: Subject,
): readonly Problem[] {
  const contradicts = isDefault === true ? named && country !== '*' : isDefault === false && country === '*'
  if (!contradicts) return []
  const message = isDefault
    ? `${subject.name} names a place and says IsDefault true; the place is taken. Remove IsDefault, or the place if this is the default.`
    : `${subject.name} has Country *, which is the default, and says IsDefault false; the default is taken. Remove IsDefault.`
  return [report('geolocation/default-contradicts', subject, capitalised(message), 'IsDefault')]
}

function checkContinent(
  code: string | undefined,
  subject: Subject,
  accompanied: boolean,
): readonly Problem[] {
  if (code === undefined) return []
  if (accompanied) {
    const message = `Continent ${quote(code)} of ${subject.name} stands beside Country or Subdivision; a branch names one place. Remove the continent, or make it a branch of its own.`
    return [report('geolocation/continent-not-alone', subject, message, 'Continent')]
  }
  if (isContinentCode(code)) return []
  const upper = code.toUpperCase()
  const hint = isContinentCode(upper) ? `Write ${upper}.` : 'Use one of AF, AN, AS, EU, NA, OC, SA.'
  const message = `Continent ${quote(code)} of ${subject.name} is no continent of Route 53. ${hint}`
  return [report('geolocation/unknown-continent', subject, message, 'Continent')]
}

function checkCountry(code: string | undefined, subject: Subject): readonly Problem[] {
  if (code === undefined || code === '*' || isCountryCode(code)) return []
  const message = `Country ${quote(code)} of ${subject.name} is no country of Route 53. ${countryHint(code)}`
  return [report('geolocation/unknown-country', subject, message, 'Country')]
}

/** Countries that AWS names as unsupported for lack of address data (route53.md 8). */
const WITHOUT_DATA = ['BV', 'CX', 'EH', 'HM']

function countryHint(code: string): string {
  const upper = code.toUpperCase()
  if (WITHOUT_DATA.includes(code)) return 'It has no address data for it; such clients get the default.'
  if (upper === 'UK') return 'Write GB for the United Kingdom.'
  if (isCountryCode(upper)) return `Write ${upper}.`
  if (isContinentCode(upper)) return `For the continent, write "Continent": "${upper}".`
  return 'Use a two-letter ISO 3166-1 code such as FR, or * for the default.'
}

/** USPS codes of armed forces; whether Route 53 takes them is not known (route53.md 8). */
const MILITARY = ['AA', 'AE', 'AP']

function checkSubdivision(
  code: string | undefined,
  country: { readonly value: string | undefined; readonly absent: boolean },
  subject: Subject,
): readonly Problem[] {
  if (code === undefined) return []
  if (country.absent || (country.value !== undefined && country.value !== 'US')) {
    const message = `Subdivision ${quote(code)} of ${subject.name} stands ${country.absent ? 'without a country' : `with Country ${quote(country.value ?? '')}`}, and Route 53 knows the states of the US only; write Country US, or remove the subdivision.`
    return [report('geolocation/subdivision-outside-us', subject, message, 'Subdivision')]
  }
  if (isSubdivisionCode(code)) return []
  if (MILITARY.includes(code)) {
    const message = `Subdivision ${quote(code)} of ${subject.name} is a postal code of the armed forces; AWS does not say whether Route 53 takes it.`
    return [report('geolocation/military-subdivision', subject, message, 'Subdivision')]
  }
  const upper = code.toUpperCase()
  const hint = isSubdivisionCode(upper)
    ? `Write ${upper}.`
    : isCountryCode(code)
      ? `For a territory, write "Country": "${code}" without a subdivision.`
      : 'Use the two-letter code of a state such as WA, or DC.'
  const message = `Subdivision ${quote(code)} of ${subject.name} is no state of the US. ${hint}`
  return [report('geolocation/unknown-subdivision', subject, message, 'Subdivision')]
}
