import { near, nested } from '../../src/engine/testing/coverage-cases'
import { evaluating, failing, failingChecks, passing } from '../../src/engine/testing/marked'
import { US_STATES } from '../../src/geo/us-states'
import { ALL_UP, type World } from '../../src/model/world'
import type { Policy } from '../../src/policy/policy'
import {
  failover,
  geolocation,
  latency,
  policyOf,
  type TestRule,
  to,
  weighted,
  withKeys,
} from '../../src/policy/testing/policy-of'
import type { MapView } from '../../src/scenario/scenario'

/** A policy in a world, with a geoproximity rule whose first location is dragged. */
export interface MapCase {
  readonly title: string
  readonly policy: Policy
  readonly world: World
}

/** The whole world in a map of 1280 pixels. */
export const MAP_VIEW: MapView = { latitude: 44, longitude: 10, zoom: 2.23 }

/** What is looked at in turn: so many notches of the wheel over the middle, each time from where the last left off. */
export const MAP_ZOOMS = [
  { name: 'the world', notches: 0 },
  { name: 'a continent', notches: 4 },
  { name: 'a valley', notches: 6 },
] as const

function sites(count: number): TestRule {
  return near(count, 60, (index) => `site-${index}`)
}

/** Each state to a site of its own, the rest of the world to the nearest of five. */
function everyState(): TestRule {
  const states = US_STATES.map(({ code }) =>
    withKeys(to(`state-${code}`), { Country: 'US', Subdivision: code }),
  )
  return geolocation(...states, to(sites(5), { IsDefault: true }))
}

/** Latency over pairs with one or both of them down, beside five locations: what is answered is a mix of both. */
function latencyAndFailover(): TestRule {
  const regions = ['us-east-1', 'eu-west-1', 'ap-northeast-1', 'sa-east-1', 'ap-south-1']
  const pairs = regions.map((code, index) => {
    const mark = index % 2 === 0 ? failing : passing
    return [code, evaluating(failover(mark(`${code}-a`), passing(`${code}-b`)))] as const
  })
  return weighted([1, to(latency(...pairs))], [1, to(sites(5))])
}

function caseOf(title: string, start: TestRule, down: readonly string[] = []): MapCase {
  const policy = policyOf(start)
  const checks = new Map(failingChecks(policy).map((check) => [check, 'unhealthy'] as const))
  return { title, policy, world: { ...ALL_UP, down: new Set(down), checks } }
}

export const MAP_CASES: readonly MapCase[] = [
  caseOf('geoproximity, 5 locations', sites(5)),
  caseOf('geoproximity, 20 locations', sites(20)),
  caseOf('geoproximity, 30 locations', sites(30)),
  caseOf('geolocation over geoproximity (20) over weighted', nested(20)),
  caseOf('50 US states and DC, geoproximity (5) elsewhere', everyState()),
  caseOf('latency over failover, beside geoproximity (5), three down', latencyAndFailover(), [
    'eu-west-1-b',
    'site-1',
    'site-3',
  ]),
]
