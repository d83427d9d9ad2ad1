/** A continent code of Route 53. Four of them are country codes too: never infer the kind from the code. */
export type ContinentCode = 'AF' | 'AN' | 'AS' | 'EU' | 'NA' | 'OC' | 'SA'

/** A continent with the country codes that Route 53 assigns to it, in alphabetical order. */
export interface Continent {
  readonly code: ContinentCode
  readonly name: string
  readonly countries: readonly string[]
}

// Route 53's own table (route53.md 8). It differs from common ones: CY, TR and RU are in Europe, TL in Oceania,
// GS and TF in Antarctica; BV, CX, EH and HM are missing for lack of address data; XK is extra.
const TABLE: Readonly<Record<ContinentCode, { readonly name: string; readonly countries: string }>> = {
  AF: {
    name: 'Africa',
    countries:
      'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR ' +
      'MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW',
  },
  AN: {
    name: 'Antarctica',
    countries: 'AQ GS TF',
  },
  AS: {
    name: 'Asia',
    countries:
      'AE AF AM AZ BD BH BN BT CC CN GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN ' +
      'MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TM TW UZ VN YE',
  },
  EU: {
    name: 'Europe',
    countries:
      'AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT ' +
      'LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK',
  },
  NA: {
    name: 'North America',
    countries:
      'AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA ' +
      'PM PR SV SX TC TT US VC VG VI',
  },
  OC: {
    name: 'Oceania',
    countries: 'AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TL TO TV UM VU WF WS',
  },
  SA: {
    name: 'South America',
    countries: 'AR BO BR CL CO EC FK GF GY PE PY SR UY VE',
  },
}

function continent(code: ContinentCode): Continent {
  const { name, countries } = TABLE[code]
  return { code, name, countries: countries.split(' ') }
}

/** The seven continents of Route 53, by code. */
export const CONTINENTS: readonly Continent[] = [
  continent('AF'),
  continent('AN'),
  continent('AS'),
  continent('EU'),
  continent('NA'),
  continent('OC'),
  continent('SA'),
]

/** All 246 country codes that Route 53 accepts, in alphabetical order (the default location `*` is not one). */
export const COUNTRY_CODES: readonly string[] = CONTINENTS.flatMap((each) => each.countries).sort()

const continents = new Map<string, Continent>(CONTINENTS.map((each) => [each.code, each]))
const continentByCountry = new Map(
  CONTINENTS.flatMap(({ code, countries }) => countries.map((country) => [country, code] as const)),
)

// The continents of the United Nations' list of regions (M49) where Route 53's table says otherwise.
const BY_UNITED_NATIONS: ReadonlyMap<string, ContinentCode> = new Map([
  ['CC', 'OC'],
  ['CY', 'AS'],
  ['GS', 'SA'],
  ['IO', 'AF'],
  ['TF', 'AF'],
  ['TL', 'AS'],
  ['TR', 'AS'],
])

/** The continent that the United Nations' list of regions (M49) puts a country in; null where Route 53 does too. */
export function usualContinentOf(countryCode: string): ContinentCode | null {
  return BY_UNITED_NATIONS.get(countryCode) ?? null
}

/** Whether Route 53 accepts this text as a continent code. */
export function isContinentCode(code: string): code is ContinentCode {
  return continents.has(code)
}

/** English name of a continent. */
export function continentName(code: ContinentCode): string {
  return TABLE[code].name
}

/** Whether Route 53 accepts this text as a country code. */
export function isCountryCode(code: string): boolean {
  return continentByCountry.has(code)
}

/** The continent that Route 53 assigns to a country; null for a code that it does not accept. */
export function continentOf(countryCode: string): ContinentCode | null {
  return continentByCountry.get(countryCode) ?? null
}
