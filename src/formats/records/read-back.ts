import { readable } from '../../model/field'
import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import type { Scenario } from '../../scenario/scenario'
import type { WrittenPolicy } from '../output-format'
import { parseJson } from '../parse-json'
import { answerText } from './answer-text'
import { decompile } from './decompile'
import { readRecords } from './read-records'
import { recordZone } from './record-zone'

const NO_RECORDS: readonly Problem[] = [
  { code: 'records/none', severity: 'error', message: 'This text holds no record sets.', path: [] },
]

/** The policy that record sets which were written for a scenario amount to. */
export function readBack(text: string, { policy, record }: Scenario): Result<WrittenPolicy> {
  const parsed = parseJson(text)
  const read = parsed.ok ? readRecords(parsed.value.root.json) : null
  if (!read) return failure(...NO_RECORDS)
  const root = { name: record.name, type: readable(policy.recordType) ?? '' }
  const graph = decompile(recordZone(read), root)
  return graph.ok ? success({ policy: graph.value.policy, answerOf: answerText }) : graph
}
