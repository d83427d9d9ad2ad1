import { readable } from '../../model/field'
import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import type { Scenario } from '../../scenario/scenario'
import type { WrittenPolicy } from '../output-format'
import { parseJson } from '../parse-json'
import { answerText } from './answer-text'
import { blocksOf } from './cidr-collections'
import { decompile } from './decompile'
import { readRecords } from './read-records'
import { apiSpelling } from './record-batch'
import { recordZone } from './record-zone'
import { writeRecords } from './write-records'

const NO_RECORDS: readonly Problem[] = [
  { code: 'records/none', severity: 'error', message: 'This text holds no record sets.', path: [] },
]

/** The policy that record sets which were written for a scenario amount to. */
export function readBack(text: string, scenario: Scenario): Result<WrittenPolicy> {
  const { policy, record } = scenario
  const parsed = parseJson(text)
  const read = parsed.ok ? readRecords(parsed.value.root.json) : null
  if (!read) return failure(...NO_RECORDS)
  const root = { name: record.name, type: readable(policy.recordType) ?? '' }
  // Blocks that are kept in a collection apart from the records are taken as the losses say to make it.
  const blocks = new Map([...placeholderBlocks(scenario), ...(read.blocks ?? [])])
  const graph = decompile(recordZone({ ...read, blocks }), root)
  return graph.ok ? success({ policy: graph.value.policy, answerOf: answerText }) : graph
}

/** The blocks of collections under what a change batch names them by: their id, or a placeholder for it. */
function placeholderBlocks(scenario: Scenario): ReadonlyMap<string, readonly string[]> {
  const written = writeRecords(scenario)
  const { collectionId } = apiSpelling(written)
  return blocksOf(written.collections.map((each) => ({ ...each, key: collectionId(each.key) })))
}
