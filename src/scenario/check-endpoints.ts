import { bucketOf } from '../model/dns/aws-names'
import { sameDomainName } from '../model/dns/domain-name'
import type { EndpointType } from '../model/endpoint'
import { isPlaceholder, readable } from '../model/field'
import { capitalised } from '../model/field-checks'
import type { Problem } from '../model/problem'
import { type ProblemTable, quote, reporter } from '../model/problem-kind'
import { memberSubject } from '../policy/checked-policy'
import type { Policy } from '../policy/policy'
import type { Branch } from '../rules'
import { DEFAULT_TTL, type PolicyRecord } from './scenario'

export const ENDPOINT_RECORD_PROBLEMS = {
  'record/bucket-name': { severity: 'error', row: 'V33' },
  'record/mixed-ttl': { severity: 'note', row: 'V35' },
} as const satisfies ProblemTable

const report = reporter(ENDPOINT_RECORD_PROBLEMS)

/** What the policy record's name and TTL mean for endpoints. */
export function checkEndpointsForRecord(policy: Policy, record: PolicyRecord): readonly Problem[] {
  return [...checkBuckets(policy, record.name), ...checkMixedTtl(policy, record.ttl)]
}

// S3 finds the bucket by the name that the browser asks for.
function checkBuckets(policy: Policy, name: string): readonly Problem[] {
  return [...policy.endpoints.values()].flatMap(({ id, type, value }): Problem[] => {
    const text = readable(value)
    if (type !== 's3-website' || !text || isPlaceholder(text) || isPlaceholder(name)) return []
    const bucket = bucketOf(text)
    if (sameDomainName(bucket, name)) return []
    const subject = memberSubject({ kind: 'endpoint', id })
    const message = `${subject.name} is the S3 website of the bucket ${quote(bucket)}, which answers only under that name, and the policy record’s DNS name is ${quote(name)}; use a bucket of that name, or give the policy record the bucket’s.`
    return [report('record/bucket-name', subject, capitalised(message), 'Value')]
  })
}

const BALANCERS: readonly EndpointType[] = [
  'application-load-balancer',
  'elastic-load-balancer',
  'network-load-balancer',
]

// Records of one weighted group should have one TTL, and an alias of a load balancer has 60 s.
function checkMixedTtl(policy: Policy, ttl: number): readonly Problem[] {
  if (ttl === DEFAULT_TTL) return []
  const typeOf = ({ target }: Branch) =>
    target?.kind === 'endpoint' ? policy.endpoints.get(target.id)?.type : undefined
  return [...policy.rules].flatMap(([id, rule]): Problem[] => {
    if (rule.type !== 'weighted') return []
    const types = rule.branches.map(typeOf)
    const mixed = types.includes('value') && types.some((type) => BALANCERS.some((each) => each === type))
    if (!mixed) return []
    const subject = memberSubject({ kind: 'rule', id })
    const message = `${subject.name} has load balancers, whose answers live ${DEFAULT_TTL} s, beside plain values with the policy record’s TTL of ${ttl} s: resolvers that keep one longer see other shares. Make the TTL ${DEFAULT_TTL} s.`
    return [report('record/mixed-ttl', subject, capitalised(message), 'Items')]
  })
}
