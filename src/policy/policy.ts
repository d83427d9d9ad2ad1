import type { BranchId, EndpointId, RuleId, Target } from '../model/address'
import type { Endpoint } from '../model/endpoint'
import type { Loose } from '../model/field'
import { EMPTY_OBJECT, type JsonObject } from '../model/json'
import type { Rule } from '../rules'

/** The two versions of the document format (route53.md 1). */
export const FORMAT_VERSIONS = ['2015-10-01', '2023-05-09'] as const
export type FormatVersion = (typeof FORMAT_VERSIONS)[number]
export const NEWEST_FORMAT: FormatVersion = '2023-05-09'

/**
 * A traffic policy: what AWS's document says. Rules and endpoints form a directed graph without
 * cycles in which both may be shared; the maps keep the document's order.
 */
export interface Policy {
  /** One of FORMAT_VERSIONS in a sound document. */
  readonly formatVersion: Loose<string>
  /** The one DNS type of every record that the policy makes. */
  readonly recordType: Loose<string>
  readonly start: Target | null
  readonly endpoints: ReadonlyMap<EndpointId, Endpoint>
  readonly rules: ReadonlyMap<RuleId, Rule>
  /** The document as it was read: key order, spelling and unknown keys survive edits. */
  readonly source: JsonObject
  /** The very text it was read from, for byte-identical export; null for a policy made here. */
  readonly text: string | null
}

/** A connection of the graph; the start's own has no rule. */
export interface Connection {
  readonly from: { readonly rule: RuleId; readonly branch: BranchId } | null
  readonly target: Target
}

export function emptyPolicy(recordType = 'A'): Policy {
  return {
    formatVersion: NEWEST_FORMAT,
    recordType,
    start: null,
    endpoints: new Map(),
    rules: new Map(),
    source: EMPTY_OBJECT,
    text: null,
  }
}

/** Whether the target names a rule or endpoint that exists. */
export function targetExists(policy: Policy, target: Target): boolean {
  return target.kind === 'rule' ? policy.rules.has(target.id) : policy.endpoints.has(target.id)
}
