import { isInZone, sameDomainName } from '../../model/dns/domain-name'
import { readable } from '../../model/field'
import type { Problem } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import type { Scenario } from '../../scenario/scenario'
import type { OutputFormat } from '../output-format'
import { nodeLoss } from './losses'

/** A scenario as a format writes it, and what is to be said of that. */
export interface Zoned {
  readonly scenario: Scenario
  readonly problems: readonly Problem[]
}

/** Whether a format needs the hosted zone and the scenario does not say it, so that one has to be proposed. */
export function wantsZone(format: OutputFormat, { record }: Scenario): boolean {
  return format.isZone === true && record.hostedZone === null
}

/** The scenario in the zone that the public suffix list proposes for its name, where the record can stand there. */
export function inProposedZone(scenario: Scenario, proposed: string | null): Zoned {
  const { record, policy } = scenario
  const isApexCname =
    proposed !== null && readable(policy.recordType) === 'CNAME' && sameDomainName(record.name, proposed)
  if (proposed === null || isApexCname || !isInZone(record.name, proposed)) return { scenario, problems: [] }
  const message = `The hosted zone is not said, so the file is for ${quote(proposed)}, the name that is registered: add its records to that zone, or name another in the policy record.`
  return {
    scenario: { ...scenario, record: { ...record, hostedZone: proposed } },
    problems: [nodeLoss('zone', 'note', message)],
  }
}
