import { expect, it } from 'vitest'
import { pieOf } from './site-pie'

const LOOKS = new Map([
  ['blue', { colour: '#0072b2' }],
  ['green', { colour: '#009e73' }],
])

it('is plain where there is one answer', () => {
  const mix = { endpoints: [{ endpoint: 'blue', probability: 1 }], nodata: 0 }
  expect(pieOf(mix, LOOKS)).toEqual({ backgroundColor: '#0072b2' })
})

it('has a slice for each answer and for none, over the colour of the likeliest', () => {
  const endpoints = [
    { endpoint: 'blue', probability: 0.25 },
    { endpoint: 'green', probability: 0.5 },
  ]
  expect(pieOf({ endpoints, nodata: 0.25 }, LOOKS)).toEqual({
    backgroundColor: '#009e73',
    backgroundImage: 'conic-gradient(#0072b2 0% 25%, #009e73 25% 75%, var(--error) 75% 100%)',
  })
})

it('is red where nobody answers', () => {
  expect(pieOf({ endpoints: [], nodata: 1 }, LOOKS)).toEqual({ backgroundColor: 'var(--error)' })
})
