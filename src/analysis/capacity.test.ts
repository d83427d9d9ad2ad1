import { expect, it } from 'vitest'
import { isOverCapacity, loadScale, scenarioUtilisations, utilisations, utilisationText } from './capacity'

const shares = new Map([
  ['a', 0.5],
  ['b', 0.3],
  ['c', 0],
  ['d', 0.2],
])

it('sets the load of each endpoint against its capacity, in the unit of the demand', () => {
  const capacities = new Map([
    ['a', 400],
    ['b', 600],
  ])
  expect(utilisations(shares, capacities, 1000)).toEqual([
    { endpoint: 'a', load: 500, capacity: 400, utilisation: 1.25 },
    { endpoint: 'b', load: 300, capacity: 600, utilisation: 0.5 },
    { endpoint: 'c', load: 0, capacity: null, utilisation: null },
    { endpoint: 'd', load: 200, capacity: null, utilisation: null },
  ])
})

it('is over capacity above it, not at it, and nowhere without one', () => {
  const capacities = new Map([
    ['a', 500],
    ['b', 299],
    ['c', 0],
  ])
  const over = utilisations(shares, capacities, 1000).filter(isOverCapacity)
  expect(over.map(({ endpoint }) => endpoint)).toEqual(['b'])
})

it('is full, not over, where only the rounding of the sum is over', () => {
  const sum = Array.from({ length: 10 }, () => 0.1).reduce((all, part) => all + part) + 3e-16
  expect(sum).toBeGreaterThan(1)
  const [full] = utilisations(new Map([['a', sum]]), new Map([['a', 100]]), 100)
  expect(full && isOverCapacity(full)).toBe(false)
  expect(full && utilisationText(full)).toBe('100 % of capacity')
})

it('counts any load on a capacity of 0 as over', () => {
  const [used] = utilisations(shares, new Map([['a', 0]]), 1000)
  expect(used?.utilisation).toBe(Number.POSITIVE_INFINITY)
})

it('takes percent of the demand, and loads in the unit of the stated total', () => {
  const capacities = {
    total: { amount: 120_000, unit: 'requests/s' },
    endpoints: new Map([
      ['a', { amount: 40, in: 'percent' as const }],
      ['b', { amount: 50_000, in: 'load' as const }],
    ]),
  }
  const scale = loadScale(capacities, { total: 7, unit: 'internet users' })
  expect(scale).toEqual({ total: 120_000, unit: 'requests/s' })
  const [a, b, c] = scenarioUtilisations(shares, capacities, scale)
  expect([a?.capacity, b?.capacity, c?.capacity]).toEqual([48_000, 50_000, null])
  expect([a, b, c].map((each) => each && utilisationText(each))).toEqual([
    '125 % of capacity',
    '72 % of capacity',
    null,
  ])
})

it('counts in the unit of the demand when no total is stated', () => {
  const demand = { total: 7, unit: 'queries' }
  expect(loadScale({ total: null, endpoints: new Map() }, demand)).toBe(demand)
})

it('never reads as 100 % when it is over or under', () => {
  const text = (utilisation: number) => utilisationText({ endpoint: 'a', load: 1, capacity: 1, utilisation })
  expect([0.9999, 1, 1.0001].map(text)).toEqual([
    '99 % of capacity',
    '100 % of capacity',
    '101 % of capacity',
  ])
})

it('is no long number where a capacity is far too small', () => {
  const text = (utilisation: number) => utilisationText({ endpoint: 'a', load: 1, capacity: 1, utilisation })
  expect([9.99, 9.991, 70_000_000].map(text)).toEqual([
    '999 % of capacity',
    '> 999 % of capacity',
    '> 999 % of capacity',
  ])
})
