import { readable } from '../../model/field'
import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import type { Scenario } from '../../scenario/scenario'
import { scopeOf } from '../hcl/hcl-json'
import { parseHcl } from '../hcl/parse-hcl'
import { recordList, resourcesIn, terraformBlocks } from '../import/terraform-records'
import type { WrittenPolicy } from '../output-format'
import { parseJson } from '../parse-json'
import { answerText } from './answer-text'
import { blocksOf } from './cidr-collections'
import { decompile } from './decompile'
import { type ReadRecords, readRecords } from './read-records'
import { apiSpelling } from './record-batch'
import { recordZone } from './record-zone'
import { writeRecords } from './write-records'

const NO_RECORDS: readonly Problem[] = [
  { code: 'records/none', severity: 'error', message: 'This text holds no record sets.', path: [] },
]

/** The policy that record sets which were written for a scenario as JSON amount to. */
export function readBack(text: string, scenario: Scenario): Result<WrittenPolicy> {
  const parsed = parseJson(text)
  const read = parsed.ok ? readRecords(parsed.value.root.json) : null
  return read ? writtenPolicy(read, scenario) : failure(...NO_RECORDS)
}

/** The same for record sets as a Terraform configuration. */
export function readBackTerraform(text: string, scenario: Scenario): Result<WrittenPolicy> {
  const body = parseHcl(text)
  if (!body.ok) return body
  // Everything is written out, so there are fewer values than characters.
  const scope = { ...scopeOf(new Map()), budget: { left: text.length } }
  const resources = resourcesIn(body.value, scope)
  const read = readRecords(recordList(resources))
  return read
    ? writtenPolicy({ ...read, blocks: terraformBlocks(resources) }, scenario)
    : failure(...NO_RECORDS)
}

function writtenPolicy(read: ReadRecords, scenario: Scenario): Result<WrittenPolicy> {
  const { policy, record } = scenario
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
