import { describe, expect, it } from 'vitest'
import { policyFrom, policyOf, to, weighted } from '../policy/testing/policy-of'
import { ask, odds } from './testing/ask'
import { expectOdds } from './testing/expect-odds'
import { evaluating, failing, failingChecks, passing } from './testing/marked'

describe('weighted (route53.md 4.5)', () => {
  it('gives the first of weights 10, 20 and 20 a fifth', () => {
    const policy = policyOf(weighted([10, passing('a')], [20, passing('b')], [20, passing('c')]))
    expectOdds(odds(policy), { a: 0.2, b: 0.4, c: 0.4 })
  })

  it('gives the first 10 of 30 when the third is unhealthy', () => {
    const policy = policyOf(weighted([10, passing('a')], [20, passing('b')], [20, passing('c')]))
    expectOdds(odds(policy, { unhealthy: ['passing-c'] }), { a: 10 / 30, b: 20 / 30 })
  })

  it('splits weights 1 and 255 into 1/256 and 255/256', () => {
    expectOdds(odds(policyOf(weighted([1, to('a')], [255, to('b')]))), { a: 1 / 256, b: 255 / 256 })
  })

  it('uses members of weight zero, equally, only when every weighted one is unhealthy (9.2)', () => {
    const rule = weighted([10, failing('a')], [0, passing('b')], [0, passing('c')], [0, failing('d')])
    const policy = policyOf(rule)
    expectOdds(odds(policy), { a: 1 })
    expectOdds(odds(policy, { unhealthy: failingChecks(policy) }), { b: 1 / 2, c: 1 / 2 })
  })

  it('treats aliases of weight zero like every other member (9.3)', () => {
    const policy = policyOf(weighted([0, evaluating('alb')], [1, failing('a')]), {
      endpointTypes: { alb: 'application-load-balancer' },
    })
    expectOdds(odds(policy), { a: 1 })
    expectOdds(odds(policy, { unhealthy: failingChecks(policy) }), { alb: 1 })
  })

  it('shares equally among the healthy members when all weights are zero', () => {
    const policy = policyOf(weighted([0, passing('a')], [0, failing('b')], [0, to('c')]))
    expectOdds(odds(policy, { unhealthy: failingChecks(policy) }), { a: 1 / 2, c: 1 / 2 })
  })

  it('treats everyone as healthy when nobody is', () => {
    const policy = policyOf(weighted([10, failing('a')], [30, failing('b')], [0, failing('c')]))
    expectOdds(odds(policy, { unhealthy: failingChecks(policy) }), { a: 1 / 4, b: 3 / 4 })
  })

  it('draws one member for one query', () => {
    const policy = policyOf(weighted([1, to('a')], [1, to('b')], [1, to('c')]))
    for (let seed = 0; seed < 50; seed++) expect(ask(policy, { seed }).endpoints).toHaveLength(1)
  })

  it('adds up the shares of members that lead to the same endpoint (9.22)', () => {
    const policy = policyOf(weighted([1, to('a')], [2, to('b')], [1, to('a')]))
    expectOdds(odds(policy), { a: 1 / 2, b: 1 / 2 })
  })

  it('counts a weight that is missing, unreadable or below zero as zero', () => {
    const items = [
      { Weight: '3' },
      {},
      { Weight: 'heavy' },
      { Weight: '-5' },
      { Weight: null },
      { Weight: 1 },
    ]
    const policy = policyFrom({
      StartRule: 'r',
      Endpoints: Object.fromEntries(
        items.map((_, index) => [`e${index}`, { Type: 'value', Value: '192.0.2.1' }]),
      ),
      Rules: {
        r: {
          RuleType: 'weighted',
          Items: items.map((item, index) => ({ EndpointReference: `e${index}`, ...item })),
        },
      },
    })
    expectOdds(odds(policy), { e0: 3 / 4, e5: 1 / 4 })
  })

  it('still splits by weights so large that their sum is beyond all numbers', () => {
    expectOdds(odds(policyOf(weighted([1e308, to('a')], [1e308, to('b')]))), { a: 1 / 2, b: 1 / 2 })
  })

  it('says why each member was in the draw or not', () => {
    const policy = policyOf(weighted([3, passing('a')], [0, passing('b')], [1, failing('c')]))
    const reasons = (unhealthy: readonly string[]) => {
      const [step] = ask(policy, { unhealthy }).steps
      return step?.kind === 'rule'
        ? step.candidates.map(({ reason, probability, measures }) => [reason, probability, measures.weight])
        : []
    }
    expect(reasons(['failing-c'])).toEqual([
      ['drawn-by-weight', 1, 3],
      ['weight-zero', 0, 0],
      ['unhealthy', 0, 1],
    ])
    expect(reasons(['passing-a', 'passing-b', 'failing-c'])).toEqual([
      ['last-resort', 3 / 4, 3],
      ['unhealthy', 0, 0],
      ['last-resort', 1 / 4, 1],
    ])
  })
})
