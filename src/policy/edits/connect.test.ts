import { describe, expect, it } from 'vitest'
import { documentOf } from '../testing/meaning-of'
import { failover, multivalue, policyFrom, policyOf, to, weighted } from '../testing/policy-of'
import { canConnect, whyNotConnect } from './can-connect'
import { connect, connectNew, disconnect, reconnect, setStart } from './connect'
import { edited } from './testing/edited'

const LB = 'application-load-balancer'
const endpoint = (id: string) => ({ kind: 'endpoint', id }) as const
const rule = (id: string) => ({ kind: 'rule', id }) as const

describe('connecting', () => {
  const inner = weighted([1, to('a')], [1, to('b')])
  const policy = policyOf(failover(to(inner), to('c')))

  it('leads a branch to another target and leaves the rest of the policy as it is', () => {
    const after = edited(connect(policy, { rule: 'weighted-2', branch: 'b1' }, endpoint('c')))
    expect(after.rules.get('weighted-2')?.branches[0]?.target).toEqual(endpoint('c'))
    expect(after.rules.get('weighted-2')?.branches[1]).toBe(policy.rules.get('weighted-2')?.branches[1])
    expect(after.rules.get('failover-1')).toBe(policy.rules.get('failover-1'))
    expect(after.endpoints).toBe(policy.endpoints)
  })

  it('refuses a connection that would lead in a circle, and says along which rules', () => {
    expect(whyNotConnect(policy, { rule: 'weighted-2' }, rule('failover-1'))?.reason).toBe(
      'That would lead in a circle: weighted-2 → failover-1 → weighted-2. A query would never come to an answer.',
    )
    expect(connect(policy, { rule: 'weighted-2', branch: 'b1' }, rule('failover-1')).ok).toBe(false)
  })

  it('refuses to lead a rule to itself', () => {
    expect(whyNotConnect(policy, { rule: 'weighted-2' }, rule('weighted-2'))?.reason).toBe(
      'A rule cannot lead to itself, as “weighted-2” would.',
    )
  })

  it('refuses sources and targets that do not exist', () => {
    expect(whyNotConnect(policy, null, endpoint('x'))?.reason).toBe('There is no endpoint “x”.')
    expect(whyNotConnect(policy, { rule: 'x' }, endpoint('a'))?.reason).toBe('There is no rule “x”.')
    expect(connect(policy, { rule: 'weighted-2', branch: 'b9' }, endpoint('a'))).toEqual({
      ok: false,
      reason: 'Rule “weighted-2” has no such branch.',
    })
  })

  it('lets rules and endpoints be shared', () => {
    expect(canConnect(policy, { rule: 'failover-1' }, endpoint('a'))).toBe(true)
  })

  it('replaces the start, whatever it led to', () => {
    const after = edited(connect(policy, null, endpoint('a')))
    expect(documentOf(after)).toMatchObject({ StartEndpoint: 'a' })
    expect(documentOf(after)).not.toHaveProperty('StartRule')
    expect(setStart(policy, rule('weighted-2')).start).toEqual(rule('weighted-2'))
    expect(setStart(policy, null).start).toBeNull()
    expect(setStart(policy, endpoint('nowhere'))).toBe(policy)
  })
})

describe('a multivalue answer', () => {
  const policy = policyOf(failover(to(multivalue(to('a'))), to('alb')), { endpointTypes: { alb: LB } })

  it('takes endpoints of type value only, and says so', () => {
    expect(whyNotConnect(policy, { rule: 'multivalue-2' }, endpoint('a'))).toBeNull()
    expect(whyNotConnect(policy, { rule: 'multivalue-2' }, endpoint('alb'))?.reason).toBe(
      'Multivalue answer takes endpoints of type value only, and “alb” is an AWS resource (application-load-balancer), which answers as an alias.',
    )
    expect(whyNotConnect(policy, { rule: 'multivalue-2' }, rule('failover-1'))?.reason).toBe(
      'Multivalue answer takes endpoints only, and “failover-1” is a rule. The format has no place for it.',
    )
  })

  it('is refused for record type CNAME', () => {
    const cname = policyOf(multivalue(to('a')), { recordType: 'CNAME' })
    expect(whyNotConnect(cname, { rule: 'multivalue-1' }, endpoint('a'))?.reason).toBe(
      'Multivalue answer is not available for record type CNAME, since a name has only one CNAME.',
    )
  })

  it('takes an endpoint whose type is still a placeholder', () => {
    const template = policyFrom({
      Endpoints: { a: { Type: '${type}' } },
      Rules: { m: { RuleType: 'multivalue', Items: [] } },
    })
    expect(canConnect(template, { rule: 'm' }, endpoint('a'))).toBe(true)
  })
})

describe('connecting a new branch', () => {
  it('fills the free side of a failover rule, and refuses a third', () => {
    const policy = policyFrom({
      RecordType: 'A',
      Endpoints: { a: { Type: 'value' }, b: { Type: 'value' } },
      Rules: { f: { RuleType: 'failover', Secondary: { EndpointReference: 'a' } } },
    })
    const filled = connectNew(policy, 'f', endpoint('b'))
    expect(filled).toMatchObject({ ok: true, branch: 'primary' })
    const full = edited(filled)
    expect(documentOf(full)).toMatchObject({ Rules: { f: { Primary: { EndpointReference: 'b' } } } })
    expect(connectNew(full, 'f', endpoint('b'))).toEqual({
      ok: false,
      reason: 'A failover rule has one primary and one secondary, and no further branches.',
    })
  })

  it('weighs as much as the sibling before it', () => {
    const policy = policyOf(weighted([3, to('a')], [7, to('b')]))
    const after = connectNew(policy, 'weighted-1', endpoint('a'))
    expect(after).toMatchObject({ ok: true, branch: 'b3' })
    expect(edited(after).rules.get('weighted-1')?.branches[2]).toMatchObject({
      weight: 7,
      target: { id: 'a' },
    })
  })
})

describe('disconnecting and reconnecting', () => {
  const policy = policyOf(weighted([3, to('a', { HealthCheck: 'one' })], [7, to('b')]))

  it('keeps the settings of the branch', () => {
    const after = disconnect(policy, { rule: 'weighted-1', branch: 'b1' })
    expect(documentOf(after)).toMatchObject({
      Rules: { 'weighted-1': { Items: [{ HealthCheck: 'one', Weight: '3' }, { EndpointReference: 'b' }] } },
    })
    expect(after.rules.get('weighted-1')?.branches[0]?.target).toBeNull()
  })

  it('of nothing changes nothing', () => {
    expect(disconnect(policy, { rule: 'weighted-1', branch: 'none' })).toBe(policy)
    expect(disconnect(policy, { rule: 'none', branch: 'b1' })).toBe(policy)
  })

  it('moves the source end: the branch that is left has no target any more', () => {
    const from = { rule: 'weighted-1', branch: 'b1' }
    const after = edited(
      reconnect(policy, from, { from: { rule: 'weighted-1', branch: 'b2' }, target: endpoint('a') }),
    )
    expect(after.rules.get('weighted-1')?.branches.map(({ target }) => target)).toEqual([null, endpoint('a')])
  })

  it('moves the target end', () => {
    const from = { rule: 'weighted-1', branch: 'b1' }
    const after = edited(reconnect(policy, from, { from, target: endpoint('b') }))
    expect(after.rules.get('weighted-1')?.branches[0]?.target).toEqual(endpoint('b'))
  })

  it('may turn a chain round, since the old connection goes first', () => {
    const chain = policyOf(weighted([1, to(weighted([1, to('a')]))]))
    const [outer, inner] = [rule('weighted-1'), { rule: 'weighted-2', branch: 'b1' }]
    const after = reconnect(chain, { rule: 'weighted-1', branch: 'b1' }, { from: inner, target: outer })
    expect(after.ok).toBe(true)
  })
})
