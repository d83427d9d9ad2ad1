import { describe, expect, it } from 'vitest'
import { placeKey } from '../../rules/geolocation/location'
import { documentOf } from '../testing/meaning-of'
import { geolocation, policyFrom, policyOf, to } from '../testing/policy-of'
import { addGeolocationPlaces, setBranchPlace } from './geolocation-places'
import { parsePlaceList } from './parse-place-list'
import { edited } from './testing/edited'

describe('adding many places', () => {
  const policy = policyOf(geolocation(to('a', { Country: 'FR' })))

  it('adds a branch for each that the rule has not yet, and says which it has', () => {
    const { places } = parsePlaceList('France, Germany, EU, California')
    const result = addGeolocationPlaces(policy, 'geo-1', places, { kind: 'endpoint', id: 'a' })
    expect(result).toMatchObject({
      ok: true,
      branches: ['b2', 'b3', 'b4'],
      present: [{ kind: 'country', code: 'FR' }],
    })
    expect(documentOf(edited(result))).toMatchObject({
      Rules: {
        'geo-1': {
          Locations: [
            { Country: 'FR' },
            { EndpointReference: 'a', Country: 'DE' },
            { EndpointReference: 'a', Continent: 'EU' },
            { EndpointReference: 'a', Country: 'US', Subdivision: 'CA' },
          ],
        },
      },
    })
  })

  it('adds a place once, however often it is given', () => {
    const france = { kind: 'country', code: 'FR' } as const
    const result = addGeolocationPlaces(policyOf(geolocation()), 'geo-1', [france, france], null)
    expect(result).toMatchObject({ ok: true, branches: ['b1'], present: [france] })
  })

  it('is refused for a rule of another type', () => {
    expect(addGeolocationPlaces(policy, 'x', [], null)).toMatchObject({ ok: false })
  })
})

describe('giving a branch its place', () => {
  it('keeps an IsDefault of false, and writes nothing where the place is the same', () => {
    const policy = policyFrom({
      Rules: { g: { RuleType: 'geo', Locations: [{ IsDefault: false, Country: 'FR' }, { Country: '*' }] } },
    })
    const after = setBranchPlace(policy, { rule: 'g', branch: 'b1' }, { kind: 'continent', code: 'EU' })
    expect(documentOf(after)).toMatchObject({
      Rules: { g: { Locations: [{ IsDefault: false, Continent: 'EU' }, { Country: '*' }] } },
    })
    expect(setBranchPlace(policy, { rule: 'g', branch: 'b2' }, { kind: 'default' })).toBe(policy)
    expect(setBranchPlace(policy, { rule: 'x', branch: 'b2' }, { kind: 'default' })).toBe(policy)
    const fallback = setBranchPlace(policy, { rule: 'g', branch: 'b1' }, { kind: 'default' })
    expect(fallback.rules.get('g')?.branches[0]).toMatchObject({ isDefault: true, country: undefined })
  })
})

describe('reading a list of places', () => {
  const keys = (text: string, preferred?: 'country' | 'subdivision' | 'continent') =>
    parsePlaceList(text, preferred).places.map(placeKey)

  it.each([
    ['commas', 'FR, DE,IT'],
    ['lines', 'France\nGermany\r\nItaly'],
    ['bullets and numbers', '- France\n• Germany\n3. Italy'],
    ['spaces', 'FR DE IT'],
    ['semicolons, tabs and bars', 'france;GERMANY\titaly'],
    ['a sentence', 'France, Germany and Italy'],
    ['names without any separator', 'France Germany Italy'],
    ['codes in brackets', 'France (FR), Germany (DE), Italy (IT)'],
  ])('takes %s', (_kind, text) => {
    expect(keys(text)).toEqual(['country FR', 'country DE', 'country IT'])
  })

  it('knows names of several words, with “and”, accents or none', () => {
    expect(keys('Bosnia and Herzegovina, Cote d’Ivoire, Curacao, the Netherlands, St. Lucia')).toEqual([
      'country BA',
      'country CI',
      'country CW',
      'country NL',
      'country LC',
    ])
    expect(keys('South Korea North Korea United Kingdom')).toEqual(['country KR', 'country KP', 'country GB'])
  })

  it('knows what people call countries', () => {
    expect(keys('UK, USA, Holland, Turkey, Czech Republic, UAE')).toEqual([
      'country GB',
      'country US',
      'country NL',
      'country TR',
      'country CZ',
      'country AE',
    ])
  })

  it('knows continents and states', () => {
    expect(keys('Europe, South America, Texas, US-WA, us ny')).toEqual([
      'continent EU',
      'continent SA',
      'subdivision US-TX',
      'subdivision US-WA',
      'subdivision US-NY',
    ])
  })

  it('takes what could be two things for a country, unless told otherwise', () => {
    expect(keys('CA, Georgia, AF')).toEqual(['country CA', 'country GE', 'country AF'])
    expect(keys('CA, Georgia', 'subdivision')).toEqual(['subdivision US-CA', 'subdivision US-GA'])
    expect(keys('AF, NA', 'continent')).toEqual(['continent AF', 'continent NA'])
    expect(keys('state CA, continent: AF, country GA')).toEqual([
      'subdivision US-CA',
      'continent AF',
      'country GA',
    ])
  })

  it('takes “*” and “default” for the default', () => {
    expect(keys('*')).toEqual(['default'])
    expect(keys('Default')).toEqual(['default'])
  })

  it('says what it does not know, as it was written, and what comes twice', () => {
    const list = parsePlaceList('FR, Atlantis, France, Middle Earth France')
    expect(list.places.map(placeKey)).toEqual(['country FR'])
    expect(list.unmatched).toEqual(['Atlantis', 'Middle Earth'])
    expect(list.duplicates.map(placeKey)).toEqual(['country FR'])
  })

  it('does not take small words of a sentence for codes', () => {
    expect(parsePlaceList('it is in France').places.map(placeKey)).toEqual(['country FR'])
  })

  it('refuses countries that Route 53 has no data for', () => {
    expect(parsePlaceList('BV, EH').unmatched).toEqual(['BV', 'EH'])
  })

  it('of nothing is empty', () => {
    expect(parsePlaceList(' \n, ;')).toEqual({ places: [], unmatched: [], duplicates: [] })
  })
})
