import { REGIONS } from '../../geo/regions'
import { US_STATES } from '../../geo/us-states'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import {
  failover,
  geolocation,
  geoproximity,
  latency,
  multivalue,
  policyOf,
  type TestBranch,
  type TestRule,
  type TestSite,
  to,
  weighted,
  withKeys,
} from '../../policy/testing/policy-of'
import { seededRandom } from '../random'
import { worldOf } from './ask'
import { evaluating, failing, failingChecks, passing } from './marked'

/** A policy in a world whose coverage is measured against the evaluation of every pixel. */
export interface CoverageCase {
  readonly title: string
  readonly policy: Policy
  readonly world: World
}

const CODES = REGIONS.filter((region) => region.usable).map((region) => region.code)

/** A geoproximity rule over `count` Regions with seeded biases of at most `limit`; `name` keeps endpoints apart. */
export function near(count: number, limit: number, leadTo: (index: number) => string | TestRule): TestRule {
  const random = seededRandom(count + limit)
  return geoproximity(
    ...Array.from({ length: count }, (_, index) => {
      // A stride without a common divisor with the number of Regions takes none twice.
      const site: TestSite = CODES[(index * 7) % CODES.length] ?? 'us-east-1'
      return [site, Math.round((random() * 2 - 1) * limit), to(leadTo(index))] as const
    }),
  )
}

function at(place: Readonly<Record<string, string>>, branch: TestBranch): TestBranch {
  return withKeys(branch, place)
}

/** Geolocation over geoproximity over weighted. */
export function nested(count: number): TestRule {
  const split = (index: number) => weighted([3, to(`site-${index}`)], [1, to(`canary-${index}`)])
  return geolocation(
    at({ Country: 'FR' }, to('france')),
    at({ Country: 'DE' }, to('germany')),
    at({ Continent: 'SA' }, to('south')),
    at({ Country: 'US', Subdivision: 'CA' }, to('california')),
    at({ Country: '*' }, to(near(count, 60, (index) => (index % 2 ? split(index) : `site-${index}`)))),
  )
}

function everyState(): TestRule {
  return geolocation(
    ...US_STATES.map(({ code }) => at({ Country: 'US', Subdivision: code }, to(`state-${code}`))),
  )
}

function latencyOverFailover(): TestRule {
  const codes = ['us-east-1', 'eu-west-1', 'ap-northeast-1', 'sa-east-1', 'cn-north-1']
  return latency(
    ...codes.map((code, index) => {
      const mark = index % 2 ? failing : passing
      const pair = failover(mark(`${code}-a`), index === 3 ? failing(`${code}-b`) : passing(`${code}-b`))
      return [code, evaluating(pair)] as const
    }),
  )
}

const MANY = Array.from({ length: 10 }, (_, index) => passing(`answer-${index}`))

function caseOf(title: string, start: TestRule, negativeBias: World['negativeBias'] = 'guide'): CoverageCase {
  const policy = policyOf(start)
  return { title, policy, world: worldOf({ unhealthy: failingChecks(policy), negativeBias }) }
}

export const COVERAGE_CASES: readonly CoverageCase[] = [
  caseOf(
    'geoproximity with 5 locations',
    near(5, 60, (index) => `site-${index}`),
  ),
  caseOf(
    'geoproximity with 20 locations',
    near(20, 60, (index) => `site-${index}`),
  ),
  caseOf(
    'geoproximity with 20 locations by the formula of the map',
    near(20, 95, (index) => `site-${index}`),
    'map',
  ),
  caseOf(
    'geoproximity with 30 locations',
    near(30, 60, (index) => `site-${index}`),
  ),
  caseOf(
    'geoproximity with 30 locations without bias',
    near(30, 0, (index) => `site-${index}`),
  ),
  caseOf('geolocation over geoproximity over weighted', nested(20)),
  caseOf('every US state', everyState()),
  caseOf('latency over failover with endpoints down', latencyOverFailover()),
  caseOf(
    'two geoproximity rules blended by weight',
    weighted([7, to(near(8, 50, (i) => `a-${i}`))], [3, to(near(6, 40, (i) => `b-${i}`))]),
  ),
  caseOf(
    'a multivalue answer below geoproximity',
    near(6, 30, (i) => (i % 3 ? `site-${i}` : multivalue(...MANY))),
  ),
  caseOf(
    'geoproximity below geoproximity, leading to shared endpoints',
    near(4, 50, (i) => (i % 2 ? near(5, 70, (j) => `shared-${j % 3}`) : `shared-${i}`)),
  ),
  caseOf('two locations in one town', geoproximity([[50, 8], 0, to('a')], [[50.05, 8.05], 0, to('b')])),
]
