import { absoluteName } from '../../model/dns/domain-name'
import { readable } from '../../model/field'
import type { Scenario } from '../../scenario/scenario'

/**
 * The zone that the record is written in, with its trailing dot: the hosted zone where it is known, else the
 * record's own name, or its parent for a CNAME, which cannot stand beside the SOA of an apex.
 */
export function zoneOf({ record, policy }: Pick<Scenario, 'record' | 'policy'>): string {
  if (record.hostedZone !== null) return absoluteName(record.hostedZone)
  const owner = absoluteName(record.name)
  const isWildcard = owner.startsWith('*.')
  if (readable(policy.recordType) !== 'CNAME' && !isWildcard) return owner
  const parent = owner.slice(owner.indexOf('.') + 1)
  return parent === '' ? '.' : parent
}

/** A text for a comment: on one line. */
export function comment(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}
