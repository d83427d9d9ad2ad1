import { isRecordType, RECORD_TYPES, UNROUTABLE_TYPES } from '../model/dns/record-types'
import { text } from '../model/field'
import { checkKeys, examine } from '../model/field-checks'
import { equalJson } from '../model/json'
import { compactLength, toJsonText } from '../model/json-text'
import type { Problem } from '../model/problem'
import { type ProblemTable, quote, reporter } from '../model/problem-kind'
import { type CheckedPolicy, DOCUMENT } from './checked-policy'
import { FORMAT_VERSIONS } from './policy'

export const HEADER_PROBLEMS = {
  'policy/too-long': { severity: 'error', row: 'V01' },
  'policy/version-missing': { severity: 'error', row: 'V02' },
  'policy/version-unknown': { severity: 'error', row: 'V02' },
  'policy/record-type-missing': { severity: 'error', row: 'V03' },
  'policy/record-type-unknown': { severity: 'error', row: 'V03' },
  'policy/record-type-unroutable': { severity: 'error', row: 'V03' },
  'policy/spf-type': { severity: 'note', row: '2.3' },
} as const satisfies ProblemTable

const report = reporter(HEADER_PROBLEMS)

const KEYS = ['AWSPolicyFormatVersion', 'RecordType', 'StartRule', 'StartEndpoint', 'Endpoints', 'Rules']
/** Most characters of a document (route53.md 0.4). */
export const LONGEST_DOCUMENT = 102_400

/** Problems of the document's own keys besides its start: version, record type, unknown keys, size. */
export function checkHeader(checked: CheckedPolicy): readonly Problem[] {
  return [
    ...checkSize(checked),
    ...checkKeys(checked.document, KEYS, DOCUMENT),
    ...checkVersion(checked),
    ...checkRecordType(checked),
  ]
}

// An untouched policy is exported as the very text it came as; an edited one has at least its compact length.
function checkSize({ policy, document }: CheckedPolicy): readonly Problem[] {
  if (policy.text !== null && equalJson(document, policy.source)) return documentSizeProblems(policy.text)
  // Writing a document out takes longer than measuring it.
  return compactLength(document) <= LONGEST_DOCUMENT ? [] : documentSizeProblems(toJsonText(document))
}

/** The problem of a text that is too long for a document, if it is. */
export function documentSizeProblems(documentText: string): readonly Problem[] {
  if (documentText.length <= LONGEST_DOCUMENT) return []
  const length = [...documentText].length
  if (length <= LONGEST_DOCUMENT) return []
  const message = `The document has ${length} characters, and Route 53 takes ${LONGEST_DOCUMENT} at most; write it without white space, shorten its ids, or divide the policy.`
  return [report('policy/too-long', DOCUMENT, message)]
}

function checkVersion({ policy }: CheckedPolicy): readonly Problem[] {
  const key = 'AWSPolicyFormatVersion'
  const { value, absent, problems } = examine(policy.formatVersion, DOCUMENT, key, text.expects)
  const known = FORMAT_VERSIONS.join(' or ')
  if (absent) {
    return [report('policy/version-missing', DOCUMENT, `The document has no ${key}; give it ${known}.`)]
  }
  if (value === undefined || FORMAT_VERSIONS.some((version) => version === value)) return problems
  const message = `${key} ${quote(value)} is no version of the format; use ${known}.`
  return [report('policy/version-unknown', DOCUMENT, message, key)]
}

function checkRecordType({ policy }: CheckedPolicy): readonly Problem[] {
  const key = 'RecordType'
  const { value, absent, problems } = examine(policy.recordType, DOCUMENT, key, text.expects)
  const known = Object.keys(RECORD_TYPES).join(', ')
  if (absent) {
    const message = `The document has no ${key}; give it the DNS type of its records: ${known}.`
    return [report('policy/record-type-missing', DOCUMENT, message)]
  }
  if (value === undefined) return problems
  if (value === 'SPF') {
    const message = 'RecordType SPF is discouraged (RFC 7208); use TXT with the same value.'
    return [report('policy/spf-type', DOCUMENT, message, key)]
  }
  if (isRecordType(value)) return []
  if (UNROUTABLE_TYPES.includes(value)) {
    const message = `RecordType ${value} cannot be routed by a traffic policy; use one of ${known}.`
    return [report('policy/record-type-unroutable', DOCUMENT, message, key)]
  }
  const upper = value.trim().toUpperCase()
  const message = `RecordType ${quote(value)} is no DNS type of Route 53; ${isRecordType(upper) ? `write ${upper}` : `use one of ${known}`}.`
  return [report('policy/record-type-unknown', DOCUMENT, message, key)]
}
