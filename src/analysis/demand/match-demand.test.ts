import { beforeAll, describe, expect, it } from 'vitest'
import type { Coordinates } from '../../geo/coordinates'
import type { Gazetteer } from '../../geo/gazetteer'
import { loadAtlas, loadGazetteer } from '../../geo/load'
import { type MatchedDemand, matchDemand } from './match-demand'
import type { Geography, WrittenDemand } from './place-matcher'
import { prepareDemand } from './prepared-demand'

function row(line: number, weight: number, where: Partial<WrittenDemand>): WrittenDemand {
  return { line, weight, country: null, subdivision: null, city: null, coordinates: null, ...where }
}

describe('matching demand', () => {
  let gazetteer: Gazetteer
  let geography: Geography
  beforeAll(async () => {
    gazetteer = await loadGazetteer()
    const atlas = await loadAtlas()
    geography = { gazetteer, locate: (coordinates: Coordinates) => atlas.locate(coordinates) }
  })

  function matched(...rows: readonly WrittenDemand[]): MatchedDemand {
    const result = matchDemand(rows, 'test.csv', geography)
    if (!result.ok) throw new Error(result.problems[0]?.message)
    return result.value
  }

  it('spreads the demand of a country over its towns, by inhabitants', () => {
    const { demand, matched: counts } = matched(row(2, 300, { country: 'France' }))
    const towns = gazetteer.places.filter(({ country, weight }) => country === 'FR' && weight > 0)
    expect(demand.points).toHaveLength(towns.length)
    expect(demand.points.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(300, 9)
    const paris = demand.points.find(({ name }) => name === 'Paris')
    const lyon = demand.points.find(({ name }) => name === 'Lyon')
    const weightOf = (city: string) => towns.find(({ name }) => name === city)?.weight ?? 0
    expect((paris?.weight ?? 0) / (lyon?.weight ?? 1)).toBeCloseTo(weightOf('Paris') / weightOf('Lyon'), 9)
    expect(counts.country).toEqual({ rows: 1, part: 1 })
  })

  it('finds cities by name, within the country and state that are given', () => {
    const { demand, doubts } = matched(
      row(2, 2, { city: 'MUNICH', country: 'DE' }),
      row(3, 4, { city: 'Portland', subdivision: 'Maine' }),
      row(4, 8, { city: 'Portland', subdivision: 'US-OR', country: 'us' }),
      row(5, 16, { city: 'sao paulo' }),
    )
    expect(demand.points.map(({ name, subdivision, weight }) => [name, subdivision, weight])).toEqual([
      ['Munich', null, 2],
      ['Portland', 'ME', 4],
      ['Portland', 'OR', 8],
      ['São Paulo', null, 16],
    ])
    expect(doubts).toEqual([])
  })

  it('finds a city whose state or country stands behind a comma', () => {
    const { demand, doubts } = matched(
      row(2, 1, { city: 'New York City, NY', country: 'US' }),
      row(3, 2, { city: 'Portland, Maine' }),
      row(4, 4, { city: 'Birmingham, United States' }),
    )
    expect(demand.points.map(({ name, subdivision }) => [name, subdivision])).toEqual([
      ['New York City', 'NY'],
      ['Portland', 'ME'],
      ['Birmingham', 'AL'],
    ])
    expect(doubts).toEqual([])
  })

  it('takes a country that stands among towns for the country', () => {
    const { matched: counts, unmatched } = matched(
      row(1, 1, { city: 'Tokyo' }),
      row(2, 1, { city: 'Germany' }),
      row(3, 1, { city: 'FRA' }),
    )
    expect([counts.city.rows, counts.country.rows]).toEqual([1, 1])
    expect(unmatched.map(({ line }) => line)).toEqual([3])
  })

  it('spreads a city that it does not know over its country, and says so', () => {
    const { demand, doubts, matched: counts } = matched(row(2, 1, { city: 'Münschen', country: 'DE' }))
    expect(demand.points.length).toBeGreaterThan(100)
    expect(counts.country).toEqual({ rows: 1, part: 1 })
    expect(doubts).toEqual([
      { line: 2, weight: 1, reason: 'The town “Münschen” is not known: its demand is spread over Germany.' },
    ])
  })

  it('takes the most populous city of a name that stands alone, and says so where there are several', () => {
    const { demand, doubts } = matched(row(2, 1, { city: 'Birmingham' }))
    expect(demand.points.map(({ country }) => country)).toEqual(['GB'])
    expect(doubts.map(({ reason }) => reason)).toEqual(['“Birmingham” is taken to be in United Kingdom.'])
  })

  it('takes coordinates as they are, and finds their country and state', () => {
    const { demand, matched: counts } = matched(
      row(2, 1, { coordinates: { latitude: 47.6, longitude: -122.3 } }),
      row(3, 1, { coordinates: { latitude: 0, longitude: -30 }, city: 'A ship' }),
      row(4, 2, { coordinates: { latitude: 48.8, longitude: 2.3 }, country: 'DE' }),
    )
    expect(demand.points).toEqual([
      expect.objectContaining({ name: null, country: 'US', subdivision: 'WA', weight: 1 }),
      expect.objectContaining({ name: 'A ship', country: null, subdivision: null, weight: 1 }),
      // What is given wins over what is derived.
      expect.objectContaining({ country: 'DE', coordinates: { latitude: 48.8, longitude: 2.3 } }),
    ])
    expect(counts.coordinates).toEqual({ rows: 3, part: 1 })
  })

  it('spreads the demand of a US state over its towns, and knows no other states', () => {
    const {
      demand,
      matched: counts,
      doubts,
    } = matched(
      row(2, 1, { country: 'US', subdivision: 'wa' }),
      row(3, 1, { country: 'FR', subdivision: 'Bretagne' }),
      row(4, 1, { country: 'FR', subdivision: 'Bretagne', city: 'Rennes' }),
    )
    expect(doubts).toEqual([
      {
        line: 3,
        weight: 1,
        reason:
          '“Bretagne” is no US state, and no other states are told apart: its demand is spread over France.',
      },
    ])
    expect(counts.subdivision.rows).toBe(1)
    expect(counts.country.rows).toBe(1)
    expect(new Set(demand.points.map(({ subdivision }) => subdivision))).toEqual(new Set(['WA', null]))
  })

  it('lists what was not matched, with line, weight and reason, and what part of the whole it is', () => {
    const { unmatched, unmatchedPart, demand } = matched(
      row(2, 60, { country: 'DE' }),
      row(3, 20, { country: 'ZZ' }),
      row(4, 10, { city: 'Xanadu' }),
      row(5, 10, { subdivision: 'Xanadu' }),
    )
    expect(unmatched).toEqual([
      { line: 3, weight: 20, reason: 'There is no country “ZZ”.' },
      { line: 4, weight: 10, reason: 'There is no town “Xanadu” in the table of places.' },
      { line: 5, weight: 10, reason: 'There is no state “Xanadu” of the US.' },
    ])
    expect(unmatchedPart).toBeCloseTo(0.4, 12)
    expect(demand.source).toMatch(/^test\.csv: 1 of 4 rows, without 40\.0 % of the weight;/)
    expect(prepareDemand(demand).points.length).toBeGreaterThan(100)
  })

  it('adds up rows about one place', () => {
    const lyon = { city: 'Lyon', country: 'FR' }
    expect(matched(row(2, 1, lyon), row(3, 2, lyon)).demand.points).toMatchObject([
      { name: 'Lyon', weight: 3 },
    ])
  })

  it('gives a country that counts nobody to its places alike', () => {
    expect(matched(row(2, 5, { country: 'IO' })).demand.points).toMatchObject([{ country: 'IO', weight: 5 }])
  })

  it('fails where nothing is matched', () => {
    const result = matchDemand([row(7, 1, { country: 'Narnia' })], 'test.csv', geography)
    expect(result).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'demand/nothing-matched',
          message: 'No row of this table means a place that is known. Line 7: There is no country “Narnia”.',
        },
      ],
    })
  })
})
