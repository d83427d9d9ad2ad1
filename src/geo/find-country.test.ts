import { expect, it } from 'vitest'
import { countryOfAlpha3 } from './alpha3'
import { COUNTRY_CODES } from './continents'
import { countryName, countryNameIn } from './countries'
import { findCountry, LANGUAGES } from './find-country'

it('finds every country by its code of two letters, in any case, and by its English name', () => {
  for (const code of COUNTRY_CODES) {
    expect(findCountry(` ${code.toLowerCase()} `)).toBe(code)
    expect(findCountry(countryName(code).toUpperCase())).toBe(code)
  }
})

it('knows a code of three letters for every country, each another', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
  expect(codes.flatMap((code) => countryOfAlpha3(code) ?? []).sort()).toEqual(COUNTRY_CODES)
  expect(['DEU', 'usa', 'GBR', 'XKX'].map(findCountry)).toEqual(['DE', 'US', 'GB', 'XK'])
})

it('understands what tables and people write instead', () => {
  const written: Readonly<Record<string, string>> = {
    UK: 'GB',
    EL: 'GR',
    USA: 'US',
    'Russian Federation': 'RU',
    'Korea, Republic of': 'KR',
    'Viet Nam': 'VN',
    Türkiye: 'TR',
    "Côte d'Ivoire": 'CI',
    'Iran (Islamic Republic of)': 'IR',
    'The Gambia': 'GM',
    'Bosnia & Herzegovina': 'BA',
    'Bosnia and Herzegovina': 'BA',
    'Trinidad and Tobago': 'TT',
    'São Tomé and Príncipe': 'ST',
  }
  for (const [text, code] of Object.entries(written)) expect([text, findCountry(text)]).toEqual([text, code])
})

it('finds every country by its name in other widespread languages', () => {
  for (const language of LANGUAGES)
    for (const code of COUNTRY_CODES) expect(findCountry(countryNameIn(language, code))).toBe(code)
  const written = ['Deutschland', 'Allemagne', 'Brasil', 'españa', 'Royaume-Uni', 'Россия', '日本', '中国']
  expect(written.map(findCountry)).toEqual(['DE', 'DE', 'BR', 'ES', 'GB', 'RU', 'JP', 'CN'])
})

it('finds none in what is none', () => {
  expect(['', 'ZZ', '--', 'Other', 'Atlantis', 'QQQ', 'constructor'].map(findCountry)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})
