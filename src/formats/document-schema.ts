import { RECORD_TYPES } from '../model/dns/record-types'
import { ENDPOINT_TYPES } from '../model/endpoint'
import { inSentence } from '../model/in-sentence'
import { type JsonSchema, oneOfWords, someText } from '../model/json-schema'
import { FORMAT_VERSIONS } from '../policy/policy'
import { RULE_TYPES, RULES, type RuleType } from '../rules'
import type { RuleForm } from '../rules/definition'
import { type DocumentKeys, SHARED_DOCUMENT_KEYS } from '../rules/document-keys'

/** The rule types that AWS's document has. */
const IN_TRAFFIC_FLOW = RULE_TYPES.filter((type) => RULES[type].inTrafficFlow)

/** Names the published schema wherever a copy of it lies. */
const PUBLISHED_ID = 'urn:catchment:traffic-policy-document'

const { EndpointReference, RuleReference, EvaluateTargetHealth, HealthCheck } = SHARED_DOCUMENT_KEYS

/**
 * The JSON Schema (draft 2020-12) of AWS's traffic policy document, made of the definitions that everything else uses.
 * It says what a single document can: references, values by record type and cycles are for the checks to judge. The
 * published one is of AWS's own rule types; with more types it is of the document that Catchment edits.
 */
export function documentSchema(types: readonly RuleType[] = IN_TRAFFIC_FLOW): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    // What has more types is another schema, and is not published.
    ...(types === IN_TRAFFIC_FLOW ? { $id: PUBLISHED_ID } : {}),
    title: 'Traffic policy document of Amazon Route 53',
    description:
      'DNS answers by rules and endpoints; the policy’s name, DNS name and TTL are not part of it. ' +
      'IP-based rules (cidr), which Catchment adds in the same form, are left out: AWS refuses a document with one.',
    type: 'object',
    properties: {
      AWSPolicyFormatVersion: oneOfWords('Version of the format; the newer one knows Local Zones', [
        ...FORMAT_VERSIONS,
      ]),
      RecordType: oneOfWords('DNS type of every record that the policy makes', Object.keys(RECORD_TYPES)),
      StartRule: someText('Id of the rule in Rules that every query comes to first'),
      StartEndpoint: someText('Id of the one endpoint in Endpoints, where there is no rule'),
      Endpoints: {
        type: 'object',
        description: 'Destinations by id',
        additionalProperties: { $ref: '#/$defs/endpoint' },
      },
      Rules: {
        type: 'object',
        description: 'Rules by id',
        additionalProperties: { $ref: '#/$defs/rule' },
      },
    },
    required: ['AWSPolicyFormatVersion', 'RecordType', 'Endpoints'],
    oneOf: [{ required: ['StartRule', 'Rules'] }, { required: ['StartEndpoint'] }],
    additionalProperties: false,
    $defs: {
      endpoint: ENDPOINT,
      rule: {
        oneOf: types.map((type) => ({ $ref: `#/$defs/${RULES[type].documentType}` })),
      },
      ...Object.fromEntries(
        types.map((type) => [RULES[type].documentType, ruleSchema(RULES[type])] as const),
      ),
    },
  }
}

const ENDPOINT: JsonSchema = {
  title: 'Endpoint',
  type: 'object',
  properties: {
    Type: oneOfWords('A plain value, or the kind of AWS resource that an alias leads to', [
      ...ENDPOINT_TYPES,
    ]),
    Value: someText(
      'The value of the record, or the DNS name of the AWS resource',
      ...Object.values(RECORD_TYPES)
        .map(({ example }) => example)
        .slice(0, 3),
    ),
    Region: someText('Code of the bucket’s Region, for s3-website', 'eu-central-1'),
  },
  required: ['Type', 'Value'],
  additionalProperties: false,
}

interface RuleFacts {
  readonly documentType: string
  readonly title: string
  readonly summary: string
  readonly form: RuleForm
  readonly ruleKeys: DocumentKeys
  readonly documentKeys: DocumentKeys
  readonly requiredKeys?: readonly string[]
  readonly keyRules?: DocumentKeys
  readonly endpointsOnly: boolean
}

function ruleSchema(facts: RuleFacts): JsonSchema {
  const { documentType, title, summary, form, ruleKeys } = facts
  const branch = branchSchema(facts)
  const branches: Readonly<Record<string, JsonSchema>> =
    form.kind === 'list'
      ? { [form.key]: { type: 'array', minItems: 1, items: branch, description: 'The branches of the rule' } }
      : Object.fromEntries(form.keys.map((key) => [key, { ...branch, title: key }]))
  return {
    title,
    description: summary,
    type: 'object',
    properties: { RuleType: { const: documentType, description: summary }, ...ruleKeys, ...branches },
    required: ['RuleType', ...Object.keys(branches)],
    additionalProperties: false,
  }
}

function branchSchema({
  documentKeys,
  requiredKeys = [],
  keyRules,
  endpointsOnly,
  title,
}: RuleFacts): JsonSchema {
  const shared: DocumentKeys = endpointsOnly
    ? { EndpointReference, HealthCheck }
    : { EndpointReference, RuleReference, EvaluateTargetHealth, HealthCheck }
  return {
    title: `Branch: ${inSentence(title)}`,
    type: 'object',
    properties: { ...shared, ...documentKeys },
    required: [...(endpointsOnly ? ['EndpointReference'] : []), ...requiredKeys],
    ...(endpointsOnly
      ? {}
      : { oneOf: [{ required: ['EndpointReference'] }, { required: ['RuleReference'] }] }),
    ...(keyRules ? { dependentSchemas: keyRules } : {}),
    additionalProperties: false,
  }
}
