import { expect, it } from 'vitest'
import { COUNTRY_CODES } from './continents'
import { loadGazetteer, loadInternetUsers } from './load'

it('has a figure for every country of Route 53, and one above zero wherever people are connected', async () => {
  const { users, estimated } = await loadInternetUsers()
  expect(COUNTRY_CODES.filter((code) => !users.has(code))).toEqual([])
  const nobody = [...users].filter(([, count]) => count === 0).map(([code]) => code)
  // Places that stand for nobody, and a closed network.
  expect(nobody).toEqual(['IO', 'KP', 'UM'])
  expect(nobody.every((code) => estimated.has(code))).toBe(true)
})

it('counts 2.8 thousand million users in 2014, of whom estimates are less than half a percent', async () => {
  const { year, users, estimated } = await loadInternetUsers()
  const sum = [...users.values()].reduce((total, count) => total + count, 0)
  expect(year).toBe(2014)
  expect(sum / 1e9).toBeCloseTo(2.8, 1)
  const guessed = [...estimated].reduce((total, code) => total + (users.get(code) ?? 0), 0)
  expect(guessed / sum).toBeLessThan(0.005)
})

it('has places for every country with users', async () => {
  const [{ users }, { places }] = await Promise.all([loadInternetUsers(), loadGazetteer()])
  const peopled = new Set(places.filter(({ weight }) => weight > 0).map(({ country }) => country))
  const homeless = [...users].filter(([code, count]) => count > 0 && !peopled.has(code))
  expect(homeless).toEqual([])
})
