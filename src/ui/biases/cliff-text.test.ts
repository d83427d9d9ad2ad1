import { expect, test } from 'vitest'
import { cliffText } from './cliff-text'

const NAMES = new Map([
  ['1', 'eu-west-1'],
  ['2', '48.86, 2.35'],
])

test('a cliff says which places leave whom, and how much that is', () => {
  const moves = [{ from: '1', places: 'Tokyo, Osaka', share: 0.012 }]
  expect(cliffText({ bias: 3, share: 0.012, moves }, NAMES)).toBe('+1.2 points: Tokyo, Osaka from eu-west-1')
})

test('a cliff by which several lose says how much each does', () => {
  const moves = [
    { from: '2', places: 'Lyon', share: 0.009 },
    { from: '1', places: 'Leeds', share: 0.003 },
  ]
  expect(cliffText({ bias: 3, share: 0.012, moves }, NAMES)).toBe(
    '+1.2 points: Lyon from 48.86, 2.35 (+0.9 points); Leeds from eu-west-1 (+0.3 points)',
  )
})
