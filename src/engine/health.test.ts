import { describe, expect, it } from 'vitest'
import type { EndpointType } from '../model/endpoint'
import {
  failover,
  geolocation,
  geoproximity,
  latency,
  multivalue,
  policyOf,
  type TestRule,
  to,
  weighted,
  withKeys,
} from '../policy/testing/policy-of'
import { ask, odds, type Situation } from './testing/ask'
import { expectOdds } from './testing/expect-odds'
import { evaluating, failing, failingChecks, passing } from './testing/marked'

/** Whether a branch counts as healthy, seen by whether failover leaves it. */
function isHealthy(
  branch: ReturnType<typeof to>,
  asked: Situation = {},
  type: EndpointType = 'value',
): boolean {
  const policy = policyOf(failover(branch, to('other')), { endpointTypes: { it: type } })
  return odds(policy, { unhealthy: failingChecks(policy), ...asked })['other'] === undefined
}

const AWS_TYPES: readonly EndpointType[] = [
  'application-load-balancer',
  'elastic-load-balancer',
  'network-load-balancer',
  'elastic-beanstalk',
  's3-website',
]
const DOWN = { down: ['it'] }

describe('health of a branch (route53.md 4.2)', () => {
  it('is given without a check: such a branch is always healthy', () => {
    expect(isHealthy(to('it'), DOWN)).toBe(true)
    expect(isHealthy(to('it', { HealthCheck: null }), DOWN)).toBe(true)
    expect(isHealthy(to('it', { HealthCheck: '' }), DOWN)).toBe(true)
    expect(isHealthy(to('it', { HealthCheck: 7 }), DOWN)).toBe(true)
  })

  it('is the current status of its own check', () => {
    expect(isHealthy(passing('it'))).toBe(true)
    expect(isHealthy(failing('it'))).toBe(false)
  })

  it('is never taken from the target of a value endpoint', () => {
    expect(isHealthy(evaluating('it'), DOWN)).toBe(true)
  })

  for (const type of AWS_TYPES) {
    it(`is that of the resource behind ${type} when target health is evaluated`, () => {
      expect(isHealthy(evaluating('it'), {}, type)).toBe(true)
      expect(isHealthy(evaluating('it'), DOWN, type)).toBe(false)
      expect(isHealthy(evaluating('it', false), DOWN, type)).toBe(true)
    })
  }

  it('never evaluates CloudFront, which does not support it', () => {
    expect(isHealthy(evaluating('it'), DOWN, 'cloudfront')).toBe(true)
    expect(isHealthy(withKeys(evaluating('it'), { HealthCheck: 'check' }), DOWN, 'cloudfront')).toBe(false)
  })

  it('reads a flag left out as false, also one that cannot be read (9.1)', () => {
    const type = 'network-load-balancer'
    expect(isHealthy(to('it'), DOWN, type)).toBe(true)
    expect(isHealthy(to('it', { EvaluateTargetHealth: 'perhaps' }), DOWN, type)).toBe(true)
    expect(isHealthy(to('it', { EvaluateTargetHealth: 'true' }), DOWN, type)).toBe(false)
  })

  it('needs both its own check and its target', () => {
    const both = (mark: typeof passing) => withKeys(mark('it', 'own'), { EvaluateTargetHealth: true })
    const type = 'application-load-balancer'
    expect(isHealthy(both(passing), {}, type)).toBe(true)
    expect(isHealthy(both(failing), {}, type)).toBe(false)
    expect(isHealthy(both(passing), { ...DOWN, healthy: ['passing-own'] }, type)).toBe(false)
  })

  it('fails with its own check though every leaf below is fine', () => {
    const group = weighted([1, passing('a')], [1, passing('b')])
    expect(isHealthy(withKeys(evaluating(group), { HealthCheck: 'failing-own' }))).toBe(false)
  })
})

describe('health of a rule as a target (route53.md 4.2)', () => {
  const two = (rule: (...marks: readonly (typeof passing)[]) => TestRule) => [
    isHealthy(evaluating(rule(passing, passing))),
    isHealthy(evaluating(rule(passing, failing))),
    isHealthy(evaluating(rule(failing, passing))),
    isHealthy(evaluating(rule(failing, failing))),
  ]
  const ANY = [true, true, true, false]
  const mark = (marks: readonly (typeof passing)[], index: number) => (marks[index] ?? passing)(`e${index}`)

  it('is true for failover when the primary or the secondary is healthy', () => {
    expect(two((...marks) => failover(mark(marks, 0), mark(marks, 1)))).toEqual(ANY)
  })

  it('is true for weighted when any member is healthy', () => {
    expect(two((...marks) => weighted([1, mark(marks, 0)], [2, mark(marks, 1)]))).toEqual(ANY)
  })

  it('counts members of weight zero, which are reached once the others fail', () => {
    expect(two((...marks) => weighted([1, mark(marks, 0)], [0, mark(marks, 1)]))).toEqual(ANY)
  })

  it('is true for latency, geoproximity and multivalue answer when any member is healthy', () => {
    expect(two((...marks) => latency(['us-east-1', mark(marks, 0)], ['eu-west-1', mark(marks, 1)]))).toEqual(
      ANY,
    )
    expect(
      two((...marks) => geoproximity(['us-east-1', 0, mark(marks, 0)], ['eu-west-1', 0, mark(marks, 1)])),
    ).toEqual(ANY)
    expect(two((...marks) => multivalue(mark(marks, 0), mark(marks, 1)))).toEqual(ANY)
  })

  it('is asked for geolocation along the chain of this client (9.4)', () => {
    const places = geolocation(
      withKeys(failing('fr'), { Country: 'FR' }),
      withKeys(failing('eu'), { Continent: 'EU' }),
      withKeys(passing('jp'), { Country: 'JP' }),
    )
    const from = (country: string) => isHealthy(evaluating(places), { client: { country } })
    expect([from('FR'), from('DE'), from('JP')]).toEqual([false, false, true])
  })

  it('is true for geolocation when no place matches: no answer is final, not unhealthy (9.4, 9.5)', () => {
    const policy = policyOf(failover(evaluating(geolocation(to('fr', { Country: 'FR' }))), to('other')))
    expectOdds(odds(policy, { client: { country: 'DE' } }), { NODATA: 1 })
    expect(ask(policy, { client: { country: 'DE' } })).toMatchObject({
      outcome: 'nodata',
      endpoints: [],
      steps: [{ kind: 'rule' }, { kind: 'rule' }, { kind: 'nodata', reason: 'no-matching-location' }],
    })
  })

  it('is true whatever its state when the flag is off', () => {
    expect(isHealthy(evaluating(weighted([1, failing('a')]), false))).toBe(true)
    expect(isHealthy(to(weighted([1, failing('a')])))).toBe(true)
  })

  it('carries upwards through every rule that evaluates it', () => {
    const deep = (evaluates: boolean) =>
      evaluating(failover(evaluating(weighted([1, failing('a')]), evaluates), failing('b')))
    expect(isHealthy(deep(true))).toBe(false)
    expect(isHealthy(deep(false))).toBe(true)
  })
})

describe('last resort (route53.md 4.4)', () => {
  it('is each group’s own: below a parent that fails open the child goes by health first', () => {
    const group = weighted([1, passing('a')], [1, failing('b')])
    const branch = withKeys(evaluating(group), { HealthCheck: 'failing-own' })
    const policy = policyOf(failover(branch, failing('c')))
    expectOdds(odds(policy, { unhealthy: failingChecks(policy) }), { a: 1 })
    const steps = ask(policy, { unhealthy: failingChecks(policy) }).steps
    expect(steps.map((step) => step.kind === 'rule' && step.lastResort)).toEqual([true, false, false])
  })

  it('is taken from the group itself when the engine may not look into it', () => {
    const dead = weighted([1, failing('a')], [3, failing('b')])
    const policy = policyOf(failover(evaluating(dead, false), to('c')))
    expectOdds(odds(policy, { unhealthy: failingChecks(policy) }), { a: 1 / 4, b: 3 / 4 })
  })
})

describe('an endpoint that is down (design section 3)', () => {
  it('fails, by id, every check on a branch that leads straight to it, wherever else that check is', () => {
    const shared = { HealthCheck: 'shared' }
    const policy = policyOf(
      failover(
        to(weighted([1, to('x', shared)]), { ...shared, EvaluateTargetHealth: true }),
        to('y', shared),
      ),
    )
    const { steps } = ask(policy, { down: ['x'] })
    const healthy = steps.flatMap((step) =>
      step.kind === 'rule' ? [step.candidates.map((candidate) => candidate.healthy)] : [],
    )
    // Both branches of the failover rule carry the same check, though neither leads straight to `x`.
    expect(healthy).toEqual([[false, false], [false]])
  })

  it('does not fail a check that is only on a branch to a rule above it', () => {
    const above = to(weighted([1, to('x')]), { HealthCheck: 'above', EvaluateTargetHealth: true })
    expectOdds(odds(policyOf(failover(above, to('y'))), { down: ['x'] }), { x: 1 })
  })

  it('fails no check that the world says is healthy, and an unhealthy one fails though nothing is down', () => {
    const policy = policyOf(failover(passing('x'), to('y')))
    expectOdds(odds(policy, { down: ['x'], healthy: ['passing-x'] }), { x: 1 })
    expectOdds(odds(policy, { unhealthy: ['passing-x'] }), { y: 1 })
  })

  it('black-holes what a branch without a check keeps sending to it, and the trace says so', () => {
    const policy = policyOf(weighted([1, to('x')]))
    expect(ask(policy, { down: ['x'] }).steps.at(-1)).toEqual({
      kind: 'endpoint',
      endpoint: 'x',
      blackholed: true,
    })
    expect(ask(policy).steps.at(-1)).toMatchObject({ blackholed: false })
  })

  it('is not the same as a failing check, which says nothing about the endpoint itself (4.3)', () => {
    const { steps } = ask(policyOf(weighted([1, failing('x')])), { unhealthy: ['failing-x'] })
    expect(steps.at(-1)).toMatchObject({ endpoint: 'x', blackholed: false })
  })

  it('ignores ids and checks that the policy does not have', () => {
    expectOdds(odds(policyOf(weighted([1, to('x')])), { down: ['gone'], unhealthy: ['gone'] }), { x: 1 })
  })
})
