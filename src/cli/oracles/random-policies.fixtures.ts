import { type Random, sample } from '../../engine/random'
import { REGIONS } from '../../geo/regions'
import { allowsMultivalue, type RecordType } from '../../model/dns/record-types'
import { ALL_UP, type World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import {
  cidr,
  documentOf,
  failover,
  geolocation,
  geoproximity,
  latency,
  multivalue,
  policyFrom,
  type TestBranch,
  type TestRule,
  to,
  weighted,
} from '../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../scenario/scenario'
import { BLOCKS, PLACES } from './places.fixtures'

const ENDPOINTS = Array.from({ length: 12 }, (_, index) => `e${(index + 1).toString()}`)
const CODES = REGIONS.map(({ code }) => code)

/** What a random policy may hold besides what every name server can say. */
export interface Range {
  readonly bias: boolean
  readonly weightedRules: boolean
  readonly ruleChecks: boolean
  readonly latencies: boolean
  readonly manyValues: boolean
  readonly recordType: RecordType
}

/** A policy of up to three levels in a world in which some checks fail; the same for the same source. */
export function randomScenario(random: Random, range: Range, name: string): Scenario {
  const builder = treeBuilder(random, range)
  const document = documentOf(builder(Math.floor(random() * 4)), { recordType: range.recordType })
  const policy = policyFrom(withValues(document, range.recordType))
  return {
    ...scenarioOf(policy, name),
    record: { name: `www.${name}.test`, hostedZone: `${name}.test`, ttl: 60 },
    world: randomWorld(random, range, policy),
  }
}

/** The scenario as it is, with each endpoint down by itself, and with all of them down. */
export function inEveryState(scenario: Scenario): readonly Scenario[] {
  const ids = [...scenario.policy.endpoints.keys()]
  const states = [...ids.map((id) => [id]), ids].map((down, index): Scenario => {
    const zone = `${scenario.name}-d${index.toString()}.test`
    return {
      ...scenario,
      record: { ...scenario.record, name: `www.${zone}`, hostedZone: zone },
      // Whatever else the drawn world has broken stays broken.
      world: { ...scenario.world, down: new Set(down) },
    }
  })
  return [scenario, ...states]
}

function withValues(document: ReturnType<typeof documentOf>, type: RecordType): unknown {
  const values = Object.keys(document.Endpoints).map((id, index): readonly [string, unknown] => [
    id,
    { Type: 'value', Value: VALUES[type](index + 1) },
  ])
  return { ...document, Endpoints: Object.fromEntries<unknown>(values) }
}

const digest = (number: number) => number.toString(16).padStart(64, '0')

/** Values of every type, spelled as an answer is read. */
const VALUES: Readonly<Record<RecordType, (number: number) => string>> = {
  A: (number) => `192.0.2.${number}`,
  AAAA: (number) => `2001:db8:53::${number}`,
  CNAME: (number) => `target-${number}.example.net`,
  MX: (number) => `${number} mail-${number}.example.net`,
  TXT: (number) => (number % 2 === 0 ? `"text of  ${number}; (here)"` : `"one ${number}" "and two"`),
  SRV: (number) => `10 ${number} 443 app-${number}.example.net`,
  CAA: (number) => `0 issue "ca-${number}.example.net"`,
  HTTPS: (number) => `${number} . alpn="h2,h3"`,
  SVCB: (number) => `${number} app-${number}.example.net port=8443`,
  NAPTR: (number) => `100 ${number} "S" "SIP+D2U" "" _sip._udp.example-${number}.net`,
  PTR: (number) => `host-${number}.example.net`,
  SPF: (number) => `"v=spf1 ip4:192.0.2.${number} -all"`,
  SSHFP: (number) => `4 2 ${digest(number)}`,
  TLSA: (number) => `3 1 1 ${digest(number)}`,
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
    const kinds = (depth === 0 ? ['weighted', 'multivalue'] : KINDS).filter(
      (kind) => kind !== 'multivalue' || allowsMultivalue(range.recordType),
    )
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
      case 'cidr':
        return cidr(
          ...sample(BLOCKS, 5, random).map((block, index) => {
            const blocks = random() < 0.4 ? [block, pick(random, BLOCKS)] : [block]
            return [`at-${index.toString()}`, blocks, branch(below())] as const
          }),
          ...(random() < 0.7 ? [['*', [], branch(below())] as const] : []),
        )
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

const KINDS = ['weighted', 'multivalue', 'failover', 'geo', 'geo', 'latency', 'geoproximity', 'cidr']
