import type { Problem } from '../model/problem'
import { policyProblems } from '../policy/check'
import { toChecked } from '../policy/checked-policy'
import { inDocumentOrder } from '../policy/document-order'
import { checkEndpointsForRecord } from './check-endpoints'
import { checkRecord } from './check-record'
import type { Scenario } from './scenario'

/**
 * Everything wrong with a scenario's policy record, which comes first, and with its policy, in document
 * order. `proposedZone` is the hosted zone that the public suffix list proposes for the record's name;
 * null when nobody has looked or none was found.
 */
export function checkScenario({ policy, record }: Scenario, proposedZone: string | null): readonly Problem[] {
  const checked = toChecked(policy)
  return [
    ...checkRecord(record, policy, proposedZone),
    ...inDocumentOrder(checked.document, [
      ...policyProblems(checked),
      ...checkEndpointsForRecord(policy, record),
    ]),
  ]
}
