import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UNMAPPED } from '../model/query'
import { ALL_UP } from '../model/world'
import type { Policy } from '../policy/policy'
import { failover, multivalue, policyFrom, policyOf, to, weighted } from '../policy/testing/policy-of'
import { toClient } from '../rules/client'
import { compilePolicy } from './compile'
import { compareCodePoints, demandFor, distributionFor, NO_ANSWER } from './distribution'

const SEED = 20261123
const CLIENT = toClient(UNMAPPED)
const distributionOf = (policy: Policy) => distributionFor(compilePolicy(policy, ALL_UP), CLIENT)

describe('a distribution', () => {
  it('is sorted by descending probability, then by id by code point', () => {
    // By UTF-16 units the emoji would stand before the full-width letter.
    const ids = ['\u{1f600}', 'ｚ', 'b', 'a', 'ab', 'A', 'é']
    const rule = weighted(...ids.map((id) => [1, to(id)] as const), [5, to('most')])
    expect(distributionOf(policyOf(rule)).endpoints.map(({ endpoint }) => endpoint)).toEqual([
      'most',
      'A',
      'a',
      'ab',
      'b',
      'é',
      'ｚ',
      '\u{1f600}',
    ])
  })

  it('leaves out what never answers', () => {
    expect(distributionOf(policyOf(weighted([1, to('a')], [0, to('b')])))).toEqual({
      endpoints: [{ endpoint: 'a', probability: 1 }],
      nodata: 0,
    })
  })

  it('adds up what reaches an endpoint along several paths', () => {
    const shared = weighted([1, to('a')], [3, to('b')])
    const rule = weighted([1, to(shared)], [1, to(failover(to(shared), to('c')))], [2, to('a')])
    expect(distributionOf(policyOf(rule))).toEqual({
      endpoints: [
        { endpoint: 'a', probability: 0.625 },
        { endpoint: 'b', probability: 0.375 },
      ],
      nodata: 0,
    })
  })

  it('is no answer for sure where the policy starts nowhere', () => {
    expect(distributionOf(policyFrom({}))).toBe(NO_ANSWER)
  })

  it('tells inclusion in a multivalue answer from the demand that follows it', () => {
    const policy = policyOf(multivalue(to('a'), to('b')))
    const demand = demandFor(compilePolicy(policy, ALL_UP), CLIENT)
    expect(distributionOf(policy).endpoints.map(({ probability }) => probability)).toEqual([1, 1])
    expect(demand.endpoints.map(({ probability }) => probability)).toEqual([0.5, 0.5])
  })
})

describe('the order of code points', () => {
  it(`is that of the code points as numbers, and a prefix stands first (seed ${SEED})`, () => {
    const aString = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(aString, aString, (a, b) => {
        const [left, right] = [a, b].map((text) => Array.from(text, (each) => each.codePointAt(0) ?? 0))
        const padded = (points: readonly number[] = []) =>
          points.map((point) => point.toString(16).padStart(6, '0')).join()
        const expected = padded(left) < padded(right) ? -1 : padded(left) > padded(right) ? 1 : 0
        expect(Math.sign(compareCodePoints(a, b))).toBe(expected)
        expect(Math.sign(compareCodePoints(b, a))).toBe(0 - expected)
      }),
      { seed: SEED },
    )
  })
})
