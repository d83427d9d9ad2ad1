import { policyOf } from '../policy/documents.fixtures'
import { type Scenario, scenarioOf } from '../scenario/scenario'
import { pick, xorshift } from './mutations.fixtures'

/** Ways in which people spell one and the same policy of forty sites. */
export const SPELLINGS = {
  ids: ['what they are', 'by the console', 'numbered', 'by team', 'opaque'],
  rules: [
    'failover',
    'weighted',
    'geoproximity by region',
    'geoproximity by point',
    'geoproximity by exact point',
  ],
  values: [
    'documentation addresses',
    'addresses in a row',
    'any addresses',
    'classic balancers',
    'balancers',
    'distributions',
  ],
  checks: ['version 4', 'any'],
} as const

export interface Spelling {
  readonly ids: (typeof SPELLINGS.ids)[number]
  readonly rules: (typeof SPELLINGS.rules)[number]
  readonly values: (typeof SPELLINGS.values)[number]
  readonly checks: (typeof SPELLINGS.checks)[number]
}

export const ALL_SPELLINGS: readonly Spelling[] = SPELLINGS.ids.flatMap((ids) =>
  SPELLINGS.rules.flatMap((rules) =>
    SPELLINGS.values.flatMap((values) => SPELLINGS.checks.map((checks) => ({ ids, rules, values, checks }))),
  ),
)

const COUNTRIES =
  'AR AT AU BE BR CA CH CL CN CO CZ DE DK EG ES FI FR GB GR HK HU IE IL IN IT JP KE KR MX MY NG NL NO NZ PL PT RO SE SG ZA'
const REGIONS =
  'us-east-1 us-east-2 us-west-1 us-west-2 eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-north-1 ca-central-1 sa-east-1 ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 ap-south-1 af-south-1 me-south-1'
const SERVICES = 'web api app shop media login edge search mail video'
const NETS = ['192.0.2', '198.51.100', '203.0.113']

/**
 * Bits that what is drawn at random holds (countries, ids, values, settings, UUIDs), though one knew how it is drawn: no
 * link can do with fewer.
 */
export function leastBits({ ids, rules, values, checks }: Spelling): number {
  const bits = (choices: number) => Math.log2(choices)
  const bySite = 80
  const drawn = {
    ids: {
      'what they are': 0,
      'by the console': 121 * 4 * bits(26),
      numbered: 0,
      'by team': 40 * bits(180),
      opaque: 120 * 8 * bits(16),
    },
    values: {
      'documentation addresses': bySite * (8 + bits(3)),
      'addresses in a row': 0,
      'any addresses': bySite * (24 + bits(223)),
      'classic balancers': bySite * (10 * bits(10) + bits(180)),
      balancers: bySite * (9 * bits(10) + bits(180)),
      distributions: bySite * 13 * bits(36),
    },
    rules: {
      failover: 0,
      weighted: bySite * 8,
      'geoproximity by region': bySite * (bits(18) + bits(199)),
      'geoproximity by point': bySite * (bits(14_001) + bits(20_001) + bits(199)),
      // All that four decimals can say: that only one in seventy or so is drawn is a matter of these policies.
      'geoproximity by exact point': bySite * (bits(1_400_001) + bits(3_600_001) + bits(199)),
    },
    checks: { 'version 4': 40 * 122, any: 40 * 128 },
  }
  // Forty of 249 countries in alphabetical order.
  const countries = 154
  return countries + drawn.ids[ids] + drawn.values[values] + drawn.rules[rules] + drawn.checks[checks]
}

/** 41 rules, 80 endpoints and 40 health checks: a geolocation rule for forty countries, each with a rule for two sites. */
export function fortySites(spelling: Spelling, seed: number): Scenario {
  const random = xorshift(seed)
  const letters = (count: number, alphabet: string) =>
    Array.from({ length: count }, () => alphabet.charAt(random(alphabet.length))).join('')
  const word = () => letters(4, 'abcdefghijklmnopqrstuvwxyz')
  const type = spelling.rules.startsWith('geoproximity') ? 'geoproximity' : spelling.rules
  const sites = COUNTRIES.split(' ').map((country, index) => ({
    country,
    ids: idsOf(country.toLowerCase(), index),
  }))
  const start = spelling.ids === 'by the console' ? `geolocation-start-${word()}` : 'by-country'
  return scenarioOf(
    policyOf({
      AWSPolicyFormatVersion: type === 'geoproximity' ? '2023-05-09' : '2015-10-01',
      RecordType: 'A',
      StartRule: start,
      Endpoints: Object.fromEntries(
        sites.flatMap(({ ids: [, first, second] }, index) => [
          [first, endpoint(2 * index)],
          [second, endpoint(2 * index + 1)],
        ]),
      ),
      Rules: {
        [start]: {
          RuleType: 'geo',
          Locations: sites.map(({ country, ids: [rule] }) => ({ Country: country, RuleReference: rule })),
        },
        ...Object.fromEntries(sites.map(({ ids: [rule, first, second] }) => [rule, ruleOf(first, second)])),
      },
    }),
  )

  function idsOf(country: string, index: number): readonly [string, string, string] {
    switch (spelling.ids) {
      case 'what they are':
        return [`${country}-${type}`, `${country}-primary`, `${country}-secondary`]
      case 'by the console':
        return [`${type}-geolocation-${word()}`, `endpoint-${type}-${word()}`, `endpoint-${type}-${word()}`]
      case 'numbered':
        return [`rule${index}`, `endpoint${2 * index}`, `endpoint${2 * index + 1}`]
      case 'by team': {
        const team = `${pick(random, SERVICES.split(' '))}_${pick(random, REGIONS.split(' ')).replaceAll('-', '_')}`
        return [`${team}_${index}`, `${team}_blue_${index}`, `${team}_green_${index}`]
      }
      case 'opaque':
        return [`r-${hex(8)}`, `e-${hex(8)}`, `e-${hex(8)}`]
    }
  }

  function endpoint(index: number): object {
    const octet = () => random(256)
    switch (spelling.values) {
      case 'documentation addresses':
        return { Type: 'value', Value: `${pick(random, NETS)}.${octet()}` }
      case 'addresses in a row':
        return { Type: 'value', Value: `198.51.100.${10 + index}` }
      case 'any addresses':
        return { Type: 'value', Value: `${1 + random(223)}.${octet()}.${octet()}.${octet()}` }
      case 'classic balancers': {
        const number = letters(10, '0123456789')
        const name = `${pick(random, SERVICES.split(' '))}-${number}.${pick(random, REGIONS.split(' '))}`
        return { Type: 'elastic-load-balancer', Value: `${name}.elb.amazonaws.com` }
      }
      case 'balancers': {
        const name = `${pick(random, SERVICES.split(' '))}-prod-${letters(9, '0123456789')}`
        const zone = pick(random, REGIONS.split(' '))
        return { Type: 'application-load-balancer', Value: `dualstack.${name}.${zone}.elb.amazonaws.com` }
      }
      case 'distributions': {
        const name = letters(13, 'abcdefghijklmnopqrstuvwxyz0123456789')
        return { Type: 'cloudfront', Value: `d${name}.cloudfront.net` }
      }
    }
  }

  function ruleOf(first: string, second: string): object {
    const [one, two] = [{ EndpointReference: first, HealthCheck: uuid() }, { EndpointReference: second }]
    switch (spelling.rules) {
      case 'failover':
        return { RuleType: 'failover', Primary: one, Secondary: two }
      case 'weighted':
        return {
          RuleType: 'weighted',
          Items: [one, two].map((branch) => ({ ...branch, Weight: String(random(256)) })),
        }
      case 'geoproximity by region':
        return located(() => ({ Region: `aws:route53:${pick(random, REGIONS.split(' '))}` }))
      case 'geoproximity by point':
        return located(() => pointOf(2))
      case 'geoproximity by exact point':
        return located(() => pointOf(4))
    }

    function located(place: () => object): object {
      const branches = [one, two].map((branch) => ({ ...branch, ...place(), Bias: random(199) - 99 }))
      return { RuleType: 'geoproximity', GeoproximityLocations: branches }
    }
  }

  /** Coordinates with so many decimals. */
  function pointOf(decimals: number): object {
    const degrees = (most: number) => ((random(20_001) / 10_000 - 1) * most).toFixed(decimals)
    return { Latitude: degrees(70), Longitude: degrees(180) }
  }

  function hex(length: number): string {
    return letters(length, '0123456789abcdef')
  }

  function uuid(): string {
    const [third, fourth] =
      spelling.checks === 'any' ? [hex(4), hex(4)] : [`4${hex(3)}`, `${letters(1, '89ab')}${hex(3)}`]
    return [hex(8), hex(4), third, fourth, hex(12)].join('-')
  }
}
