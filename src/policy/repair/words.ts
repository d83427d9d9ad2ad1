import { typesOfName } from '../../model/dns/aws-names'
import { parseIpv4, parseIpv6 } from '../../model/dns/ip-address'
import { isRecordType } from '../../model/dns/record-types'
import { ENDPOINT_TYPES, type EndpointType, isEndpointType } from '../../model/endpoint'
import { isPlaceholder } from '../../model/field'
import { isJsonArray, isJsonObject, type JsonObject, jsonKind, present } from '../../model/json'
import { quote } from '../../model/problem-kind'
import { RULE_TYPES, RULES } from '../../rules'
import { FORMAT_VERSIONS } from '../policy'
import type { Repair } from './repair'
import { bare, keysOf, type MemberSight, type RuleSight, type Sight } from './sight'

/** Rule types, endpoint types, version and record type: words of which the format has a few. */
export function repairWords(sight: Sight): readonly Repair[] {
  return [
    ...repairVersion(sight),
    ...repairRecordType(sight),
    ...sight.rules.flatMap(repairRuleType),
    ...sight.endpoints.flatMap(repairEndpointType),
  ]
}

const RULE_WORDS: Readonly<Record<string, string>> = {
  geolocation: 'geo',
  georouting: 'geo',
  geographic: 'geo',
  multivalueanswer: 'multivalue',
  multianswer: 'multivalue',
  weight: 'weighted',
  weightedroundrobin: 'weighted',
  latencybased: 'latency',
  region: 'latency',
  geoprox: 'geoproximity',
  geography: 'geo',
  geographical: 'geo',
  country: 'geo',
  proximity: 'geoproximity',
  percentage: 'weighted',
  canary: 'weighted',
  activepassive: 'failover',
  activestandby: 'failover',
  primarysecondary: 'failover',
  primarybackup: 'failover',
}
const DOCUMENT_TYPES = RULE_TYPES.map((type) => RULES[type].documentType)

/** The rule type that a word means, as documents spell it. */
export function documentTypeOf(word: string): string | undefined {
  const plain = bare(word).replace(/(rule|routing|policy)$/, '')
  return (
    DOCUMENT_TYPES.find((each) => each === plain) ??
    (Object.hasOwn(RULE_WORDS, plain) ? RULE_WORDS[plain] : undefined)
  )
}

function repairRuleType({ member, path, type }: RuleSight): readonly Repair[] {
  if (type !== null) return []
  const found = present(member, 'RuleType')
  if (found === undefined) return typeFromList(member, path)
  if (typeof found !== 'string') return []
  const meant =
    documentTypeOf(found) ?? (keysOf('failover').every((key) => member.has(key)) ? 'failover' : undefined)
  if (meant === undefined) return []
  const at = [...path, 'RuleType']
  return [
    {
      code: 'repair/rule-type',
      title: `Write the rule type ${quote(found)} as ${meant}`,
      path: at,
      safe: true,
      mends: ['document/rule-type'],
      edits: [{ op: 'set', path: at, value: meant }],
    },
  ]
}

/** A rule without a type whose list belongs to one type, or whose items have weights. */
function typeFromList(member: JsonObject, path: MemberSight['path']): readonly Repair[] {
  const keys = [...member.keys()]
  const fits = RULE_TYPES.filter((type) => keysOf(type).some((key) => keys.includes(key)))
  const items = member.get('Items')
  const weighs = isJsonArray(items) && items.some((item) => isJsonObject(item) && item.has('Weight'))
  const [only] = fits.length > 1 ? fits.filter((type) => type === (weighs ? 'weighted' : 'multivalue')) : fits
  if (only === undefined || keys.includes('Type')) return []
  const { documentType } = RULES[only]
  return [
    {
      code: 'repair/rule-type',
      title: `Add RuleType ${documentType}, which is the type with ${keysOf(only).join(' and ')}`,
      path,
      safe: fits.length === 1 || weighs,
      mends: ['document/rule-type'],
      edits: [{ op: 'set', path: [...path, 'RuleType'], value: documentType }],
    },
  ]
}

const ENDPOINT_WORDS: Readonly<Record<string, EndpointType>> = {
  elb: 'elastic-load-balancer',
  clb: 'elastic-load-balancer',
  classicloadbalancer: 'elastic-load-balancer',
  loadbalancer: 'elastic-load-balancer',
  alb: 'application-load-balancer',
  nlb: 'network-load-balancer',
  cloudfrontdistribution: 'cloudfront',
  cdn: 'cloudfront',
  s3: 's3-website',
  s3bucket: 's3-website',
  s3websiteendpoint: 's3-website',
  bucket: 's3-website',
  beanstalk: 'elastic-beanstalk',
  elasticbeanstalkenvironment: 'elastic-beanstalk',
  ip: 'value',
  ipv4: 'value',
  ipv6: 'value',
  ipaddress: 'value',
  address: 'value',
  values: 'value',
  a: 'value',
  aaaa: 'value',
  cname: 'value',
  dns: 'value',
  domain: 'value',
  hostname: 'value',
}

function repairEndpointType({ member, path, id }: MemberSight): readonly Repair[] {
  const found = present(member, 'Type')
  const value = member.get('Value')
  const text = typeof value === 'string' ? value : ''
  if (isEndpointType(found) || (found !== undefined && (typeof found !== 'string' || isPlaceholder(found))))
    return []
  const meant = typeof found === 'string' ? typeOfWord(found, text) : typeOfValue(text)
  if (meant === undefined) return []
  const at = [...path, 'Type']
  return [
    {
      code: 'repair/endpoint-type',
      title:
        typeof found === 'string'
          ? `Write the type ${quote(found)} of endpoint ${quote(id)} as ${meant}`
          : `Give endpoint ${quote(id)} the type ${meant}, which fits its value`,
      path: found === undefined ? path : at,
      safe: true,
      mends: ['endpoint/type-unknown', 'endpoint/type-missing'],
      edits: [{ op: 'set', path: at, value: meant }],
    },
  ]
}

/** What a word means; among load balancers a name of the one shape that differs decides. */
function typeOfWord(word: string, value: string): EndpointType | undefined {
  const plain = bare(word)
  const same = ENDPOINT_TYPES.find((each) => bare(each) === plain)
  const meant = same ?? (Object.hasOwn(ENDPOINT_WORDS, plain) ? ENDPOINT_WORDS[plain] : undefined)
  const generic = plain === 'elb' || plain === 'loadbalancer'
  const named = typesOfName(value)
  return generic && named.length === 1 ? named[0] : meant
}

function typeOfValue(value: string): EndpointType | undefined {
  if (parseIpv4(value) || parseIpv6(value)) return 'value'
  const named = typesOfName(value)
  return named.length === 1 ? named[0] : undefined
}

/** Two versions: what names locations in an object is the newer, and everything else fits both. */
function repairVersion({ document, rules }: Sight): readonly Repair[] {
  const found = present(document, 'AWSPolicyFormatVersion')
  if (FORMAT_VERSIONS.some((version) => version === found) || isPlaceholder(found)) return []
  if (found !== undefined && typeof found !== 'string' && jsonKind(found) !== 'a number') return []
  const nested = rules.some(({ branches }) =>
    branches.some(({ branch }) => isJsonObject(branch.get('Location'))),
  )
  const version = nested ? '2023-05-09' : '2015-10-01'
  const path = ['AWSPolicyFormatVersion']
  return [
    {
      code: 'repair/version',
      title: `${found === undefined ? 'Add' : 'Make'} AWSPolicyFormatVersion ${version}, in which this document is written`,
      path: found === undefined ? [] : path,
      safe: true,
      mends: ['policy/version-missing', 'policy/version-unknown', 'document/wrong-type'],
      edits: [{ op: 'set', path, value: version }],
    },
  ]
}

function repairRecordType({ document, endpoints }: Sight): readonly Repair[] {
  const found = present(document, 'RecordType')
  const path = ['RecordType']
  if (typeof found === 'string') {
    const upper = found.trim().toUpperCase()
    if (upper === found || !isRecordType(upper)) return []
    return [
      {
        code: 'repair/record-type',
        title: `Write the record type ${quote(found)} as ${upper}`,
        path,
        safe: true,
        mends: ['policy/record-type-unknown'],
        edits: [{ op: 'set', path, value: upper }],
      },
    ]
  }
  const values = endpoints.flatMap(({ member }) =>
    member.get('Type') === 'value' ? [member.get('Value')] : [],
  )
  const all = (parse: (text: string) => unknown) =>
    values.length > 0 && values.every((value) => typeof value === 'string' && parse(value))
  const aliases =
    endpoints.length > values.length && endpoints.every(({ member }) => isEndpointType(member.get('Type')))
  const plain = all(parseIpv4) ? 'A' : all(parseIpv6) ? 'AAAA' : null
  const type = plain ?? (aliases && values.length === 0 ? 'A' : null)
  const open = type === null && values.every((value) => value === undefined || isPlaceholder(value))
  if (found !== undefined || (type === null && !open)) return []
  const why =
    plain !== null
      ? 'which the values of all endpoints have'
      : open
        ? 'which most policies have'
        : 'which AWS resources answer (or AAAA)'
  return [
    {
      code: 'repair/record-type',
      title: `Add RecordType ${type ?? 'A'}, ${why}`,
      path: [],
      safe: plain !== null && values.length === endpoints.length,
      mends: ['policy/record-type-missing'],
      edits: [{ op: 'set', path, value: type ?? 'A' }],
    },
  ]
}
