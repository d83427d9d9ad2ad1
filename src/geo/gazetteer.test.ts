import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Atlas } from './atlas'
import { COUNTRY_CODES } from './continents'
import { distanceKm } from './distance'
import type { Gazetteer } from './gazetteer'
import { loadAtlas, loadGazetteer } from './load'
import type { PlaceHit } from './place-search'
import { US_STATES } from './us-states'

const SEED = 20261123

let atlas: Atlas
let gazetteer: Gazetteer
beforeAll(async () => {
  atlas = await loadAtlas()
  gazetteer = await loadGazetteer()
})

function describeHit(hit: PlaceHit | undefined): string {
  if (!hit) return 'nothing'
  if (hit.kind !== 'place') return `${hit.kind} ${hit.name}`
  return [hit.name, hit.place.subdivision, hit.place.country].filter(Boolean).join(' ')
}

function firstHit(text: string): string {
  return describeHit(gazetteer.search(text, 1)[0])
}

describe('the table of places', () => {
  it('has a place in every country that a policy can name and in every US state', () => {
    expect(COUNTRY_CODES.filter((code) => !gazetteer.largestPlaceOf(code))).toEqual([])
    expect(US_STATES.filter(({ code }) => !gazetteer.largestPlaceOf('US', code))).toEqual([])
  })

  it('is ordered by population and stands for three thousand million people', () => {
    const populations = gazetteer.places.map(({ population }) => population)
    expect(populations).toEqual(populations.toSorted((a, b) => b - a))
    const people = gazetteer.places.reduce((sum, { weight }) => sum + weight, 0)
    expect(people / 1e9).toBeCloseTo(3.0, 1)
  })

  it('lets every place find its own country and US state in the atlas', () => {
    const astray = gazetteer.places.filter((place) => {
      const territory = atlas.locate(place)
      return territory?.country !== place.country || territory.subdivision !== place.subdivision
    })
    expect(astray).toEqual([])
  })

  it('counts nobody twice in parts of cities', () => {
    const parts = gazetteer.places.filter(({ weight, population }) => weight < population)
    expect(parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Brooklyn', 'Kowloon', 'New Delhi']),
    )
    expect(
      parts.every(({ country }) => ['US', 'HK', 'IN', 'MX', 'TR', 'GB', 'CA', 'RU'].includes(country)),
    ).toBe(true)
  })
})

describe('a search', () => {
  it('finds a city whatever the case, the diacritics and the spelling of spaces', () => {
    expect(firstHit('lyon')).toBe('Lyon FR')
    expect(firstHit('KRAKOW')).toBe('Kraków PL')
    expect(firstHit(' sao  paulo ')).toBe('São Paulo BR')
    expect(firstHit('lodz')).toBe('Łódź PL')
    expect(firstHit('lagos')).toBe('Lagos NG')
    expect(firstHit('warsaw')).toBe('Warsaw PL')
    expect(firstHit('xian')).toBe('Xi’an CN')
  })

  it('finds countries and US states by name and code', () => {
    expect(firstHit('germany')).toBe('country Germany')
    expect(firstHit('de')).toBe('country Germany')
    expect(firstHit('uk')).toBe('country United Kingdom')
    expect(firstHit('tx')).toBe('subdivision Texas')
    expect(gazetteer.search('georgia', 2).map(describeHit)).toEqual([
      'subdivision Georgia',
      'country Georgia',
    ])
  })

  it('tells namesakes apart by country or state', () => {
    expect(firstHit('paris')).toBe('Paris FR')
    expect(firstHit('birmingham')).toBe('Birmingham GB')
    expect(firstHit('birmingham us')).toBe('Birmingham AL US')
    expect(firstHit('springfield illinois')).toBe('Springfield IL US')
  })

  it('gives at most as many hits as asked for, and none for nothing', () => {
    expect(gazetteer.search('san', 5)).toHaveLength(5)
    expect(gazetteer.search('  ', 5)).toEqual([])
    expect(gazetteer.search('qqqq', 5)).toEqual([])
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(gazetteer.search(text, 3).length).toBeLessThanOrEqual(3)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})

describe('the largest place', () => {
  it('is that of the country, or of the state where one is given', () => {
    expect(gazetteer.largestPlaceOf('US')?.name).toBe('New York City')
    expect(gazetteer.largestPlaceOf('US', 'GA')?.name).toBe('Atlanta')
    expect(gazetteer.largestPlaceOf('NG')?.name).toBe('Lagos')
  })

  it('does not exist for other codes', () => {
    expect(['__proto__', 'EH', '', 'us'].map((code) => gazetteer.largestPlaceOf(code))).toEqual(
      Array(4).fill(null),
    )
    expect(gazetteer.largestPlaceOf('US', 'XX')).toBeNull()
    expect(gazetteer.largestPlaceOf('GE', 'GA')).toBeNull()
  })
})

it('finds the nearest place as measuring every distance does', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      (latitude, longitude) => {
        const point = { latitude, longitude }
        const distances = gazetteer.places.map((place) => distanceKm(point, place))
        const least = distances.reduce((a, b) => Math.min(a, b))
        expect(distanceKm(point, gazetteer.nearestPlace(point))).toBeCloseTo(least, 5)
      },
    ),
    { seed: SEED, numRuns: 100 },
  )
})
