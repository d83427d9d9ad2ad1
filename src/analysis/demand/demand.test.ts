import { beforeAll, describe, expect, it } from 'vitest'
import type { Gazetteer } from '../../geo/gazetteer'
import type { InternetUsers } from '../../geo/internet-users'
import { loadGazetteer, loadInternetUsers } from '../../geo/load'
import { type Demand, internetDemand, populationDemand } from './demand'
import { prepareDemand } from './prepared-demand'

function byCountry({ points }: Demand): ReadonlyMap<string | null, number> {
  const sums = new Map<string | null, number>()
  for (const { country, weight } of points) sums.set(country, (sums.get(country) ?? 0) + weight)
  return sums
}

describe('bundled demand', () => {
  let gazetteer: Gazetteer
  let internetUsers: InternetUsers
  beforeAll(async () => {
    gazetteer = await loadGazetteer()
    internetUsers = await loadInternetUsers()
  })

  it('has in each country as many users as the country has', () => {
    const sums = byCountry(internetDemand(gazetteer, internetUsers))
    for (const [code, users] of internetUsers.users) expect(sums.get(code) ?? 0).toBeCloseTo(users, 1)
  })

  it('divides them among its towns as the inhabitants are divided', () => {
    const users = internetDemand(gazetteer, internetUsers).points.filter(({ country }) => country === 'FR')
    const people = populationDemand(gazetteer).points.filter(({ country }) => country === 'FR')
    const ratios = users.map(({ weight }, index) => weight / (people[index]?.weight ?? 0))
    expect(Math.max(...ratios) / Math.min(...ratios)).toBeCloseTo(1, 9)
    expect(users.map(({ name }) => name)).toEqual(people.map(({ name }) => name))
  })

  it('says what its weights are and where they are from', () => {
    const { source } = internetDemand(gazetteer, internetUsers)
    for (const word of ['2014', 'CIA World Factbook', 'GeoNames', 'CC BY 4.0']) expect(source).toContain(word)
    expect(populationDemand(gazetteer).source).toContain('whether or not they use the internet')
  })

  it('leaves out places that stand for nobody', () => {
    const weights = populationDemand(gazetteer).points.map(({ weight }) => weight)
    expect(Math.min(...weights)).toBeGreaterThan(0)
    expect(weights.length).toBeGreaterThan(9000)
  })
})

describe('a prepared demand', () => {
  const point = { name: null, country: 'FR', subdivision: null, coordinates: { latitude: 0, longitude: 0 } }
  const demandOf = (...points: Demand['points']): Demand => ({ source: 'test', unit: 'users', points })

  it('has parts that sum to 1, with the points of a territory side by side', () => {
    const demand = demandOf(
      { ...point, weight: 1 },
      { ...point, country: 'DE', weight: 5 },
      { ...point, weight: 2 },
      { ...point, country: 'IT', weight: 0 },
    )
    const { points, parts } = prepareDemand(demand)
    expect(points.map(({ country }) => country)).toEqual(['FR', 'FR', 'DE'])
    expect([...parts]).toEqual([1 / 8, 2 / 8, 5 / 8])
  })

  it('is refused when nothing weighs anything', () => {
    expect(() => prepareDemand(demandOf({ ...point, weight: 0 }))).toThrow('without any weight')
  })
})
