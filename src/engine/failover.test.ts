import { describe, expect, it } from 'vitest'
import { failover, policyFrom, policyOf, to } from '../policy/testing/policy-of'
import { ask, odds } from './testing/ask'
import { expectAnswer, expectOdds } from './testing/expect-odds'
import { evaluating, failing, passing } from './testing/marked'

describe('failover (route53.md 4.5)', () => {
  it('answers with the primary while that is healthy, whatever the secondary is', () => {
    for (const secondary of [passing, failing]) expectAnswer(failover(passing('P'), secondary('S')), {}, 'P')
  })

  it('answers with the secondary when only that is healthy', () => {
    expectAnswer(failover(failing('P'), passing('S')), {}, 'S')
  })

  it('answers with the primary when neither is healthy', () => {
    expectAnswer(failover(failing('P'), failing('S')), {}, 'P')
  })

  it('takes a secondary without a check for healthy, even when it is actually dead', () => {
    const policy = policyOf(failover(passing('P'), to('S')))
    const { endpoints, steps } = ask(policy, { down: ['P', 'S'] })
    expect(endpoints).toEqual(['S'])
    expect(steps.at(-1)).toEqual({ kind: 'endpoint', endpoint: 'S', blackholed: true })
  })

  it('can never leave a primary that has neither a check nor effective target health', () => {
    expectAnswer(failover(evaluating('P'), passing('S')), { down: ['P'] }, 'P')
    expectAnswer(failover(to('P'), passing('S')), { down: ['P'] }, 'P')
  })

  it('answers with whichever side there is', () => {
    const only = (side: string) =>
      policyFrom({
        StartRule: 'r',
        Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },
        Rules: { r: { RuleType: 'failover', [side]: { EndpointReference: 'a', HealthCheck: 'check' } } },
      })
    for (const side of ['Primary', 'Secondary']) {
      expectOdds(odds(only(side)), { a: 1 })
      expectOdds(odds(only(side), { unhealthy: ['check'] }), { a: 1 })
    }
  })

  it('says why each side was taken or passed over', () => {
    const policy = policyOf(failover(passing('P'), passing('S')))
    const reasons = (...unhealthy: readonly string[]) => {
      const [step] = ask(policy, { unhealthy }).steps
      return step?.kind === 'rule' ? [...step.candidates.map(({ reason }) => reason), step.lastResort] : []
    }
    expect(reasons()).toEqual(['primary', 'not-needed', false])
    expect(reasons('passing-P')).toEqual(['unhealthy', 'secondary', false])
    expect(reasons('passing-S')).toEqual(['primary', 'unhealthy', false])
    expect(reasons('passing-P', 'passing-S')).toEqual(['last-resort', 'unhealthy', true])
  })
})
