import { absoluteName } from '../model/dns/domain-name'
import { type Endpoint, isAlias } from '../model/endpoint'
import { isMalformed, readable } from '../model/field'
import { isJsonNumber } from '../model/json'
import type { Policy } from '../policy/policy'
import type { PolicyRecord } from '../scenario/scenario'
import type { Resolution } from './resolution'

/** A resource record of an answer, as it is on the wire (RFC 1035 section 3.2.1). */
export interface ResourceRecord {
  /** Owner name, with its trailing dot. */
  readonly name: string
  /** The policy's record type; null while it has none. An alias shows as the plain type too (route53.md 4.6). */
  readonly type: string | null
  /** Seconds. */
  readonly ttl: number
  /** The value in presentation format; null for an alias, whose addresses are AWS's to say. */
  readonly rdata: string | null
  /** The AWS resource that an alias answers with. */
  readonly alias?: string
}

/** The TTL of the AWS resources that an alias can lead to, in seconds: theirs, not the policy record's (4.6). */
export const ALIAS_TTL = 60

/** The records of an answer in the order drawn; a value that comes twice is answered once (route53.md 9.22). */
export function answerRecords(
  resolution: Pick<Resolution, 'endpoints'>,
  policy: Policy,
  record: Pick<PolicyRecord, 'name' | 'ttl'>,
): readonly ResourceRecord[] {
  const records = new Map<string, ResourceRecord>()
  for (const id of resolution.endpoints) {
    const endpoint = policy.endpoints.get(id)
    if (!endpoint) continue
    const each = recordOf(endpoint, readable(policy.recordType) ?? null, record)
    const key = each.alias ?? ` ${each.rdata}`
    if (!records.has(key)) records.set(key, each)
  }
  return [...records.values()]
}

function recordOf(
  endpoint: Endpoint,
  type: string | null,
  { name, ttl }: Pick<PolicyRecord, 'name' | 'ttl'>,
): ResourceRecord {
  const owner = absoluteName(name)
  const value = valueText(endpoint)
  return isAlias(endpoint)
    ? { name: owner, type, ttl: ALIAS_TTL, rdata: null, alias: value }
    : { name: owner, type, ttl, rdata: value }
}

// A value that is a number in the document, or missing, is reported by the checks and shown as it is.
function valueText({ value }: Endpoint): string {
  if (!isMalformed(value)) return value ?? ''
  return isJsonNumber(value.malformed) ? value.malformed.number : ''
}
