import { describe, expect, it } from 'vitest'
import {
  CONTINENTS,
  COUNTRY_CODES,
  continentName,
  continentOf,
  isContinentCode,
  isCountryCode,
  usualContinentOf,
} from './continents'
import { countryName } from './countries'
import { isSubdivisionCode, subdivisionName, US_STATES } from './us-states'

const AWKWARD = ['__proto__', 'constructor', '', '*', 'us', 'USA', '001']

describe('the continent table of Route 53 (route53.md 8)', () => {
  it('assigns 57, 3, 50, 54, 41, 27 and 14 countries', () => {
    expect(CONTINENTS.map(({ code, countries }) => [code, countries.length])).toEqual([
      ['AF', 57],
      ['AN', 3],
      ['AS', 50],
      ['EU', 54],
      ['NA', 41],
      ['OC', 27],
      ['SA', 14],
    ])
  })

  it('assigns each of 246 codes to one continent', () => {
    expect(new Set(COUNTRY_CODES).size).toBe(246)
    expect(COUNTRY_CODES.every((code) => /^[A-Z]{2}$/.test(code) && isCountryCode(code))).toBe(true)
  })

  it('differs from common tables where AWS does', () => {
    const byAws = {
      CY: 'EU',
      TR: 'EU',
      RU: 'EU',
      KZ: 'AS',
      TL: 'OC',
      GS: 'AN',
      TF: 'AN',
      PR: 'NA',
      GU: 'OC',
      XK: 'EU',
    }
    expect(Object.keys(byAws).map(continentOf)).toEqual(Object.values(byAws))
    expect(['BV', 'CX', 'EH', 'HM', 'UK', 'EU', 'AN'].filter(isCountryCode)).toEqual([])
  })

  it('is told apart from the United Nations’ list where that says otherwise, and only there', () => {
    const elsewhere = COUNTRY_CODES.filter((code) => usualContinentOf(code) !== null)
    expect(elsewhere).toEqual(['CC', 'CY', 'GS', 'IO', 'TF', 'TL', 'TR'])
    expect(elsewhere.filter((code) => usualContinentOf(code) === continentOf(code))).toEqual([])
  })

  it('knows nothing else', () => {
    expect(AWKWARD.filter(isCountryCode)).toEqual([])
    expect(AWKWARD.filter(isContinentCode)).toEqual([])
    expect(AWKWARD.filter(isSubdivisionCode)).toEqual([])
    expect(AWKWARD.map(continentOf)).toEqual(AWKWARD.map(() => null))
  })
})

describe('names', () => {
  it('exist in English for every country code, continent and state', () => {
    expect(COUNTRY_CODES.filter((code) => countryName(code) === code)).toEqual([])
    expect(countryName('XK')).toBe('Kosovo')
    expect(CONTINENTS.map(({ code }) => continentName(code))).toEqual(CONTINENTS.map(({ name }) => name))
    expect(subdivisionName('GA')).toBe('Georgia')
  })

  it('fall back to the code', () => {
    expect(AWKWARD.map(countryName)).toEqual(AWKWARD)
    expect(countryName('QX')).toBe('QX')
    expect(subdivisionName('ZZ')).toBe('ZZ')
  })
})

describe('US states', () => {
  it('are 50 and DC, without the territories that Route 53 holds for countries', () => {
    expect(new Set(US_STATES.map(({ code }) => code)).size).toBe(51)
    expect(isSubdivisionCode('DC')).toBe(true)
    expect(['PR', 'VI', 'GU', 'AS', 'MP', 'AA', 'AE', 'AP'].filter(isSubdivisionCode)).toEqual([])
  })
})
