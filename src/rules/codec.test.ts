import { describe, expect, it } from 'vitest'
import type { Target } from '../model/address'
import { toJson } from '../model/json'
import { toJsonText } from '../model/json-text'
import { type JsonPath, toPointer } from '../model/problem'
import { branchPath, decodeRule, encodeRule } from './codec'
import type { Rule } from './index'

function read(document: unknown): Rule {
  const result = decodeRule(toJson(document), ['Rules', 'r'])
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
}

/** What cannot be opened: where, by which code, and what it says. */
function refusals(document: unknown): readonly string[] {
  const result = decodeRule(toJson(document), ['Rules', 'r'])
  return result.ok
    ? []
    : result.problems.map(({ code, path, message }) => `${code} ${toPointer(path)}: ${message}`)
}

/** The text of a rule whose first branch was led elsewhere. */
function redirected(document: unknown, target: Target | null): string {
  const rule = read(document)
  // Only the shared keys change, which every type has.
  if (rule.type !== 'multivalue') throw new Error('not a multivalue rule')
  const branches = rule.branches.map((branch, index) => (index === 0 ? { ...branch, target } : branch))
  return toJsonText(encodeRule({ ...rule, branches }))
}

const list = (member: unknown) => ({ RuleType: 'multivalue', Items: [member] })

describe('reading a rule', () => {
  it('refuses what is no rule, saying where and what instead (route53.md 10)', () => {
    expect(refusals('weighted')).toEqual([
      'document/rule-type /Rules/r: A rule must be an object with a RuleType, but this is a string.',
    ])
    expect(refusals({ Items: [] })).toEqual([
      'document/rule-type /Rules/r: This rule has no RuleType. Give it one of: weighted, failover, geo, latency, geoproximity, multivalue.',
    ])
    expect(refusals({ RuleType: 'anycast' })).toEqual([
      'document/rule-type /Rules/r/RuleType: “anycast” is no rule type. Use one of: weighted, failover, geo, latency, geoproximity, multivalue.',
    ])
    expect(refusals({ RuleType: 3 })).toEqual([
      expect.stringContaining('/Rules/r/RuleType: a number is no rule type'),
    ])
  })

  it('refuses a rule without its own list or pair', () => {
    expect(refusals({ RuleType: 'latency', Items: [] })).toEqual([
      'document/branches /Rules/r: A latency rule keeps its branches in a list named Regions, which is missing here.',
    ])
    expect(refusals({ RuleType: 'failover', Items: [], Primary: null })).toEqual([
      'document/branches /Rules/r: A failover rule needs Primary and Secondary, and this one has neither.',
    ])
  })

  it('refuses a list, a pair or a member of the wrong kind, each at its own place', () => {
    expect(refusals({ RuleType: 'weighted', Items: {} })).toEqual([
      'document/branches /Rules/r/Items: Items must be a list, but this is an object.',
    ])
    expect(refusals({ RuleType: 'failover', Primary: {}, Secondary: [] })).toEqual([
      'document/branches /Rules/r/Secondary: Secondary must be an object, but this is a list.',
    ])
    expect(refusals({ RuleType: 'geo', Locations: [{}, null, 'a'] })).toEqual([
      expect.stringContaining(
        '/Rules/r/Locations/1: Each member of Locations must be an object with a reference, but this is null.',
      ),
      expect.stringContaining(
        '/Rules/r/Locations/2: Each member of Locations must be an object with a reference, but this is a string.',
      ),
    ])
  })

  it('opens half-filled rules', () => {
    expect(read({ RuleType: 'weighted', Items: [] }).branches).toEqual([])
    expect(
      read({ RuleType: 'failover', Primary: {} }).branches.map(({ id, target }) => [id, target]),
    ).toEqual([
      ['primary', null],
      ['secondary', null],
    ])
  })

  it('takes the endpoint where a branch names both, and nothing where it names none', () => {
    const targets = [
      { EndpointReference: 'e', RuleReference: 'r' },
      { EndpointReference: null, RuleReference: 'r' },
      { EndpointReference: 7 },
      {},
    ].map((member) => read(list(member)).branches[0]?.target)
    expect(targets).toEqual([{ kind: 'endpoint', id: 'e' }, { kind: 'rule', id: 'r' }, null, null])
  })
})

describe('writing a rule', () => {
  it('leaves an untouched one as it was: order, spelling, null and unknown keys', () => {
    const rules = [
      {
        note: 1,
        Items: [
          { Weight: 3, EndpointReference: 'a', x: [null] },
          { Weight: '03', HealthCheck: null },
        ],
        RuleType: 'weighted',
      },
      { RuleType: 'failover', Secondary: { EvaluateTargetHealth: 'true' }, Primary: { RuleReference: 'r' } },
      { RuleType: 'failover', Secondary: null, Primary: { EndpointReference: 'a' } },
      { RuleType: 'geo', Locations: [{ IsDefault: 'false', Country: 'FR' }, { Country: '*' }] },
      {
        RuleType: 'geoproximity',
        GeoproximityLocations: [
          { Bias: 0, Region: 'us-east-1' },
          { Location: null, Latitude: 1.5 },
        ],
      },
      {
        RuleType: 'multivalue',
        Items: [{ EndpointReference: 'a', EvaluateTargetHealth: true, RuleReference: 'r' }],
      },
    ]
    for (const rule of rules) expect(toJsonText(encodeRule(read(rule)))).toBe(JSON.stringify(rule))
  })

  it('writes the type’s own name over that of another, as after a change of type', () => {
    const rule = read({ RuleType: 'multivalue', Items: [] })
    const other: Rule = { type: 'weighted', branches: [], source: rule.source }
    expect(toJsonText(encodeRule(other))).toBe('{"RuleType":"weighted","Items":[]}')
  })

  it('keeps the place of a reference among the keys when it changes, also to the other kind', () => {
    const member = { HealthCheck: 'h', EndpointReference: 'a', note: 1 }
    expect(redirected(list(member), { kind: 'endpoint', id: 'b' })).toContain(
      '{"HealthCheck":"h","EndpointReference":"b","note":1}',
    )
    expect(redirected(list(member), { kind: 'rule', id: 'r' })).toContain(
      '{"HealthCheck":"h","RuleReference":"r","note":1}',
    )
    expect(redirected(list(member), null)).toContain('{"HealthCheck":"h","note":1}')
    expect(redirected(list({ note: 1 }), { kind: 'rule', id: 'r' })).toContain(
      '{"note":1,"RuleReference":"r"}',
    )
  })

  it('leaves one reference where there were two', () => {
    const both = { RuleReference: 'r', note: 1, EndpointReference: 'a' }
    expect(redirected(list(both), { kind: 'rule', id: 's' })).toContain('{"note":1,"RuleReference":"s"}')
  })

  it('writes a missing side of failover only when something is put there', () => {
    const rule = read({ RuleType: 'failover', Primary: { EndpointReference: 'a' } })
    if (rule.type !== 'failover') throw new Error('not a failover rule')
    const filled = rule.branches.map((branch) => ({ ...branch, healthCheck: 'h' }))
    expect(toJsonText(encodeRule({ ...rule, branches: filled }))).toBe(
      '{"RuleType":"failover","Primary":{"EndpointReference":"a","HealthCheck":"h"},"Secondary":{"HealthCheck":"h"}}',
    )
  })
})

describe('the place of a branch in its rule', () => {
  it('is its position in the list, or its side', () => {
    const paths = (document: unknown): readonly JsonPath[] => {
      const rule = read(document)
      return rule.branches.map(({ id }) => branchPath(rule, id))
    }
    expect(paths({ RuleType: 'geo', Locations: [{}, {}] })).toEqual([
      ['Locations', 0],
      ['Locations', 1],
    ])
    expect(paths({ RuleType: 'failover', Primary: {} })).toEqual([['Primary'], ['Secondary']])
  })
})
