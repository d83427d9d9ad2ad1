import type { EndpointType } from '../../model/endpoint'
import { toJson } from '../../model/json'
import { deepFreeze } from '../../model/testing/deep-freeze'
import { decodePolicy } from '../document'
import type { FormatVersion, Policy } from '../policy'

/** A rule of a test policy. Used in two places, it is one shared rule. */
export interface TestRule {
  /** `RuleType` of the document. */
  readonly type: string
  readonly branches: readonly TestBranch[]
}

/** A branch of a test policy: an endpoint by id or a rule, and the branch's other keys in the document. */
export interface TestBranch {
  readonly leadsTo: string | TestRule
  readonly keys: Readonly<Record<string, unknown>>
}

/** A branch to an endpoint, by id, or to a rule. `keys` are the document's own: `{ Weight: '3' }`. */
export function to(leadsTo: string | TestRule, keys: Readonly<Record<string, unknown>> = {}): TestBranch {
  return { leadsTo, keys }
}

/** The same branch with further keys. */
export function withKeys(branch: TestBranch, keys: Readonly<Record<string, unknown>>): TestBranch {
  return { ...branch, keys: { ...branch.keys, ...keys } }
}

export function failover(primary: TestBranch, secondary: TestBranch): TestRule {
  return { type: 'failover', branches: [primary, secondary] }
}

/** Weighted, each branch with its weight. */
export function weighted(...items: readonly (readonly [weight: number, TestBranch])[]): TestRule {
  return {
    type: 'weighted',
    branches: items.map(([weight, branch]) => withKeys(branch, { Weight: String(weight) })),
  }
}

/** Geolocation, each branch with its place: `EU`-like continents as `{ Continent: 'EU' }`, and so on. */
export function geolocation(...branches: readonly TestBranch[]): TestRule {
  return { type: 'geo', branches }
}

/** Latency, each branch with its Region. */
export function latency(...items: readonly (readonly [region: string, TestBranch])[]): TestRule {
  return { type: 'latency', branches: items.map(([region, branch]) => withKeys(branch, { Region: region })) }
}

/** Where a geoproximity branch stands: a Region by code, or latitude and longitude in degrees. */
export type TestSite = string | readonly [latitude: number, longitude: number]

/** Geoproximity in the newest format, each branch with its site and bias. */
export function geoproximity(
  ...items: readonly (readonly [site: TestSite, bias: number, TestBranch])[]
): TestRule {
  return {
    type: 'geoproximity',
    branches: items.map(([site, bias, branch]) =>
      withKeys(branch, { Location: locationOf(site), Bias: String(bias) }),
    ),
  }
}

/** IP-based, each branch with its location's name and blocks; `*` without blocks is the default. */
export function cidr(
  ...items: readonly (readonly [name: string, blocks: readonly string[], TestBranch])[]
): TestRule {
  return {
    type: 'cidr',
    branches: items.map(([name, blocks, branch]) =>
      withKeys(branch, { LocationName: name, ...(name === '*' ? {} : { CidrList: blocks }) }),
    ),
  }
}

export function multivalue(...branches: readonly TestBranch[]): TestRule {
  return { type: 'multivalue', branches }
}

function locationOf(site: TestSite): unknown {
  if (typeof site === 'string') return { Type: 'Region', LocationName: `aws:route53:${site}` }
  const [latitude, longitude] = site
  return { Type: 'Coordinate', Latitude: String(latitude), Longitude: String(longitude) }
}

/** What a test policy may say besides its start; endpoints are of type `value` unless named here. */
export interface TestPolicyOptions {
  readonly recordType?: string
  readonly formatVersion?: FormatVersion
  readonly endpointTypes?: Readonly<Record<string, EndpointType>>
}

const LIST_KEYS: Readonly<Record<string, string>> = {
  cidr: 'CidrLocations',
  geo: 'Locations',
  geoproximity: 'GeoproximityLocations',
  latency: 'Regions',
  multivalue: 'Items',
  weighted: 'Items',
}

/** The document of a test policy as a plain object: rules are named by their type and number. */
export function documentOf(
  start: string | TestRule,
  { recordType = 'A', formatVersion = '2023-05-09', endpointTypes = {} }: TestPolicyOptions = {},
) {
  const endpoints: Record<string, unknown> = {}
  const rules: Record<string, unknown> = {}
  const names = new Map<TestRule, string>()

  function endpoint(id: string): void {
    const type = endpointTypes[id] ?? 'value'
    const value = type === 'value' ? `192.0.2.${Object.keys(endpoints).length + 1}` : `${id}.example.com`
    endpoints[id] ??= { Type: type, Value: value }
  }

  function reference(leadsTo: string | TestRule): Record<string, string> {
    if (typeof leadsTo !== 'string') return { RuleReference: rule(leadsTo) }
    endpoint(leadsTo)
    return { EndpointReference: leadsTo }
  }

  function rule(node: TestRule): string {
    const known = names.get(node)
    if (known !== undefined) return known
    const name = `${node.type}-${names.size + 1}`
    names.set(node, name)
    // Set before its branches, so that the document lists parents first.
    rules[name] = {}
    const branches = node.branches.map(({ leadsTo, keys }) => ({ ...reference(leadsTo), ...keys }))
    const list = LIST_KEYS[node.type]
    rules[name] = list
      ? { RuleType: node.type, [list]: branches }
      : { RuleType: node.type, Primary: branches[0], Secondary: branches[1] }
    return name
  }

  const key =
    typeof start === 'string' ? (endpoint(start), { StartEndpoint: start }) : { StartRule: rule(start) }
  return {
    AWSPolicyFormatVersion: formatVersion,
    RecordType: recordType,
    ...key,
    Endpoints: endpoints,
    Rules: rules,
  }
}

/** A frozen policy that went through its document, as an imported one does. */
export function policyOf(start: string | TestRule, options: TestPolicyOptions = {}): Policy {
  return policyFrom(documentOf(start, options))
}

/** The frozen policy of a document given as a plain object; the document must be one that opens. */
export function policyFrom(document: unknown): Policy {
  const result = decodePolicy(toJson(document), null)
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'))
  return deepFreeze(result.value)
}
