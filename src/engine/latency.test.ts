import { describe, expect, it } from 'vitest'
import { UNMAPPED } from '../model/query'
import { ALL_UP } from '../model/world'
import { latency, policyOf, to } from '../policy/testing/policy-of'
import { toClient } from '../rules/client'
import { compilePolicy } from './compile'
import { distributionFor } from './distribution'
import { ask, odds } from './testing/ask'
import { expectAnswer, expectOdds } from './testing/expect-odds'
import { failing, type Mark, passing } from './testing/marked'

describe('latency (route53.md 4.5)', () => {
  const three = (mark: Mark) =>
    latency(['us-east-1', mark('slow')], ['eu-west-1', mark('fast')], ['ap-south-1', mark('middle')])
  const latencies = { 'us-east-1': 120, 'eu-west-1': 15, 'ap-south-1': 80 }

  it('takes the lowest latency, then the next best, and the lowest again when all are unhealthy', () => {
    expectAnswer(three(passing), { latencies }, 'fast')
    expectAnswer(three(passing), { latencies, unhealthy: ['passing-fast'] }, 'middle')
    expectAnswer(three(passing), { latencies, unhealthy: ['passing-fast', 'passing-middle'] }, 'slow')
    expectAnswer(three(failing), { latencies }, 'fast')
  })

  it('breaks a tie by document order (9.7)', () => {
    expectAnswer(
      three(passing),
      { latencies: { 'us-east-1': 15, 'eu-west-1': 15, 'ap-south-1': 15 } },
      'slow',
    )
  })

  it('estimates from distance what is not given, and says which is which', () => {
    const dublin = { coordinates: { latitude: 53.33, longitude: -6.24 }, country: 'IE' }
    expectAnswer(three(to), { client: dublin }, 'fast')
    expectAnswer(three(to), { client: dublin, latencies: { 'us-east-1': 1 } }, 'slow')
    const [step] = ask(policyOf(three(to)), { client: dublin, latencies: { 'us-east-1': 1 } }).steps
    const from = step?.kind === 'rule' ? step.candidates.map(({ measures }) => measures.latencyFrom) : []
    expect(from).toEqual(['given', 'estimate', 'estimate'])
  })

  it('takes a latency given for the client’s country before one given for all', () => {
    const policy = policyOf(three(to))
    expectOdds(
      odds(policy, { client: { country: 'IE' }, latencies, latenciesOf: { IE: { 'us-east-1': 1 } } }),
      {
        slow: 1,
      },
    )
    expectOdds(
      odds(policy, { client: { country: 'GB' }, latencies, latenciesOf: { IE: { 'us-east-1': 1 } } }),
      {
        fast: 1,
      },
    )
  })

  it('takes the last of several latencies given for one Region, so that a later one corrects an earlier', () => {
    const given = (country: string | null, region: string, milliseconds: number) => ({
      country,
      region,
      milliseconds,
    })
    const latencies = [
      given(null, 'us-east-1', 9),
      given(null, 'eu-west-1', 5),
      given(null, 'us-east-1', 1),
      given('IE', 'eu-west-1', 2),
      given('IE', 'eu-west-1', 0.5),
    ]
    const compiled = compilePolicy(policyOf(three(to)), { ...ALL_UP, latencies })
    const answerIn = (country: string) =>
      distributionFor(compiled, toClient({ ...UNMAPPED, country })).endpoints[0]?.endpoint
    expect([answerIn('FR'), answerIn('IE')]).toEqual(['slow', 'fast'])
  })

  describe('with a member in Beijing', () => {
    const HONG_KONG = { latitude: 22.3, longitude: 113.91 }
    const rule = latency(['ap-east-1', passing('hong-kong')], ['cn-north-1', passing('beijing')])
    const given = { 'ap-east-1': 5, 'cn-north-1': 400 }
    const inChina = { client: { coordinates: HONG_KONG, country: 'CN' } }

    it('sends clients in China there whatever the latency, but only while it is healthy', () => {
      expectAnswer(rule, { ...inChina, latencies: given }, 'beijing')
      expectAnswer(rule, { client: { country: 'CN' } }, 'beijing')
      expectAnswer(rule, { ...inChina, unhealthy: ['passing-beijing'] }, 'hong-kong')
      expectAnswer(rule, { ...inChina, unhealthy: ['passing-beijing', 'passing-hong-kong'] }, 'beijing')
    })

    it('sends nobody else there but by latency', () => {
      expectAnswer(rule, { client: { coordinates: HONG_KONG, country: 'HK' } }, 'hong-kong')
    })

    it('gives China as the reason, also for passing over a Region that is faster', () => {
      const [step] = ask(policyOf(rule), { ...inChina, latencies: given }).steps
      const reasons =
        step?.kind === 'rule' ? step.candidates.map(({ target, reason }) => [target?.id, reason]) : []
      expect(reasons).toEqual([
        ['beijing', 'client-in-china'],
        ['hong-kong', 'client-in-china'],
      ])
    })
  })
})
