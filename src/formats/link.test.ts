import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalJson } from '../model/json'
import { encodePolicy } from '../policy/document'
import { policyOf } from '../policy/documents.fixtures'
import { autoLayout } from '../scenario/auto-layout'
import { type Scenario, scenarioOf } from '../scenario/scenario'
import { aScenario } from '../scenario/scenarios.fixtures'
import { ALL_SPELLINGS, fortySites, leastBits } from './forty-sites.fixtures'
import { decodeLink, encodeLink } from './link'
import { toCompact } from './link/compact'
import { encodeV1 } from './link/version-1'

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

describe('share links', () => {
  test('open as the scenario that was shared, with the policy as it was spelled', () => {
    fc.assert(
      fc.property(aScenario, (scenario) => {
        const linked = opened(encodeLink(scenario))
        expect(linked).toEqual(asLinked(scenario))
        expect(equalJson(encodePolicy(linked.policy), encodePolicy(scenario.policy))).toBe(true)
        expect(encodeLink(linked)).toBe(encodeLink(scenario))
      }),
      { seed: SEED, numRuns: 100 },
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

  const spelled = ALL_SPELLINGS.map((spelling, index) => ({
    spelling,
    /** Characters that what is drawn at random takes at least, with the fifteen that say and check what a link is. */
    least: 15 + leastBits(spelling) / 6,
    scenario: fortySites(spelling, 530_006 + 7_919 * (1 + (index % 5))),
  }))

  test('take at most 2,600 characters for 41 rules, 80 endpoints and 40 health checks, where what is drawn leaves room', () => {
    const fits = spelled.filter(({ least }) => least <= 2_270)
    expect(fits.length).toBe(254)
    // All that come near, and some of the others, which are far shorter.
    const tried = fits.filter(({ least }, index) => least > 2_100 || index % 12 === 0)
    const long = tried
      .map(({ spelling, scenario }) => ({ ...spelling, length: encodeLink(scenario).length }))
      .filter(({ length }) => length > 2_600)
    expect(long).toEqual([])
  }, 120_000)

  test('are never longer than those of version 1, and open', () => {
    for (const { scenario } of spelled.filter((_, index) => index % 15 === 0)) {
      const link = encodeLink(scenario)
      const before = encodeV1(encodePolicy(scenario.policy), toCompact(scenario))
      expect(opened(link).policy.endpoints.size).toBe(80)
      expect(link.length).toBeLessThan(before.length)
      expect(opened(before)).toEqual(opened(link))
    }
  }, 120_000)
})
