import { describe, expect, it } from 'vitest'
import { toJson } from '../model/json'
import { documentWith, endpointDocument } from '../model/testing/check-case'
import { checkPolicy } from './check'
import { decodePolicy } from './document'
import type { Policy } from './policy'

const weighted = (...items: readonly object[]) => ({
  RuleType: 'weighted',
  Items: items.map((item) => ({ Weight: '1', ...item })),
})
const a = { EndpointReference: 'a' }
const b = { EndpointReference: 'b' }

function policyOf(document: unknown): Policy {
  const opened = decodePolicy(toJson(document), null)
  if (!opened.ok) throw new Error(opened.problems.map(({ message }) => message).join(' '))
  return opened.value
}

const messageOf = (document: unknown, code: string) =>
  checkPolicy(policyOf(document)).find((problem) => problem.code === code)?.message

describe('a message', () => {
  it('proposes the only rule that nothing leads to as the start', () => {
    const document = documentWith(weighted({ RuleReference: 's', EvaluateTargetHealth: true }, a), {
      rules: { s: weighted(a, b) },
      header: { StartRule: undefined },
    })
    expect(messageOf(document, 'policy/no-start')).toContain(
      'Nothing leads to rule “r”: lead the start to it (StartRule).',
    )
  })

  it('proposes the only endpoint as the start where there are no rules', () => {
    const document = endpointDocument({ Type: 'value', Value: '192.0.2.1' }, { StartEndpoint: undefined })
    expect(messageOf(document, 'policy/no-start')).toContain('Lead it to endpoint “e” (StartEndpoint).')
  })

  it('names the key that a reference should have used', () => {
    const document = documentWith(weighted({ RuleReference: 'a' }, a, b))
    expect(messageOf(document, 'branch/dangling')).toBe(
      'RuleReference “a” of branch 1 of rule “r” names no rule of this policy. The endpoint of that id is meant by EndpointReference.',
    )
  })

  it.each([
    ['weight', 'Did you mean Weight?'],
    ['HealthCheckId', 'Did you mean HealthCheck?'],
    ['Bias', 'Remove it, or use one of'],
  ])('says what may be meant by the key %s', (key, says) => {
    const item = { ...a, [key]: 'x' }
    const document = documentWith({ RuleType: 'weighted', Items: [item, { ...b, Weight: 1 }] })
    expect(messageOf(document, 'document/unknown-key')).toContain(says)
  })

  it.each([
    ['aws:route53:eu-west-1', 'Write eu-west-1.'],
    ['EU-WEST-1', 'Write eu-west-1.'],
    ['us-east-1-atl-1a', 'us-east-1-atl-1a is a Local Zone; its Region is us-east-1.'],
    ['us-east-1-atl-1', 'us-east-1-atl-1 is a Local Zone; its Region is us-east-1.'],
    ['eu-west-1b', 'eu-west-1b is an Availability Zone; its Region is eu-west-1.'],
    ['me-west-1', 'AWS has Middle East (Saudi Arabia), but'],
    ['mars', 'Use a code such as'],
  ])('says what may be meant by the Region %s', (region, says) => {
    const document = documentWith({
      RuleType: 'latency',
      Regions: [
        { ...a, Region: region },
        { ...b, Region: 'us-west-2' },
      ],
    })
    expect(messageOf(document, 'latency/unknown-region')).toContain(says)
  })

  it.each([
    ['UK', 'Write GB'],
    ['fr', 'Write FR.'],
    ['EU', '"Continent": "EU"'],
    ['BV', 'no address data'],
    ['France', 'ISO 3166-1'],
  ])('says what may be meant by the country %s', (country, says) => {
    const document = documentWith({
      RuleType: 'geo',
      Locations: [
        { ...a, Country: country },
        { ...b, IsDefault: true },
      ],
    })
    expect(messageOf(document, 'geolocation/unknown-country')).toContain(says)
  })

  it('says of which type a name looks', () => {
    const value = 'net-74f87b114e21682a.elb.us-east-1.amazonaws.com'
    const document = endpointDocument({ Type: 'elastic-load-balancer', Value: value })
    expect(messageOf(document, 'endpoint/name-pattern')).toContain('of type network-load-balancer')
  })
})

it('reports a cycle of a policy that was made and not read, and checks the rest all the same', () => {
  const policy = policyOf(
    documentWith(weighted({ RuleReference: 's', EvaluateTargetHealth: true }, a), {
      rules: { s: weighted(a, { ...b, Weight: 999 }) },
    }),
  )
  // Rule r leads to s, so under the id s it leads to itself.
  const rules = new Map([...policy.rules.values()].map((rule) => ['s', rule] as const).slice(0, 1))
  const cyclic = { ...policy, rules: new Map([...policy.rules, ...rules]) }
  expect(checkPolicy(cyclic).map(({ code }) => code)).toContain('document/cycle')
})

it('speaks in the order of the document, whatever that is', () => {
  const wrong = { Type: 'value', Value: 'x' }
  const rules = { r: weighted(a, { ...b, Weight: 256 }, { ...b, Weight: -1 }) }
  const head = { AWSPolicyFormatVersion: 'x', RecordType: 'A', StartRule: 'r' }
  const endpoints = { b: wrong, a: wrong }
  const paths = (document: unknown) => checkPolicy(policyOf(document)).map(({ path }) => path.join('/'))
  const ofRules = ['Rules/r/Items/1/Weight', 'Rules/r/Items/2/Weight']
  const ofEndpoints = ['Endpoints/b/Value', 'Endpoints/a/Value']
  expect(paths({ ...head, Rules: rules, Endpoints: endpoints })).toEqual([
    'AWSPolicyFormatVersion',
    ...ofRules,
    ...ofEndpoints,
  ])
  expect(paths({ Endpoints: endpoints, Rules: rules, ...head })).toEqual([
    ...ofEndpoints,
    ...ofRules,
    'AWSPolicyFormatVersion',
  ])
})
