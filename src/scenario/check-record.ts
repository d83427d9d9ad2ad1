import { isInZone, ownerNameFault, sameDomainName } from '../model/dns/domain-name'
import { isPlaceholder } from '../model/field'
import type { Problem } from '../model/problem'
import { type ProblemTable, quote, reporter, type Subject } from '../model/problem-kind'
import type { Policy } from '../policy/policy'
import { DEFAULT_TTL, type PolicyRecord } from './scenario'

export const RECORD_PROBLEMS = {
  'record/name-form': { severity: 'error', row: '4.6' },
  'record/zone-form': { severity: 'error', row: '4.6' },
  'record/placeholder': { severity: 'note', row: '10' },
  'record/outside-zone': { severity: 'error', row: '5' },
  'record/cname-at-apex': { severity: 'error', row: 'V33' },
  'record/cname-at-proposed-apex': { severity: 'warning', row: 'V33' },
  'record/ttl-range': { severity: 'error', row: '4.6' },
  'record/ttl-long': { severity: 'note', row: '4.6' },
} as const satisfies ProblemTable

const report = reporter(RECORD_PROBLEMS)

/** The policy record, which the document does not hold: its problems stand at the whole of it. */
const RECORD: Subject = { path: [], at: { kind: 'record' }, name: 'the policy record' }
const LONGEST_TTL = 2_147_483_647

/**
 * Problems of the policy record: DNS name, hosted zone, TTL. The apex is the hosted zone's name; without
 * one, `proposedZone` says which name the public suffix list proposes as the zone.
 */
export function checkRecord(
  { name, hostedZone, ttl }: PolicyRecord,
  policy: Policy,
  proposedZone: string | null,
): readonly Problem[] {
  return [
    ...checkNames(name, hostedZone),
    ...(policy.recordType === 'CNAME' ? checkApex(name, hostedZone, proposedZone) : []),
    ...checkTtl(ttl, policy),
  ]
}

function checkNames(name: string, hostedZone: string | null): readonly Problem[] {
  const problems = [
    ...checkName('DNS name', name, 'record/name-form'),
    ...(hostedZone === null ? [] : checkName('hosted zone', hostedZone, 'record/zone-form')),
  ]
  if (problems.length > 0 || hostedZone === null || isInZone(name, hostedZone)) return problems
  const message = `The DNS name ${quote(name)} is not in the hosted zone ${quote(hostedZone)}; end it in the zone’s name, or choose another zone.`
  return [report('record/outside-zone', RECORD, message)]
}

function checkName(
  what: string,
  name: string,
  code: 'record/name-form' | 'record/zone-form',
): readonly Problem[] {
  if (isPlaceholder(name)) {
    const message = `The ${what} of the policy record holds a placeholder: ${quote(name)}; fill it in before the policy is used.`
    return [report('record/placeholder', RECORD, message)]
  }
  const fault = ownerNameFault(name)
  if (fault === null) return []
  return [report(code, RECORD, `The ${what} ${quote(name)} of the policy record is no domain name. ${fault}`)]
}

const ALIAS_WAY =
  'An alias can stand there, since it answers with addresses itself: make the policy’s RecordType A or AAAA and use AWS resources as endpoints, such as application-load-balancer or cloudfront. Or choose a name below the zone’s.'

/** A CNAME excludes all other records of its name, and the apex has the zone's SOA and NS (RFC 1034 3.6.2). */
function checkApex(name: string, hostedZone: string | null, proposedZone: string | null): readonly Problem[] {
  const why =
    'A CNAME must be the only record of its name, and a zone’s own name has the NS and SOA records of the zone.'
  if (hostedZone !== null) {
    if (!sameDomainName(name, hostedZone)) return []
    const message = `A policy of type CNAME cannot have the DNS name ${quote(name)}, which is the name of its hosted zone. ${why} ${ALIAS_WAY}`
    return [report('record/cname-at-apex', RECORD, message)]
  }
  if (proposedZone === null || !sameDomainName(name, proposedZone)) return []
  const message = `The DNS name ${quote(name)} is probably the name of its hosted zone, where a policy of type CNAME cannot stand. ${why} ${ALIAS_WAY}`
  return [report('record/cname-at-proposed-apex', RECORD, message)]
}

function checkTtl(ttl: number, policy: Policy): readonly Problem[] {
  if (!Number.isInteger(ttl) || ttl < 0 || ttl > LONGEST_TTL) {
    const message = `The TTL ${ttl} of the policy record is out of range; use an integer from 0 to ${LONGEST_TTL}, in seconds.`
    return [report('record/ttl-range', RECORD, message)]
  }
  const checked = [...policy.rules.values()].some(({ branches }) =>
    branches.some(({ healthCheck }) => healthCheck !== undefined && healthCheck !== ''),
  )
  const usesTtl = [...policy.endpoints.values()].some(({ type }) => type === 'value')
  if (ttl <= DEFAULT_TTL || !checked || !usesTtl) return []
  const message = `Resolvers keep an answer for the TTL of ${ttl} s, whatever health checks find meanwhile; AWS advises ${DEFAULT_TTL} s at most with health checks.`
  return [report('record/ttl-long', RECORD, message)]
}
