import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalJson } from '../model/json'
import { encodePolicy } from '../policy/document'
import { policyOf } from '../policy/documents.fixtures'
import { autoLayout } from '../scenario/auto-layout'
import { type Scenario, scenarioOf } from '../scenario/scenario'
import { aScenario } from '../scenario/scenarios.fixtures'
import { decodeLink, encodeLink } from './link'
import { xorshift } from './mutations.fixtures'

const SEED = 530_006

function opened(payload: string): Scenario {
  const result = decodeLink(payload)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
}

/** The scenario as a link gives it back: without positions that the automatic layout gives anyway. */
function asLinked(scenario: Scenario): Scenario {
  const automatic = autoLayout(scenario.policy)
  const moved = [...scenario.layout].filter(([key, { x, y }]) => {
    const ordinary = automatic.get(key)
    return x !== ordinary?.x || y !== ordinary.y
  })
  return { ...scenario, layout: new Map(moved) }
}

const NETS = ['192.0.2', '198.51.100', '203.0.113']
const COUNTRIES =
  'AR AT AU BE BR CA CH CL CN CO CZ DE DK EG ES FI FR GB GR HK HU IE IL IN IT JP KE KR MX MY NG NL NO NZ PL PT RO SE SG ZA'

/** Forty countries, a failover rule for each, two addresses for each of those, a health check for each primary. */
function fortySites(idsOf: (country: string, index: number) => readonly [string, string, string]): Scenario {
  const random = xorshift(530_006)
  const countries = COUNTRIES.split(' ')
  const sites = countries.map((country, index) => ({ country, ids: idsOf(country.toLowerCase(), index) }))
  const address = () => `${NETS[random(NETS.length)]}.${random(256)}`
  const hex = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('')
  const uuid = () => [8, 4, 4, 4, 12].map(hex).join('-')
  return scenarioOf(
    policyOf({
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartRule: 'by-country',
      Endpoints: Object.fromEntries(
        sites.flatMap(({ ids }) => ids.slice(1).map((id) => [id, { Type: 'value', Value: address() }])),
      ),
      Rules: {
        'by-country': {
          RuleType: 'geo',
          Locations: sites.map(({ country, ids: [rule] }) => ({ Country: country, RuleReference: rule })),
        },
        ...Object.fromEntries(
          sites.map(({ ids: [rule, primary, secondary] }) => [
            rule,
            {
              RuleType: 'failover',
              Primary: { EndpointReference: primary, HealthCheck: uuid() },
              Secondary: { EndpointReference: secondary },
            },
          ]),
        ),
      },
    }),
  )
}

describe('share links', () => {
  test('open as the scenario that was shared, with the policy as it was spelled', () => {
    fc.assert(
      fc.property(aScenario, (scenario) => {
        const linked = opened(encodeLink(scenario))
        expect(linked).toEqual(asLinked(scenario))
        expect(equalJson(encodePolicy(linked.policy), encodePolicy(scenario.policy))).toBe(true)
        expect(encodeLink(linked)).toBe(encodeLink(scenario))
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  test('leave out positions where the automatic layout puts the node anyway', () => {
    fc.assert(
      fc.property(aScenario, (scenario) => {
        const layout = autoLayout(scenario.policy)
        expect(encodeLink({ ...scenario, layout })).toBe(encodeLink({ ...scenario, layout: new Map() }))
      }),
      { seed: SEED, numRuns: 50 },
    )
  })

  const site = policyOf({
    AWSPolicyFormatVersion: '2015-10-01',
    RecordType: 'A',
    StartEndpoint: 'site',
    Endpoints: { site: { Type: 'value', Value: '192.0.2.1' } },
  })

  test('round positions to whole canvas units', () => {
    const moved = { ...scenarioOf(site), layout: new Map([['start', { x: -0.4, y: 17.6 }]]) }
    expect([...opened(encodeLink(moved)).layout]).toEqual([['start', { x: 0, y: 18 }]])
  })

  test('say nothing that is ordinary', () => {
    expect(encodeLink(scenarioOf(site)).length).toBeLessThan(60)
  })

  test('take at most 350 characters for three levels of rules as in the documentation of AWS', () => {
    const balancer = (number: string, region: string) => ({
      Type: 'elastic-load-balancer',
      Value: `elb-${number}.${region}.elb.amazonaws.com`,
    })
    const pair = (primary: string, secondary: string) => ({
      RuleType: 'failover',
      Primary: { EndpointReference: primary },
      Secondary: { EndpointReference: secondary },
    })
    const threeLevels = policyOf({
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartRule: 'country_choice',
      Endpoints: {
        eastern_balancer_1: balancer('333333', 'us-east-1'),
        eastern_balancer_2: balancer('444444', 'us-east-1'),
        western_balancer_1: balancer('555555', 'us-west-1'),
        western_balancer_2: balancer('666666', 'us-west-1'),
        sorry_page: { Type: 's3-website', Region: 'us-east-1', Value: 'sorry.example.com' },
      },
      Rules: {
        country_choice: {
          RuleType: 'geo',
          Locations: [
            { EndpointReference: 'sorry_page', IsDefault: true },
            { RuleReference: 'nearest_coast', Country: 'US' },
          ],
        },
        nearest_coast: {
          RuleType: 'latency',
          Regions: [
            { Region: 'us-east-1', RuleReference: 'eastern_pair' },
            { Region: 'us-west-1', RuleReference: 'western_pair' },
          ],
        },
        eastern_pair: pair('eastern_balancer_1', 'eastern_balancer_2'),
        western_pair: pair('western_balancer_1', 'western_balancer_2'),
      },
    })
    expect(encodeLink(scenarioOf(threeLevels)).length).toBeLessThanOrEqual(350)
  })

  type Ids = readonly [string, string, string]
  const letters = xorshift(7)
  const word = () => Array.from({ length: 4 }, () => String.fromCharCode(97 + letters(26))).join('')
  const ways: readonly { readonly way: string; readonly idsOf: (country: string, index: number) => Ids }[] = [
    {
      way: 'that say what they are',
      idsOf: (country) => [`${country}-failover`, `${country}-primary`, `${country}-secondary`],
    },
    {
      way: 'made by the console',
      idsOf: () => [`failover-start-${word()}`, `endpoint-failover-${word()}`, `endpoint-failover-${word()}`],
    },
    {
      way: 'with numbers',
      idsOf: (_, index) => [`rule${index}`, `endpoint${2 * index}`, `endpoint${2 * index + 1}`],
    },
  ]

  test.each(ways)(
    'take at most 2,600 characters for 41 rules, 80 endpoints and 40 health checks with ids $way',
    ({ idsOf }) => {
      const link = encodeLink(fortySites(idsOf))
      expect(opened(link).policy.endpoints.size).toBe(80)
      expect(link.length).toBeLessThanOrEqual(2_600)
    },
  )
})
