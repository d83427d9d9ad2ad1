import { describe, expect, it } from 'vitest'
import {
  failover,
  geolocation,
  latency,
  multivalue,
  policyFrom,
  policyOf,
  type TestRule,
  to,
  weighted,
} from '../policy/testing/policy-of'
import { toClient } from '../rules/client'
import { compilePolicy } from './compile'
import { distributionFor } from './distribution'
import { ask, odds, worldOf } from './testing/ask'
import { expectOdds } from './testing/expect-odds'
import { evaluating, failing, failingChecks } from './testing/marked'

const FRANCE = { client: { country: 'FR' } }

/** A chain of so many rules, each sharing the next between two branches; the last leads to `a` or `b`. */
function ladder(levels: number, evaluates: boolean): TestRule {
  let rule: TestRule = geolocation(
    to('a', { Country: 'FR', HealthCheck: 'failing-a' }),
    to('b', { Country: '*', HealthCheck: 'failing-b' }),
  )
  for (let level = 0; level < levels; level++) {
    rule = weighted([1, evaluating(rule, evaluates)], [1, evaluating(rule, evaluates)])
  }
  return rule
}

/** A document of so many failover rules below each other. */
function chain(depth: number): unknown {
  const rules = Array.from({ length: depth }, (_, index): [string, unknown] => [
    `r${index}`,
    {
      RuleType: 'failover',
      Primary: { RuleReference: `r${index + 1}`, EvaluateTargetHealth: true },
      Secondary: { EndpointReference: 'b' },
    },
  ])
  const last = { RuleType: 'geo', Locations: [{ EndpointReference: 'a', Country: 'FR', HealthCheck: 'a' }] }
  return {
    StartRule: 'r0',
    Endpoints: { a: { Type: 'value', Value: '192.0.2.1' }, b: { Type: 'value', Value: '192.0.2.2' } },
    Rules: Object.fromEntries([...rules, [`r${depth}`, last]]),
  }
}

describe('a policy of any shape', () => {
  it('is answered in the time of its connections, not of its paths, when rules are shared', () => {
    expectOdds(odds(policyOf(ladder(60, false)), FRANCE), { a: 1 })
  })

  it('has its health found in the time of its connections too', () => {
    const policy = policyOf(ladder(60, true))
    expectOdds(odds(policy, { ...FRANCE, unhealthy: ['failing-a', 'failing-b'] }), { a: 1 })
  })

  it('may be deeper than the call stack', () => {
    const policy = policyFrom(chain(12_000))
    expectOdds(odds(policy, FRANCE), { a: 1 })
    expectOdds(odds(policy, { ...FRANCE, unhealthy: ['a'] }), { b: 1 })
    expect(ask(policy, FRANCE).steps).toHaveLength(12_002)
  })
})

describe('a branch that leads nowhere', () => {
  const broken = { EndpointReference: 'gone' }
  const endpoints = { a: { Type: 'value', Value: '192.0.2.1' } }

  it('is left out, so that whoever is left answers', () => {
    const policy = policyFrom({
      StartRule: 'split',
      Endpoints: endpoints,
      Rules: {
        split: {
          RuleType: 'weighted',
          Items: [
            { Weight: '9', ...broken },
            { Weight: '9', RuleReference: 'gone' },
            { Weight: '9' },
            { Weight: '1', EndpointReference: 'a' },
          ],
        },
      },
    })
    expectOdds(odds(policy), { a: 1 })
    const [step] = ask(policy).steps
    const reasons = step?.kind === 'rule' ? step.candidates.map(({ branch, reason }) => [branch, reason]) : []
    expect(reasons).toEqual([
      ['b4', 'drawn-by-weight'],
      ['b1', 'no-target'],
      ['b2', 'no-target'],
      ['b3', 'no-target'],
    ])
  })

  it('is also one to a rule below which nothing answers, however deep', () => {
    const policy = policyFrom({
      StartRule: 'top',
      Endpoints: endpoints,
      Rules: {
        top: {
          RuleType: 'failover',
          Primary: { RuleReference: 'middle' },
          Secondary: { EndpointReference: 'a' },
        },
        middle: { RuleType: 'weighted', Items: [{ Weight: '1', RuleReference: 'bottom' }] },
        bottom: { RuleType: 'latency', Regions: [{ Region: 'us-east-1', ...broken }] },
      },
    })
    expectOdds(odds(policy), { a: 1 })
  })

  it('leaves no answer when there is no other', () => {
    const policy = policyFrom({
      StartRule: 'empty',
      Rules: { empty: { RuleType: 'weighted', Items: [{ Weight: '1', ...broken }] } },
    })
    expect(ask(policy)).toMatchObject({
      outcome: 'nodata',
      endpoints: [],
      distribution: { endpoints: [], nodata: 1 },
      steps: [
        { kind: 'rule', rule: 'empty', candidates: [{ branch: 'b1', taken: false, reason: 'no-target' }] },
        { kind: 'nodata', reason: 'no-branch' },
      ],
    })
  })

  it('is one to a rule below a multivalue answer, which holds endpoints only (3.5)', () => {
    const policy = policyOf(multivalue(to(failover(to('a'), to('b'))), to('c')))
    expectOdds(odds(policy), { c: 1 })
  })

  it('leaves no answer at a start that names nothing', () => {
    const nothing = { outcome: 'nodata', steps: [{ kind: 'nodata', reason: 'no-start' }] }
    expect(ask(policyFrom({ StartRule: 'gone' }))).toMatchObject(nothing)
    expect(ask(policyFrom({ StartEndpoint: 'gone' }))).toMatchObject(nothing)
    expect(ask(policyFrom({}))).toMatchObject(nothing)
  })
})

describe('target health (route53.md 4.2)', () => {
  it('is not evaluated below a multivalue answer, which has no place for the flag (3.5)', () => {
    const policy = policyOf(multivalue(evaluating('alb'), to('c')), {
      endpointTypes: { alb: 'application-load-balancer' },
    })
    expectOdds(odds(policy, { down: ['alb'] }), { alb: 1, c: 1 })
  })

  it('of a shared group is asked for the client of the query, whoever asked before', () => {
    const places = geolocation(
      to('fr', { Country: 'FR', HealthCheck: 'failing-fr' }),
      to('de', { Country: 'DE' }),
    )
    const policy = policyOf(latency(['us-east-1', evaluating(places)], ['eu-west-1', to('other')]))
    const virginia = { latitude: 38.89, longitude: -77.01 }
    const compiled = compilePolicy(policy, worldOf({ unhealthy: failingChecks(policy) }))
    const answers = ['FR', 'DE', 'FR', 'FR', 'DE'].map((country) => {
      const client = toClient({ coordinates: virginia, country, subdivision: null })
      return distributionFor(compiled, client).endpoints
    })
    const certain = (endpoint: string) => [{ endpoint, probability: 1 }]
    expect(answers).toEqual(['other', 'de', 'other', 'other', 'de'].map(certain))
  })

  it('of a group is its own members’ own when the group below is not to be evaluated', () => {
    const dead = weighted([1, failing('a')])
    const policy = policyOf(failover(evaluating(weighted([1, evaluating(dead, false)])), to('s')))
    expectOdds(odds(policy, { unhealthy: failingChecks(policy) }), { a: 1 })
  })
})
