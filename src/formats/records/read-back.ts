import { readable } from '../../model/field'
import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import type { Policy } from '../../policy/policy'
import type { Scenario } from '../../scenario/scenario'
import type { WrittenPolicy } from '../output-format'
import { parseJson } from '../parse-json'
import { answerText } from './answer-text'
import { blocksOf, cidrCollections } from './cidr-collections'
import { decompile } from './decompile'
import { readRecords } from './read-records'
import { apiSpelling } from './record-batch'
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
  // Blocks that are kept in a collection apart from the records are taken as the losses say to make it.
  const blocks = new Map([...placeholderBlocks(policy), ...(read.blocks ?? [])])
  const graph = decompile(recordZone({ ...read, blocks }), root)
  return graph.ok ? success({ policy: graph.value.policy, answerOf: answerText }) : graph
}

/** The blocks of collections under what a change batch names them by: their id, or a placeholder for it. */
function placeholderBlocks(policy: Policy): ReadonlyMap<string, readonly string[]> {
  const collections = [...cidrCollections(policy).values()]
  const { collectionId } = apiSpelling(collections)
  return blocksOf(collections.map((each) => ({ ...each, key: collectionId(each.key) })))
}
