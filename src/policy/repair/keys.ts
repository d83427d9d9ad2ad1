import type { JsonObject } from '../../model/json'
import { isJsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { RULE_TYPES, RULES } from '../../rules'
import type { Repair } from './repair'
import { bare, keysOf, type Sight } from './sight'

const TOP = ['AWSPolicyFormatVersion', 'RecordType', 'StartRule', 'StartEndpoint', 'Endpoints', 'Rules']
const ENDPOINT = ['Type', 'Value', 'Region']
/** Every key under which a rule of some type keeps its branches. */
export const LIST_KEYS = [...new Set(RULE_TYPES.flatMap(keysOf))]
const SHARED = ['EndpointReference', 'RuleReference', 'EvaluateTargetHealth', 'HealthCheck']
const LOCATION = ['Type', 'LocationName', 'Latitude', 'Longitude']

/** Other words for a key, by how they are spelled without capitals and signs. */
type Aliases = Readonly<Record<string, string>>
const TOP_ALIASES: Aliases = {
  version: 'AWSPolicyFormatVersion',
  formatversion: 'AWSPolicyFormatVersion',
  policyformatversion: 'AWSPolicyFormatVersion',
  type: 'RecordType',
  dnstype: 'RecordType',
  rule: 'Rules',
  endpoint: 'Endpoints',
}
const ENDPOINT_ALIASES: Aliases = {
  endpointtype: 'Type',
  dnsname: 'Value',
  address: 'Value',
  ipaddress: 'Value',
  ip: 'Value',
  values: 'Value',
  hostname: 'Value',
  domainname: 'Value',
}
const RULE_ALIASES: Aliases = {
  type: 'RuleType',
  ruletype: 'RuleType',
  routingpolicy: 'RuleType',
  routingtype: 'RuleType',
  primaryendpoint: 'Primary',
  primaryendpointreference: 'Primary',
  primaryreference: 'Primary',
  secondaryendpoint: 'Secondary',
  secondaryendpointreference: 'Secondary',
  secondaryreference: 'Secondary',
}
const BRANCH_ALIASES: Aliases = {
  endpoint: 'EndpointReference',
  endpointid: 'EndpointReference',
  endpointref: 'EndpointReference',
  endpointname: 'EndpointReference',
  target: 'EndpointReference',
  destination: 'EndpointReference',
  rule: 'RuleReference',
  ruleid: 'RuleReference',
  ruleref: 'RuleReference',
  rulename: 'RuleReference',
  nextrule: 'RuleReference',
  healthcheckid: 'HealthCheck',
  continentcode: 'Continent',
  countrycode: 'Country',
  subdivisioncode: 'Subdivision',
  geodefault: 'IsDefault',
  default: 'IsDefault',
  awsregion: 'Region',
  lat: 'Latitude',
  lon: 'Longitude',
  lng: 'Longitude',
  long: 'Longitude',
}

/** Keys that are spelled otherwise: in other capitals, with underscores, or in another API’s word. */
export function repairKeys({ document, endpoints, rules }: Sight): readonly Repair[] {
  return [
    ...renames(document, [], TOP, TOP_ALIASES),
    ...endpoints.flatMap(({ member, path }) => renames(member, path, ENDPOINT, ENDPOINT_ALIASES)),
    ...rules.flatMap(({ member, path, type, branches }) => [
      ...renames(member, path, ['RuleType', ...LIST_KEYS], RULE_ALIASES),
      ...branches.flatMap((each) => {
        const own = type === null ? [] : Object.keys(RULES[type].settings)
        const nested = type === 'geoproximity' ? each.branch.get('Location') : undefined
        return [
          ...renames(each.branch, each.path, [...SHARED, ...own], BRANCH_ALIASES),
          ...(isJsonObject(nested) ? renames(nested, [...each.path, 'Location'], LOCATION, {}) : []),
        ]
      }),
    ]),
  ]
}

function renames(
  object: JsonObject,
  path: JsonPath,
  known: readonly string[],
  aliases: Aliases,
): readonly Repair[] {
  const taken = new Set(object.keys())
  return [...object].flatMap(([key, value]): Repair[] => {
    if (known.includes(key) || value === null) return []
    const plain = bare(key)
    const meant =
      known.find((each) => bare(each) === plain) ??
      (Object.hasOwn(aliases, plain) ? aliases[plain] : undefined)
    if (meant === undefined || !known.includes(meant) || taken.has(meant)) return []
    // What is no name of something becomes one first.
    if (meant.endsWith('Reference') && isJsonObject(value)) return []
    taken.add(meant)
    return [
      {
        code: 'repair/key',
        title: `Rename the key ${quote(key)} to ${meant}`,
        path: [...path, key],
        safe: true,
        mends: ['document/unknown-key', 'import/misspelled-key'],
        edits: [{ op: 'rename', path: [...path, key], key: meant }],
      },
    ]
  })
}
