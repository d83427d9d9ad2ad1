import { countryOfAlpha3 } from './alpha3'
import { COUNTRY_CODES, isCountryCode } from './continents'
import { countryName, countryNameIn } from './countries'
import { fold } from './fold'

/** Codes and names that tables of countries use besides ISO's codes and the platform's English names; folded. */
const ALIASES: Readonly<Record<string, string>> = {
  america: 'US',
  'bolivia plurinational state of': 'BO',
  bosnia: 'BA',
  britain: 'GB',
  brunei: 'BN',
  'brunei darussalam': 'BN',
  burma: 'MM',
  'cabo verde': 'CV',
  'cape verde': 'CV',
  congo: 'CG',
  'congo brazzaville': 'CG',
  'congo democratic republic of the': 'CD',
  'congo kinshasa': 'CD',
  'congo the democratic republic of the': 'CD',
  'cote divoire': 'CI',
  'czech republic': 'CZ',
  'democratic republic of the congo': 'CD',
  'dr congo': 'CD',
  'east timor': 'TL',
  el: 'GR',
  england: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  'hong kong': 'HK',
  'iran islamic republic of': 'IR',
  'ivory coast': 'CI',
  'korea democratic peoples republic of': 'KP',
  'korea republic of': 'KR',
  korea: 'KR',
  'lao peoples democratic republic': 'LA',
  macao: 'MO',
  macau: 'MO',
  macedonia: 'MK',
  'micronesia federated states of': 'FM',
  'moldova republic of': 'MD',
  'palestine state of': 'PS',
  palestine: 'PS',
  'republic of korea': 'KR',
  'russian federation': 'RU',
  swaziland: 'SZ',
  'syrian arab republic': 'SY',
  'taiwan province of china': 'TW',
  'tanzania united republic of': 'TZ',
  'the netherlands': 'NL',
  turkey: 'TR',
  turkiye: 'TR',
  uae: 'AE',
  uk: 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  'united republic of tanzania': 'TZ',
  'united states of america': 'US',
  usa: 'US',
  vatican: 'VA',
  'venezuela bolivarian republic of': 'VE',
  'viet nam': 'VN',
}

/** Languages other than English in which names are known. No name of one means another country in another. */
export const LANGUAGES = [
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'cs',
  'tr',
  'ru',
  'ja',
  'zh',
  'ko',
]

let byName: ReadonlyMap<string, string> | undefined
let byForeignName: ReadonlyMap<string, string> | undefined

function names(): ReadonlyMap<string, string> {
  byName ??= new Map([
    ...COUNTRY_CODES.map((code) => [plain(fold(countryName(code))), code] as const),
    ...Object.entries(ALIASES).map(([name, code]) => [plain(name), code] as const),
  ])
  return byName
}

function foreignNames(): ReadonlyMap<string, string> {
  byForeignName ??= new Map(
    LANGUAGES.flatMap((language) =>
      COUNTRY_CODES.map((code) => [plain(fold(countryNameIn(language, code))), code] as const),
    ),
  )
  return byForeignName
}

/**
 * The country code of Route 53 that a text means: a code of two or three letters, an English name, or else one in
 * another widespread language.
 */
export function findCountry(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (isCountryCode(code)) return code
  const name = plain(fold(text))
  return countryOfAlpha3(code) ?? names().get(name) ?? foreignNames().get(name) ?? null
}

/** A folded name without the words in which spellings differ; `&` is gone already. */
function plain(folded: string): string {
  return folded.replace(/^the /, '').replaceAll(' and ', ' ')
}
