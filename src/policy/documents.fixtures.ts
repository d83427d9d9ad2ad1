import * as fc from 'fast-check'
import { type Json, type JsonObject, jsonObject, toJson } from '../model/json'
import { decodePolicy } from './document'
import type { Policy } from './policy'

/** The policy of a document written as a literal. */
export function policyOf(document: unknown): Policy {
  const result = decodePolicy(toJson(document), null)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
}

/** Ids that trip up code which keeps them as property names, beside ordinary ones. */
const HARD_IDS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '1',
  '2',
  '0',
  'é “x”',
  ' ',
  '\ud800',
]

const anId = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z][a-z0-9_-]{0,11}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...HARD_IDS) },
)
const aUuid = fc.uuid()
const aRegion = fc.constantFrom('us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-northeast-1')
const number = (value: number): Json => ({ number: String(value) })
/** A number as AWS spells it or as the console does. */
const spelled = (min: number, max: number): fc.Arbitrary<Json> =>
  fc.integer({ min, max }).chain((value) => fc.constantFrom<Json>(String(value), number(value)))
const aFlag = fc.constantFrom<Json>(true, false, 'true', 'false')
const anyJson: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 2 }).map(toJson)

type Entries = readonly (readonly [string, fc.Arbitrary<Json>])[]

/** An object with every key or some of them, in some order. */
function object(required: Entries, optional: Entries = []): fc.Arbitrary<Json> {
  return fc
    .tuple(
      fc.tuple(...required.map(([key, value]) => fc.tuple(fc.constant(key), value))),
      fc.tuple(...optional.map(([key, value]) => fc.option(fc.tuple(fc.constant(key), value), { freq: 2 }))),
    )
    .chain(([always, sometimes]) => {
      const entries = [...always, ...sometimes.filter((entry) => entry !== null)]
      return fc.shuffledSubarray(entries, { minLength: entries.length })
    })
    .map((entries) => jsonObject(entries))
}

const BRANCH_KEYS: Readonly<Record<string, { list: string; keys: Entries }>> = {
  weighted: { list: 'Items', keys: [['Weight', spelled(0, 255)]] },
  latency: { list: 'Regions', keys: [['Region', aRegion]] },
  geo: { list: 'Locations', keys: [['Country', fc.constantFrom<Json>('FR', 'DE', 'US', 'JP', '*')]] },
  geoproximity: {
    list: 'GeoproximityLocations',
    keys: [
      ['Region', aRegion.map((region) => `aws:route53:${region}`)],
      ['Bias', spelled(-99, 99)],
    ],
  },
  multivalue: { list: 'Items', keys: [] },
  cidr: {
    list: 'CidrLocations',
    keys: [
      ['LocationName', fc.constantFrom<Json>('office', 'partner', '*')],
      ['CidrList', fc.subarray<Json>(['192.0.2.0/24', '198.51.0.0/16', '2001:db8::/32'])],
    ],
  },
}
const OPTIONAL_KEYS: Entries = [
  ['HealthCheck', aUuid],
  ['EvaluateTargetHealth', aFlag],
  ['_note', anyJson],
]

function aRule(type: string, targets: fc.Arbitrary<readonly [string, Json]>): fc.Arbitrary<Json> {
  const branch = (keys: Entries) =>
    targets.chain(([key, id]) => object([[key, fc.constant(id)], ...keys], OPTIONAL_KEYS))
  const own = BRANCH_KEYS[type]
  const ruleType: Entries = [['RuleType', fc.constant(type)]]
  if (!own) {
    return object([...ruleType, ['Primary', branch([])], ['Secondary', branch([])]])
  }
  return object([...ruleType, [own.list, fc.array(branch(own.keys), { maxLength: 5 })]])
}

/** Sound enough AWS documents: every rule type, shared rules and endpoints, unused ones, hard ids, unknown keys. */
export const aDocument: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.uniqueArray(anId, { minLength: 1, maxLength: 6 }),
    fc.uniqueArray(anId, { minLength: 1, maxLength: 6 }),
    fc.array(fc.constantFrom('failover', ...Object.keys(BRANCH_KEYS)), { minLength: 6, maxLength: 6 }),
  )
  .chain(([ruleIds, endpointIds, types]) => {
    const endpoints = fc.constantFrom(...endpointIds).map((id) => ['EndpointReference', id] as const)
    const rules = ruleIds.map((id, index): readonly [string, fc.Arbitrary<Json>] => {
      // Only towards later rules, so that there is no cycle.
      const later = ruleIds.slice(index + 1)
      const towards =
        later.length === 0
          ? endpoints
          : fc.oneof(
              endpoints,
              fc.constantFrom(...later).map((rule) => ['RuleReference', rule] as const),
            )
      return [id, aRule(types[index] ?? 'weighted', towards)]
    })
    const endpoint = object(
      [
        ['Type', fc.constant('value')],
        ['Value', fc.ipV4()],
      ],
      [['Region', aRegion]],
    )
    return object(
      [
        ['AWSPolicyFormatVersion', fc.constant('2015-10-01')],
        ['RecordType', fc.constant('A')],
        ['StartRule', fc.constant(ruleIds[0] ?? '')],
        ['Endpoints', object(endpointIds.map((id) => [id, endpoint]))],
        ['Rules', object(rules)],
      ],
      [['_usage', anyJson]],
    )
  })
  .map((json) => (json instanceof Map ? json : jsonObject([])))

/** The policies of such documents. */
export const aPolicy: fc.Arbitrary<Policy> = aDocument.map((document) => {
  const result = decodePolicy(document, null)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
})
