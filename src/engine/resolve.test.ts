import { describe, expect, it } from 'vitest'
import type { Place } from '../model/query'
import {
  failover,
  geolocation,
  geoproximity,
  latency,
  policyOf,
  to,
  weighted,
} from '../policy/testing/policy-of'
import { ask, odds } from './testing/ask'
import { expectAnswer, expectOdds } from './testing/expect-odds'
import { failing, passing } from './testing/marked'

const OTHER_TYPE = { outcome: 'nodata', endpoints: [], steps: [{ kind: 'nodata', reason: 'other-type' }] }

describe('the record type asked for (route53.md 4.6)', () => {
  it('is answered when it is the policy’s own', () => {
    expect(ask(policyOf('a', { recordType: 'AAAA' }), { type: 'AAAA' }).endpoints).toEqual(['a'])
    expect(ask(policyOf('a', { recordType: 'AAAA' })).endpoints).toEqual(['a'])
  })

  it('has no data when it is another', () => {
    const policy = policyOf('a', { recordType: 'AAAA' })
    expect(ask(policy, { type: 'A' })).toMatchObject(OTHER_TYPE)
    expectOdds(odds(policy, { type: 'A' }), { NODATA: 1 })
  })

  it('has no data for another type at an alias, which is shown as its plain type', () => {
    const policy = policyOf('alb', { endpointTypes: { alb: 'application-load-balancer' } })
    expect(ask(policy, { type: 'AAAA' })).toMatchObject(OTHER_TYPE)
    expect(ask(policy, { type: 'CNAME' })).toMatchObject(OTHER_TYPE)
  })

  it('is answered by a CNAME policy whatever it is, for the resolver to follow', () => {
    const policy = policyOf('a', { recordType: 'CNAME' })
    for (const type of ['A', 'AAAA', 'CNAME', 'MX']) expect(ask(policy, { type }).endpoints).toEqual(['a'])
  })
})

describe('where the client is (route53.md 4.7)', () => {
  const rule = geolocation(
    to('fr', { Country: 'FR' }),
    to('jp', { Country: 'JP' }),
    to('other', { Country: '*' }),
  )
  const places = { client: { country: 'FR' }, resolver: { country: 'JP' } }

  it('is the client’s own place when the resolver sends EDNS Client Subnet', () => {
    expectAnswer(rule, { ...places, clientSubnet: true }, 'fr')
  })

  it('is the resolver’s place when it does not', () => {
    expectAnswer(rule, { ...places, clientSubnet: false }, 'jp')
  })

  it('is the client’s place for a resolver beside the client', () => {
    expectAnswer(rule, { client: { country: 'FR' }, clientSubnet: false }, 'fr')
  })

  it('is taken for nearness and latency too', () => {
    const dublin: Partial<Place> = { coordinates: { latitude: 53.3, longitude: -6.2 }, country: 'IE' }
    const tokyo: Partial<Place> = { coordinates: { latitude: 35.7, longitude: 139.7 }, country: 'JP' }
    const branches = [['eu-west-1', to('ireland')] as const, ['ap-northeast-1', to('japan')] as const]
    for (const start of [
      latency(...branches),
      geoproximity(...branches.map(([region, branch]) => [region, 0, branch] as const)),
    ]) {
      expectAnswer(start, { client: dublin, resolver: tokyo, clientSubnet: true }, 'ireland')
      expectAnswer(start, { client: dublin, resolver: tokyo, clientSubnet: false }, 'japan')
    }
  })
})

describe('a client whose place is not known (9.6)', () => {
  const latencyRule = latency(
    ['us-east-1', failing('a')],
    ['eu-west-1', passing('b')],
    ['ap-south-1', passing('c')],
  )
  const nearRule = geoproximity(
    ['us-east-1', 0, failing('a')],
    [[1, 2], 0, passing('b')],
    ['eu-west-1', 0, passing('c')],
  )

  for (const [name, rule] of [
    ['latency', latencyRule],
    ['geoproximity', nearRule],
  ] as const) {
    it(`gets the first healthy member of a ${name} rule, flagged as undefined by AWS`, () => {
      const policy = policyOf(rule)
      const { endpoints, steps } = ask(policy, { unhealthy: ['failing-a'] })
      expect(endpoints).toEqual(['b'])
      const [step] = steps
      expect(step).toMatchObject({ undefinedByAws: true })
      const reasons = step?.kind === 'rule' ? step.candidates.map(({ reason }) => reason) : []
      expect(reasons).toEqual(['unhealthy', 'first-in-document', 'later-in-document'])
    })

    it(`gets the first member of a ${name} rule when none is healthy, flagged too`, () => {
      const policy = policyOf(rule)
      const { endpoints, steps } = ask(policy, { unhealthy: ['failing-a', 'passing-b', 'passing-c'] })
      expect(endpoints).toEqual(['a'])
      expect(steps[0]).toMatchObject({ undefinedByAws: true, lastResort: true })
    })
  }

  it('gets a defined answer where latencies are given', () => {
    const { endpoints, steps } = ask(policyOf(latencyRule), {
      latencies: { 'ap-south-1': 3, 'eu-west-1': 9 },
    })
    expect(endpoints).toEqual(['c'])
    expect(steps[0]).toMatchObject({ undefinedByAws: false })
  })

  it('is flagged when only the unhealthy members have a given latency', () => {
    const { endpoints, steps } = ask(policyOf(latencyRule), {
      latencies: { 'us-east-1': 3 },
      unhealthy: ['failing-a'],
    })
    expect(endpoints).toEqual(['b'])
    expect(steps[0]).toMatchObject({ undefinedByAws: true })
  })
})

describe('a Region that is not known (route53.md 10)', () => {
  const DUBLIN = { client: { coordinates: { latitude: 53.3, longitude: -6.2 }, country: 'IE' } }

  it('ranks last, and says so', () => {
    for (const rule of [
      latency(['mars-north-1', to('a')], ['ap-southeast-2', to('b')]),
      geoproximity(['mars-north-1', 99, to('a')], ['ap-southeast-2', -99, to('b')]),
    ]) {
      const { endpoints, steps } = ask(policyOf(rule), DUBLIN)
      expect(endpoints).toEqual(['b'])
      const [step] = steps
      expect(step?.kind === 'rule' ? step.candidates.map(({ reason }) => reason).at(-1) : '').toBe(
        'unknown-region',
      )
      expect(step).toMatchObject({ undefinedByAws: false })
    }
  })

  it('answers, flagged, when no better member is healthy', () => {
    const rule = latency(['mars-north-1', to('a')], ['ap-southeast-2', failing('b')])
    const { endpoints, steps } = ask(policyOf(rule), { ...DUBLIN, unhealthy: ['failing-b'] })
    expect(endpoints).toEqual(['a'])
    expect(steps[0]).toMatchObject({ undefinedByAws: true })
  })
})

describe('the trace', () => {
  it('leads from the start to the answer, with every branch of every rule on the way', () => {
    const inner = weighted([1, to('a')])
    const { steps } = ask(policyOf(failover(to(inner), to('b'))), {})
    expect(steps).toMatchObject([
      {
        kind: 'rule',
        rule: 'failover-1',
        type: 'failover',
        candidates: [
          { branch: 'primary', taken: true, target: { kind: 'rule', id: 'weighted-2' }, probability: 1 },
          { branch: 'secondary', taken: false, target: { kind: 'endpoint', id: 'b' }, probability: 0 },
        ],
        lastResort: false,
        undefinedByAws: false,
      },
      { kind: 'rule', rule: 'weighted-2', type: 'weighted', candidates: [{ branch: 'b1', taken: true }] },
      { kind: 'endpoint', endpoint: 'a', blackholed: false },
    ])
  })

  it('marks the branch that was drawn, not all that could have been', () => {
    const policy = policyOf(weighted([1, to('a')], [1, to('b')]))
    for (let seed = 0; seed < 20; seed++) {
      const { endpoints, steps } = ask(policy, { seed })
      const [step] = steps
      const taken = step?.kind === 'rule' ? step.candidates.filter((candidate) => candidate.taken) : []
      expect(taken.map(({ target }) => target?.id)).toEqual(endpoints)
    }
  })

  it('is empty-handed but for the endpoint when the policy starts at one', () => {
    expect(ask(policyOf('a')).steps).toEqual([{ kind: 'endpoint', endpoint: 'a', blackholed: false }])
  })
})
