import { bucketOf } from '../../model/dns/aws-names'
import { sameDomainName } from '../../model/dns/domain-name'
import { isAlias } from '../../model/endpoint'
import { readable } from '../../model/field'
import { capitalised } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { quote, quoteSome } from '../../model/problem-kind'
import { branchSubjects, memberOf, memberSubject, toChecked } from '../../policy/checked-policy'
import { reachable, unusedNodes } from '../../policy/graph'
import type { Policy } from '../../policy/policy'
import type { Scenario } from '../../scenario/scenario'
import { unusedLosses, worldLosses } from '../aws-losses'
import { type CidrCollection, repeatedBlocks } from './cidr-collections'
import { recordLoss } from './record-loss'
import type { RecordSet } from './record-set'
import { unknownZones } from './unknown-zones'
import { writeRecords } from './write-records'

/** Most sets of one name and type (route53.md 5). */
const MOST_SETS = 100
const MOST_GEOPROXIMITY_SETS = 30

/** DNS types that no routing policy takes (route53.md 1.2). */
const UNROUTED = new Set(['NS', 'SOA', 'DS'])

/** What plain record sets cannot hold of a scenario, or say otherwise; the same for every spelling of them. */
export function recordLosses(scenario: Scenario): readonly Problem[] {
  return lossesOf(scenario, 'parameters')
}

/** How a list of record sets is called at the beginning of a sentence. */
const FILE = 'A list of record sets'

/** What is not known is a parameter of some formats, and has to be filled in by hand in others. */
function lossesOf(scenario: Scenario, unknown: 'parameters' | 'placeholders'): readonly Problem[] {
  const { policy, record } = scenario
  const refused = refusal(scenario)
  if (refused) return [refused]
  const { sets, problems, collections } = writeRecords(scenario)
  return [
    ...problems,
    ...zoneLosses(policy, sets, unknown === 'parameters' ? 'note' : 'warning'),
    ...(unknown === 'parameters' ? [] : collectionLosses(collections)),
    ...repeatedNotes(policy),
    ...limitLosses(sets),
    ...bucketLosses(policy, record.name),
    ...targetHealthNotes(policy),
    ...worldLosses(FILE, scenario),
    ...unusedLosses(FILE, scenario),
    ...unusedNotes(policy),
  ]
}

/** The same for a change batch, which has no parameters: what is not known has to be filled in, and it has a size. */
export function batchLosses(scenario: Scenario): readonly Problem[] {
  const losses = lossesOf(scenario, 'placeholders')
  const { sets } = writeRecords(scenario)
  const octets = sets
    .flatMap(({ answer }) => (answer.kind === 'values' ? answer.values : []))
    .reduce((sum, value) => sum + value.length, 0)
  const tooMuch = [
    ...(sets.length > MOST_UPSERTS
      ? [`${sets.length} changes, but Route 53 takes ${MOST_UPSERTS} UPSERTs`]
      : []),
    ...(octets > MOST_CHARACTERS
      ? [`${octets} characters of values, but Route 53 takes ${MOST_CHARACTERS} of UPSERTs`]
      : []),
  ]
  return [
    ...losses,
    ...tooMuch.map((what) =>
      recordLoss(
        'batch-size',
        'warning',
        `The batch has ${what} a request: send it in parts, in this order.`,
      ),
    ),
  ]
}

/** A request holds 1,000 records and 32,000 characters, and an UPSERT counts twice (API_ChangeResourceRecordSets, quotas). */
export const MOST_UPSERTS = 500
const MOST_CHARACTERS = 16_000

function refusal({ policy, record }: Scenario): Problem | null {
  const type = readable(policy.recordType)
  if (type === undefined || UNROUTED.has(type)) {
    const named =
      type === undefined ? 'The policy has no record type' : `A record of type ${type} cannot be routed`
    return recordLoss('type', 'error', `${named}, so there is no record to write.`)
  }
  if (type !== 'CNAME' || record.hostedZone === null || !sameDomainName(record.name, record.hostedZone))
    return null
  const message = `A CNAME cannot stand at ${quote(record.name)}, which is the name of the hosted zone.`
  return recordLoss('apex', 'error', message)
}

function zoneLosses(
  policy: Policy,
  sets: readonly RecordSet[],
  severity: 'note' | 'warning',
): readonly Problem[] {
  return unknownZones(sets).map((id) => {
    const subject = memberSubject({ kind: 'endpoint', id })
    const value = quote(readable(policy.endpoints.get(id)?.value) ?? '')
    const message = capitalised(
      `${subject.name}: the hosted zone id of ${value} is not known here, since its name shows no Region with a published id; it is left to fill in.`,
    )
    return recordLoss('zone-id', severity, message, subject)
  })
}

/** Record sets name a location of a CIDR collection; its blocks are kept there, and the collection has to exist. */
function collectionLosses(collections: readonly CidrCollection[]): readonly Problem[] {
  return collections.map(({ key, exists, rule, locations }) => {
    const subject = memberSubject({ kind: 'rule', id: rule })
    const blocks = locations.map(({ name, blocks: each }) => `${name}: ${each.join(', ')}`).join('; ')
    const todo = exists
      ? `must have the locations ${blocks}`
      : `is to be made with the locations ${blocks}, and its id to be filled in`
    const message = `${capitalised(subject.name)} points to the CIDR collection ${quote(key)}, which ${todo}.`
    return recordLoss('cidr-collection', exists ? 'note' : 'warning', message, subject)
  })
}

/** A collection takes a block once; the engine takes the first too. */
function repeatedNotes({ rules }: Policy): readonly Problem[] {
  return [...rules].flatMap(([id, rule]) => {
    const repeated = rule.type === 'ip-based' ? repeatedBlocks(rule) : []
    if (repeated.length === 0) return []
    const subject = memberSubject({ kind: 'rule', id })
    const message = `${capitalised(subject.name)} has blocks more than once: ${quoteSome(repeated)}. A CIDR collection takes each once, so that only the first of each is written.`
    return [recordLoss('repeated-block', 'note', message, subject)]
  })
}

function limitLosses(sets: readonly RecordSet[]): readonly Problem[] {
  const counts = new Map<string, { count: number; geoproximity: boolean }>()
  for (const { name, routing } of sets) {
    const before = counts.get(name)?.count ?? 0
    counts.set(name, { count: before + 1, geoproximity: routing.kind === 'geoproximity' })
  }
  return [...counts].flatMap(([name, { count, geoproximity }]) => {
    const most = geoproximity ? MOST_GEOPROXIMITY_SETS : MOST_SETS
    if (count <= most) return []
    const message = `${quote(name)} has ${count} record sets, but Route 53 takes ${most} of one name and type${geoproximity ? ' with geoproximity' : ''}.`
    return [recordLoss('limit', 'warning', message)]
  })
}

/** A website's bucket is found by the name that was asked for, so the record sets need not name it. */
function bucketLosses(policy: Policy, owner: string): readonly Problem[] {
  return [...policy.endpoints.values()].flatMap(({ id, type, value }) => {
    const bucket = bucketOf(readable(value) ?? '')
    if (type !== 's3-website' || bucket === '' || sameDomainName(bucket, owner)) return []
    const subject = memberSubject({ kind: 'endpoint', id })
    const message = capitalised(
      `${subject.name} names the bucket ${quote(bucket)}, but Amazon S3 looks for one with the name that was asked for: ${quote(owner)}.`,
    )
    return [recordLoss('bucket', 'warning', message, subject)]
  })
}

/** Flags that have to be said, or must not be; neither has an effect on answers. */
function targetHealthNotes(policy: Policy): readonly Problem[] {
  const checked = toChecked(policy)
  return [...policy.rules].flatMap(([id, rule]) => {
    const subjects = branchSubjects(rule, id, memberOf(checked, { kind: 'rule', id }))
    const subject = memberSubject({ kind: 'rule', id })
    let omitted = 0
    const refused = rule.branches.flatMap((branch) => {
      const endpoint = branch.target?.kind === 'endpoint' ? policy.endpoints.get(branch.target.id) : undefined
      const flag = readable(branch.evaluateTargetHealth)
      if (flag === undefined && (branch.target?.kind === 'rule' || (endpoint && isAlias(endpoint)))) omitted++
      if (endpoint?.type !== 'cloudfront' || flag !== true) return []
      const about = subjects.get(branch) ?? subject
      const message = capitalised(
        `${about.name} evaluates the health of a CloudFront distribution, which Route 53 cannot; its record set says false.`,
      )
      return [recordLoss('cloudfront-health', 'note', message, about)]
    })
    if (omitted === 0) return refused
    const message = `${capitalised(subject.name)} does not say on ${omitted === 1 ? 'one branch' : `${omitted} branches`} whether target health counts; AWS documents no default, and the record sets say false, as Catchment reads it.`
    return [...refused, recordLoss('target-health', 'note', message, subject)]
  })
}

function unusedNotes(policy: Policy): readonly Problem[] {
  const unused = unusedNodes(policy).map(({ id }) => id)
  const used = reachable(policy, policy.start).filter(({ kind }) => kind === 'rule')
  return [
    ...(unused.length > 0
      ? [
          recordLoss(
            'unused',
            'note',
            `Nothing leads to ${quoteSome(unused)}, so there are no record sets for them.`,
          ),
        ]
      : []),
    ...(used.length > 1
      ? [
          recordLoss(
            'visible',
            'note',
            used.length === 2
              ? 'The rule below the first becomes a name of its own, which anyone may look up.'
              : `The ${used.length - 1} rules below the first become names of their own, which anyone may look up.`,
          ),
        ]
      : []),
  ]
}
