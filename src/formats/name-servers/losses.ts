import { isInZone, ownerNameFault, sameDomainName } from '../../model/dns/domain-name'
import { isRecordType } from '../../model/dns/record-types'
import { valueFault } from '../../model/dns/value-fault'
import { isPlaceholder, readable } from '../../model/field'
import { capitalised } from '../../model/field-checks'
import type { Problem, Severity } from '../../model/problem'
import { quote, type Subject } from '../../model/problem-kind'
import { memberSubject } from '../../policy/checked-policy'
import { definitionOf } from '../../rules'
import { effectiveWeight } from '../../rules/weighted/definition'
import type { Scenario } from '../../scenario/scenario'
import { unusedLosses } from '../aws-losses'
import { wholeWeight } from './branch-values'
import type { LivePolicy } from './live-policy'
import { zoneOf } from './zone-of'

/** A loss at a node, or of the whole where none is named. */
export function nodeLoss(
  what: string,
  severity: Severity,
  message: string,
  subject?: Pick<Subject, 'path' | 'at'>,
): Problem {
  const code = `loss/${what}`
  return subject
    ? { code, severity, message, path: subject.path, at: subject.at }
    : { code, severity, message, path: [] }
}

/** The rule types that the writers for other name servers know. */
const WRITTEN: ReadonlySet<string> = new Set([
  'failover',
  'weighted',
  'multivalue',
  'geolocation',
  'geoproximity',
  'latency',
  'ip-based',
])

/** What any name server but Route 53 loses of a policy. */
export function nameServerLosses(server: string, scenario: Scenario, live: LivePolicy): readonly Problem[] {
  if (live.start === null) {
    return [
      nodeLoss(
        'no-answer',
        'error',
        `No answer is left for ${server}: the policy leads only to AWS resources, which Route 53 alone looks up, or to nothing.`,
      ),
    ]
  }
  const fault = recordFault(scenario)
  if (fault !== null) return [nodeLoss('record', 'error', fault)]
  const rules = [...live.rules]
  const checks = new Set(
    rules.flatMap(([, rule]) => live.branchesOf(rule).flatMap(({ link }) => link.check ?? [])),
  )
  return [
    ...live.aliases.map(({ id }) =>
      nodeLoss(
        'alias',
        'warning',
        `${server} cannot answer with the AWS resource of endpoint “${id}”: branches to it are left out.`,
        memberSubject({ kind: 'endpoint', id }),
      ),
    ),
    // What a rule of another type would be elsewhere has to be written for each server.
    ...rules.flatMap(([id, rule]) => {
      if (WRITTEN.has(rule.type)) return []
      const message = `Rule “${id}” of the type ${definitionOf(rule).title} is not written for ${server}; write plain record sets of Route 53 instead.`
      return [nodeLoss('rule-type', 'error', message, memberSubject({ kind: 'rule', id }))]
    }),
    ...rules.flatMap(([id, rule]) =>
      rule.type === 'latency'
        ? [
            nodeLoss(
              'latency',
              'warning',
              `AWS’s table of latencies is not public: rule “${id}” goes by our estimate of 12 ms + 0.0149 ms per km (median error 13 %).`,
              memberSubject({ kind: 'rule', id }),
            ),
          ]
        : [],
    ),
    ...rules.flatMap(([id, rule]) =>
      rule.type === 'weighted'
        ? live.branchesOf(rule).flatMap(({ branch }) => {
            const [meant, written] = [effectiveWeight(branch), wholeWeight(branch)]
            if (meant === written) return []
            const message = `${server} draws by whole numbers: the weight ${meant} of rule “${id}” becomes ${written}.`
            return [nodeLoss('whole-weight', 'warning', message, memberSubject({ kind: 'rule', id }))]
          })
        : [],
    ),
    ...(checks.size > 0
      ? [
          nodeLoss(
            'health-checks',
            'note',
            `What a health check asks is not in a policy: ${checks.size === 1 ? 'one check stands' : `${checks.size.toString()} checks stand`} as up or down, as in this scenario, until connected.`,
          ),
        ]
      : []),
    ...valueLosses(server, scenario, live),
    ...zoneNotes(scenario),
    ...unusedLosses(server, scenario),
  ]
}

/** Values that the server would not load. */
function valueLosses(server: string, { policy }: Scenario, live: LivePolicy): readonly Problem[] {
  const type = readable(policy.recordType)
  return [...live.endpoints].flatMap(([id, value]) => {
    const subject = memberSubject({ kind: 'endpoint', id })
    if (isPlaceholder(value)) {
      const message = `${capitalised(subject.name)} holds a placeholder, ${quote(value)}, which ${server} cannot answer with; fill it in.`
      return [nodeLoss('placeholder', 'warning', message, subject)]
    }
    const fault = type !== undefined && isRecordType(type) ? valueFault(type, value) : null
    if (fault === null) return []
    const message = `${server} cannot answer with the value ${quote(value)} of ${subject.name}, which is none of type ${type}. ${fault}`
    return [nodeLoss('value', 'warning', message, subject)]
  })
}

/** Where the hosted zone is not known, the file makes a zone that the operator may not have. */
function zoneNotes(scenario: Scenario): readonly Problem[] {
  if (scenario.record.hostedZone !== null) return []
  const message = `The hosted zone is not said, so the file is for a zone ${quote(zoneOf(scenario).replace(/\.$/, ''))}; name yours in the policy record, or move the record there.`
  return [nodeLoss('zone', 'note', message)]
}

/** Why a zone file could not hold the record, as a sentence; null where it can. */
function recordFault({ record, policy }: Scenario): string | null {
  const { name, hostedZone } = record
  for (const each of hostedZone === null ? [name] : [name, hostedZone]) {
    const fault = ownerNameFault(each)
    if (fault !== null) return `${quote(each)} is no name for a zone file. ${fault}`
  }
  if (hostedZone === null) return null
  if (!isInZone(name, hostedZone)) return `${quote(name)} is not in the hosted zone ${quote(hostedZone)}.`
  return readable(policy.recordType) === 'CNAME' && sameDomainName(name, hostedZone)
    ? `A CNAME cannot stand at ${quote(name)}, which is the name of the hosted zone.`
    : null
}
