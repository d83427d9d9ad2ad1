import { isEndpointType } from '../../model/endpoint'
import { isPlaceholder } from '../../model/field'
import { isJsonArray, isJsonNumber, isJsonObject, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { degreesIn } from './degrees'
import { regionCodeOf } from './region-words'
import type { JsonEdit, Repair, RepairCode } from './repair'
import { keysOf, type RuleSight, type Sight } from './sight'
import { mixesParts } from './weights'

/** Values of the wrong kind that can mean one thing only, nulls, and what has no effect or no place. */
export function repairSpelling(sight: Sight): readonly Repair[] {
  const { document, endpoints, rules } = sight
  return [
    ...nulls(document, []),
    ...(['Endpoints', 'Rules'] as const).flatMap((key) => {
      const members = document.get(key)
      return isJsonObject(members) ? nulls(members, [key]) : []
    }),
    ...endpoints.flatMap(({ member, path, id }) => [
      ...nulls(member, path),
      ...value(member, path),
      ...texts(member, path, ['Value', 'Region']),
      ...needlessRegion(member, path, id),
      ...websiteRegion(member, path, id),
    ]),
    ...rules.flatMap((rule) => inRule(rule, document)),
  ]
}

function inRule({ member, path, type, branches }: RuleSight, document: JsonObject): readonly Repair[] {
  const numberKeys = type === 'weighted' && mixesParts(branches) ? ['Bias'] : NUMBERS
  return [
    ...nulls(member, path, type === null ? [] : keysOf(type)),
    ...branches.flatMap((each) => [
      ...nulls(each.branch, each.path),
      ...flags(each.branch, each.path),
      ...numbers(each.branch, each.path, numberKeys),
      ...(type === 'geoproximity' ? degreesIn(each.branch, each.path) : []),
      ...texts(each.branch, each.path, TEXT_KEYS),
      ...targetHealth(each.branch, each.path, document),
    ]),
  ]
}

function nulls(object: JsonObject, path: JsonPath, needed: readonly string[] = []): readonly Repair[] {
  return [...object].flatMap(([key, held]) => {
    if (held !== null || needed.includes(key)) return []
    const at = [...path, key]
    return [
      repair('repair/null', `Leave out ${quote(key)}, which is null`, at, 'document/null', [
        { op: 'remove', path: at },
      ]),
    ]
  })
}

const TRUE = /^\s*(true|yes|on|1)\s*$/i
const FALSE = /^\s*(false|no|off|0)\s*$/i

function flags(branch: JsonObject, path: JsonPath): readonly Repair[] {
  return ['EvaluateTargetHealth', 'IsDefault'].flatMap((key) => {
    const held = branch.get(key)
    const word = isJsonNumber(held) ? held.number : typeof held === 'string' ? held : ''
    if (word === '' || word === 'true' || word === 'false') return []
    const meant = TRUE.test(word) ? true : FALSE.test(word) ? false : null
    return meant === null ? [] : [setTo(key, path, word, meant)]
  })
}

const NUMBERS = ['Weight', 'Bias']

/** A percent sign, a space or a decimal of nothing around a whole number. */
function numbers(branch: JsonObject, path: JsonPath, keys: readonly string[]): readonly Repair[] {
  return keys.flatMap((key) => {
    const held = branch.get(key)
    const whole =
      typeof held === 'string'
        ? /^\s*([+-]?\d+)(\.0+)?\s*(?:%|percent|per cent|pct)\s*$/i.exec(held)?.[1]
        : undefined
    return typeof held === 'string' && whole !== undefined
      ? [setTo(key, path, held, whole.replace(/^\+/, ''))]
      : []
  })
}

const TEXT_KEYS = ['EndpointReference', 'RuleReference', 'HealthCheck']

/** A number where the document has a text. */
function texts(holder: JsonObject, path: JsonPath, keys: readonly string[]): readonly Repair[] {
  return keys.flatMap((key) => {
    const held = holder.get(key)
    return isJsonNumber(held)
      ? [setTo(key, path, held.number, held.number, `“${held.number}” in quotes`)]
      : []
  })
}

/** The name or address that a value is, without spaces, the parts of a URL, the length of a block of one address. */
function plainValue(held: string): string {
  return held
    .trim()
    .replace(/^https?:\/\/([^/:?#\s]+)\/?$/i, '$1')
    .replace(/^(\d+(?:\.\d+){3})\/32$/, '$1')
}

/** One value in a list of its own, or with something around it. */
function value(member: JsonObject, path: JsonPath): readonly Repair[] {
  const held = member.get('Value')
  if (typeof held === 'string') {
    const plain = plainValue(held)
    if (plain === held || plain === '' || !isEndpointType(member.get('Type'))) return []
    const mends = ['endpoint/value-format', 'endpoint/name-pattern']
    return [{ ...setTo('Value', path, held, plain), mends }]
  }
  if (!isJsonArray(held) || held.length !== 1) return []
  const [only] = held
  return typeof only === 'string' ? [setTo('Value', path, `["${only}"]`, only)] : []
}

function setTo(key: string, path: JsonPath, from: string, to: string | boolean, shown = String(to)): Repair {
  const at = [...path, key]
  return repair('repair/spelling', `Write ${key} ${quote(from)} as ${shown}`, at, 'document/wrong-type', [
    { op: 'set', path: at, value: to },
  ])
}

function needlessRegion(member: JsonObject, path: JsonPath, id: string): readonly Repair[] {
  const type = member.get('Type')
  const region = member.get('Region')
  if (!isEndpointType(type) || type === 's3-website' || typeof region !== 'string' || isPlaceholder(region))
    return []
  const at = [...path, 'Region']
  const title = `Remove Region of endpoint ${quote(id)}, which only s3-website needs`
  return [repair('repair/needless', title, at, 'endpoint/region-needless', [{ op: 'remove', path: at }])]
}

const WEBSITE = /\.s3-website[-.]([a-z0-9-]+)\.amazonaws\.com(\.cn)?\.?$/i

/** The Region of a website: by its code where it is spelled otherwise, or read from the host name of the bucket. */
function websiteRegion(member: JsonObject, path: JsonPath, id: string): readonly Repair[] {
  const region = member.get('Region')
  const value = member.get('Value')
  if (member.get('Type') !== 's3-website') return []
  const at = [...path, 'Region']
  if (typeof region === 'string' && region !== '') {
    const code = regionCodeOf(region)
    if (code === null || code === region) return []
    const title = `Write Region ${quote(region)} of endpoint ${quote(id)} as ${code}`
    return [
      repair('repair/region', title, at, 'endpoint/region-unknown', [{ op: 'set', path: at, value: code }]),
    ]
  }
  const named = regionCodeOf((typeof value === 'string' && WEBSITE.exec(value)?.[1]) || '')
  if (named === null || region !== undefined) return []
  const title = `Add Region ${named} to endpoint ${quote(id)}, which its value names`
  return [
    repair('repair/region', title, path, 'endpoint/region-missing', [{ op: 'set', path: at, value: named }]),
  ]
}

function targetHealth(branch: JsonObject, path: JsonPath, document: JsonObject): readonly Repair[] {
  const held = branch.get('EvaluateTargetHealth')
  const id = branch.get('EndpointReference')
  const endpoints = document.get('Endpoints')
  const endpoint = isJsonObject(endpoints) && typeof id === 'string' ? endpoints.get(id) : undefined
  if (!isJsonObject(endpoint) || endpoint.get('Type') !== 'cloudfront' || (held !== true && held !== 'true'))
    return []
  const at = [...path, 'EvaluateTargetHealth']
  const title = 'Write EvaluateTargetHealth as false: Route 53 cannot evaluate a CloudFront distribution'
  const off = typeof held === 'string' ? 'false' : false
  return [
    repair('repair/target-health', title, at, 'branch/cloudfront-target-health', [
      { op: 'set', path: at, value: off },
    ]),
  ]
}

function repair(
  code: RepairCode,
  title: string,
  path: JsonPath,
  problem: string,
  edits: readonly JsonEdit[],
): Repair {
  return { code, title, path, safe: true, mends: [problem], edits }
}
