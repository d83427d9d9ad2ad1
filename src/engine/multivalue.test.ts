import { describe, expect, it } from 'vitest'
import { geolocation, multivalue, policyOf, to, weighted } from '../policy/testing/policy-of'
import { ask, odds } from './testing/ask'
import { expectOdds } from './testing/expect-odds'
import { evaluating, failing, failingChecks, passing } from './testing/marked'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `m${index + 1}`)
const all = (names: readonly string[], probability: number) =>
  Object.fromEntries(names.map((name) => [name, probability]))

describe('multivalue answer (route53.md 4.5)', () => {
  it('answers with all of up to eight healthy values', () => {
    for (const count of [1, 7, 8]) {
      const policy = policyOf(multivalue(...ids(count).map((id) => passing(id))))
      expectOdds(odds(policy), all(ids(count), 1))
      expect(ask(policy).endpoints.toSorted()).toEqual(ids(count))
    }
  })

  it('answers with eight of more than eight, which ones by chance', () => {
    const policy = policyOf(multivalue(...ids(9).map((id) => passing(id))))
    expectOdds(odds(policy), all(ids(9), 8 / 9))
    const answers = Array.from({ length: 200 }, (_, seed) => ask(policy, { seed }).endpoints)
    for (const answer of answers) expect(new Set(answer).size).toBe(8)
    expect(new Set(answers.flat())).toEqual(new Set(ids(9)))
  })

  it('answers with up to eight of the unhealthy values when none is healthy', () => {
    const policy = policyOf(multivalue(...ids(10).map((id) => failing(id))))
    const situation = { unhealthy: failingChecks(policy) }
    expectOdds(odds(policy, situation), all(ids(10), 8 / 10))
    const [step, ...answers] = ask(policy, situation).steps
    expect(step).toMatchObject({ lastResort: true })
    expect(answers).toHaveLength(8)
  })

  it('takes a value without a check for healthy', () => {
    const policy = policyOf(multivalue(passing('a'), to('b'), failing('c')))
    expectOdds(odds(policy, { unhealthy: failingChecks(policy) }), { a: 1, b: 1 })
  })

  it('gives its values in random order (9.25)', () => {
    const policy = policyOf(multivalue(...ids(3).map((id) => passing(id))))
    const orders = new Set(Array.from({ length: 100 }, (_, seed) => ask(policy, { seed }).endpoints.join()))
    expect(orders.size).toBe(6)
  })

  it('repeats no value that two members name, and knows how often it is there (9.22)', () => {
    const twice = policyOf(multivalue(to('a'), to('b'), to('a')))
    expectOdds(odds(twice), { a: 1, b: 1 })
    expect(ask(twice).endpoints.toSorted()).toEqual(['a', 'b'])
    // Eight of ten members: `m1` is missing only when both of its members are the two left out.
    const among = policyOf(multivalue(to('m1'), ...ids(9).map((id) => to(id))))
    expectOdds(odds(among), { ...all(ids(9), 8 / 10), m1: 1 - 1 / 45 })
  })

  it('answers below other rules as it does at the start', () => {
    const group = multivalue(passing('a'), passing('b'))
    const policy = policyOf(
      geolocation(
        to(weighted([1, evaluating(group)], [3, to('c')]), { Country: 'FR' }),
        to('d', { Country: '*' }),
      ),
    )
    expectOdds(odds(policy, { client: { country: 'FR' } }), { a: 1 / 4, b: 1 / 4, c: 3 / 4 })
    expectOdds(odds(policy, { client: { country: 'FR' }, unhealthy: ['passing-a', 'passing-b'] }), { c: 1 })
  })
})
