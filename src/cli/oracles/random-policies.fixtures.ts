import { type Random, sample } from '../../engine/random'
import { REGIONS } from '../../geo/regions'
import { ALL_UP, type World } from '../../model/world'
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
  to,
  weighted,
} from '../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../scenario/scenario'
import { PLACES } from './places.fixtures'

const ENDPOINTS = Array.from({ length: 12 }, (_, index) => `e${(index + 1).toString()}`)
const CODES = REGIONS.map(({ code }) => code)

/** What a random policy may hold besides what every name server can say. */
export interface Range {
  readonly bias: boolean
  readonly weightedRules: boolean
  readonly ruleChecks: boolean
  readonly latencies: boolean
  readonly manyValues: boolean
}

/** A policy of up to three levels in a world in which some checks fail; the same for the same source. */
export function randomScenario(random: Random, range: Range, name: string): Scenario {
  const builder = treeBuilder(random, range)
  const policy = policyOf(builder(Math.floor(random() * 4)))
  return {
    ...scenarioOf(policy, name),
    record: { name: `www.${name}.test`, hostedZone: `${name}.test`, ttl: 60 },
    world: randomWorld(random, range, policy),
  }
}

function randomWorld(random: Random, range: Range, policy: Policy): World {
  const part = pick(random, [0, 0.3, 0.6, 1])
  const ids = new Set(
    [...policy.rules.values()].flatMap(({ branches }) =>
      branches.flatMap(({ healthCheck }) => (typeof healthCheck === 'string' ? [healthCheck] : [])),
    ),
  )
  return {
    ...ALL_UP,
    checks: new Map([...ids].filter(() => random() < part).map((id) => [id, 'unhealthy'])),
    negativeBias: pick(random, ['guide', 'map']),
    latencies: range.latencies
      ? sample(CODES, 3, random).map((region) => ({
          country: pick(random, [null, 'DE', 'US', 'CN']),
          region,
          milliseconds: Math.floor(random() * 200),
        }))
      : [],
  }
}

function pick<T>(random: Random, options: readonly T[]): T {
  const [chosen] = sample(options, 1, random)
  if (chosen === undefined) throw new Error('there is nothing to choose from')
  return chosen
}

function treeBuilder(random: Random, range: Range): (depth: number) => string | TestRule {
  const made: TestRule[] = []

  function build(depth: number): string | TestRule {
    if (depth === 0 && random() < 0.4) return pick(random, ENDPOINTS)
    // Some rules stand at the end of several branches.
    if (depth === 0 && made.length > 0 && random() < 0.2) return pick(random, made)
    const rule = ruleOf(depth)
    if (depth === 0) made.push(rule)
    return rule
  }

  function branch(leadsTo: string | TestRule, keys: Readonly<Record<string, unknown>> = {}): TestBranch {
    const isRule = typeof leadsTo !== 'string'
    const check = random() < (isRule ? (range.ruleChecks ? 0.3 : 0) : 0.7)
    return to(leadsTo, {
      ...keys,
      ...(check ? { HealthCheck: `check-${Math.floor(random() * 8).toString()}` } : {}),
      ...(isRule && random() < 0.7 ? { EvaluateTargetHealth: true } : {}),
    })
  }

  function ruleOf(depth: number): TestRule {
    const kinds = depth === 0 ? ['weighted', 'multivalue'] : KINDS
    const below = () => build(depth - 1)
    const regions = sample(CODES, 2 + Math.floor(random() * 4), random)
    switch (pick(random, kinds)) {
      case 'multivalue':
        return multivalue(...some(range.manyValues ? 11 : 4).map((id) => branch(id)))
      case 'failover':
        return failover(branch(below()), branch(below()))
      case 'geo':
        return geolocation(...places().map((keys) => branch(below(), keys)))
      case 'latency':
        return latency(...regions.map((region) => [region, branch(below())] as const))
      case 'geoproximity':
        return geoproximity(
          ...regions.map((region) => {
            const bias = range.bias ? pick(random, [0, 30, -40, 75]) : 0
            return [region, bias, branch(below())] as const
          }),
        )
      default:
        return weighted(
          ...some(4).map((id) => {
            const leadsTo = range.weightedRules && depth > 0 && random() < 0.5 ? below() : id
            return [pick(random, [0, 1, 1, 2, 3, 5]), branch(leadsTo)] as const
          }),
        )
    }
  }

  /** Two endpoints or more, no two alike. */
  function some(most: number): readonly string[] {
    return sample(ENDPOINTS, 2 + Math.floor(random() * (most - 1)), random)
  }

  function places(): readonly Readonly<Record<string, string>>[] {
    const all: readonly Readonly<Record<string, string>>[] = [
      ...['EU', 'NA', 'AS', 'AF', 'OC'].map((code) => ({ Continent: code })),
      ...PLACES.map(({ country }) => ({ Country: country ?? '' })),
      { Country: 'US', Subdivision: 'CA' },
      { Country: 'US', Subdivision: 'VA' },
    ]
    const chosen = sample(all, 1 + Math.floor(random() * 5), random)
    const unique = chosen.filter(
      (keys, index) => chosen.findIndex((each) => JSON.stringify(each) === JSON.stringify(keys)) === index,
    )
    return random() < 0.7 ? [...unique, { Country: '*' }] : unique
  }

  return build
}

const KINDS = ['weighted', 'multivalue', 'failover', 'geo', 'geo', 'latency', 'geoproximity']
