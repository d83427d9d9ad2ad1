import { regionByCode } from '../geo/regions'
import { exampleNameOf, nameFits, typesOfName } from '../model/dns/aws-names'
import { endpointFit } from '../model/dns/endpoint-types'
import { isRecordType, RECORD_TYPES, type RecordType } from '../model/dns/record-types'
import { valueFault } from '../model/dns/value-fault'
import { ENDPOINT_TYPES, type Endpoint, type EndpointType, isEndpointType } from '../model/endpoint'
import { isPlaceholder, readable } from '../model/field'
import { capitalised, checkKeys, examine } from '../model/field-checks'
import type { JsonObject } from '../model/json'
import type { Problem } from '../model/problem'
import { type ProblemTable, quote, reporter, type Subject } from '../model/problem-kind'

export const ENDPOINT_PROBLEMS = {
  'endpoint/type-missing': { severity: 'error', row: 'V09' },
  'endpoint/type-unknown': { severity: 'error', row: 'V09' },
  'endpoint/record-type': { severity: 'error', row: 'V09' },
  'endpoint/beanstalk-aaaa': { severity: 'warning', row: '2.2' },
  'endpoint/value-missing': { severity: 'error', row: 'V10' },
  'endpoint/value-format': { severity: 'error', row: 'V10' },
  'endpoint/name-pattern': { severity: 'warning', row: 'V11' },
  'endpoint/region-missing': { severity: 'error', row: 'V12' },
  'endpoint/region-needless': { severity: 'warning', row: 'V12' },
  'endpoint/region-unknown': { severity: 'warning', row: 'V12' },
} as const satisfies ProblemTable

const report = reporter(ENDPOINT_PROBLEMS)

/** Problems of one endpoint (route53.md 2); `member` is it as it would be exported. */
export function checkEndpoint(
  endpoint: Endpoint,
  member: JsonObject,
  subject: Subject,
  policyType: string | undefined,
): readonly Problem[] {
  const recordType = isRecordType(policyType) ? policyType : undefined
  const type = isEndpointType(endpoint.type) ? endpoint.type : undefined
  return [
    ...checkKeys(member, ['Type', 'Region', 'Value'], subject),
    ...checkType(endpoint, subject, recordType),
    ...checkValue(endpoint, type, subject, recordType),
    ...checkRegion(endpoint, type, subject),
  ]
}

function checkType(
  endpoint: Endpoint,
  subject: Subject,
  recordType: RecordType | undefined,
): readonly Problem[] {
  const { value, absent, problems } = examine(endpoint.type, subject, 'Type', 'an endpoint type')
  const known = ENDPOINT_TYPES.join(', ')
  if (absent) {
    const message = `${subject.name} has no Type; give it one of ${known}.`
    return [report('endpoint/type-missing', subject, capitalised(message))]
  }
  if (value === undefined) return problems
  if (!isEndpointType(value)) {
    const message = `Type ${quote(value)} of ${subject.name} is no endpoint type; use one of ${known}.`
    return [report('endpoint/type-unknown', subject, message, 'Type')]
  }
  if (recordType === undefined) return []
  const fit = endpointFit(value, recordType)
  if (fit === 'doubtful') {
    const message = `AWS’s pages contradict each other on whether ${subject.name} of type ${value} may answer AAAA; test it, or make the policy’s type A.`
    return [report('endpoint/beanstalk-aaaa', subject, message, 'Type')]
  }
  if (fit === 'fits') return []
  const allowed = value === 's3-website' ? 'A' : 'A or AAAA'
  const message = `${subject.name} of type ${value} answers as an alias of type ${allowed}, and the policy’s RecordType is ${recordType}; change that to ${allowed}, or the endpoint’s type to value.`
  return [report('endpoint/record-type', subject, capitalised(message), 'Type')]
}

function checkValue(
  endpoint: Endpoint,
  type: EndpointType | undefined,
  subject: Subject,
  recordType: RecordType | undefined,
): readonly Problem[] {
  const { value, absent, problems } = examine(endpoint.value, subject, 'Value', 'a string')
  if (absent || value === '') {
    const example =
      type && type !== 'value' ? exampleNameOf(type) : recordType && RECORD_TYPES[recordType].example
    const message = `${subject.name} has no Value; give it ${example === undefined ? 'one' : `one such as ${example}`}.`
    return [report('endpoint/value-missing', subject, capitalised(message), ...(absent ? [] : ['Value']))]
  }
  if (value === undefined || type === undefined) return problems
  if (type === 'value') {
    const fault = recordType && valueFault(recordType, value)
    if (fault == null) return []
    const message = `Value ${quote(value)} of ${subject.name} is no value of type ${recordType}. ${fault}`
    return [report('endpoint/value-format', subject, message, 'Value')]
  }
  if (nameFits(type, value)) return []
  const others = typesOfName(value)
  const hint =
    others.length > 0
      ? `It looks like the name of a resource of type ${others.join(' or ')}.`
      : `Such names look like ${exampleNameOf(type)}.`
  const message = `Value ${quote(value)} of ${subject.name} does not look like a name of type ${type}. ${hint}`
  return [report('endpoint/name-pattern', subject, message, 'Value')]
}

function checkRegion(
  endpoint: Endpoint,
  type: EndpointType | undefined,
  subject: Subject,
): readonly Problem[] {
  const { value, absent, problems } = examine(endpoint.region, subject, 'Region', 'the code of an AWS Region')
  if (type === 's3-website') {
    if (absent || value === '') {
      const message = `${subject.name} of type s3-website has no Region; give it the plain code of its bucket’s Region such as eu-central-1.`
      return [report('endpoint/region-missing', subject, capitalised(message), ...(absent ? [] : ['Region']))]
    }
    if (value === undefined || regionByCode(value)) return problems
    const message = `Region ${quote(value)} of ${subject.name} is no AWS Region that Catchment knows; use the plain code such as eu-central-1.`
    return [report('endpoint/region-unknown', subject, message, 'Region')]
  }
  if (absent || type === undefined) return problems
  const message = `${subject.name} of type ${type} has a Region, which only s3-website needs; remove it.`
  return isPlaceholder(endpoint.region) || readable(endpoint.region) === undefined
    ? problems
    : [report('endpoint/region-needless', subject, capitalised(message), 'Region')]
}
