import { expect, it } from 'vitest'
import { isOverCapacity, utilisations } from './capacity'

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

it('counts any load on a capacity of 0 as over', () => {
  const [used] = utilisations(shares, new Map([['a', 0]]), 1000)
  expect(used?.utilisation).toBe(Number.POSITIVE_INFINITY)
})
