import { isJsonObject, type Json, type JsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { type Failure, failure } from '../../model/result'
import { findRepairs } from '../../policy/repair/find-repairs'
import { bare } from '../../policy/repair/sight'
import { importProblem } from './import-problem'

/**
 * What keeps a value from being AWS's document where that is plain: keys in other letters, or a part in the place of
 * the whole. Null when it is no document at all.
 */
export function nearlyDocument(json: Json): Failure | null {
  const repairs = findRepairs(json)
  if (repairs.some(({ code }) => code === 'repair/fragment')) {
    const message =
      'This is only a part of an AWS traffic policy document, which has Endpoints, Rules, a start, a RecordType and an AWSPolicyFormatVersion. Repairing it makes a document around it.'
    return failure(importProblem('import/unrecognised', message))
  }
  if (!isJsonObject(json) || !hasWords(json)) return null
  const [first, ...others] = repairs.flatMap(({ edits: [edit] }): Problem[] => {
    if (edit?.op !== 'rename' || edit.path.length !== 1) return []
    const message = `The key ${quote(String(edit.path[0]))} is ${edit.key} in the format, which minds capitals and signs. Rename it.`
    return [importProblem('import/misspelled-key', message, edit.path)]
  })
  return first ? failure(first, ...others) : null
}

const OWN_WORDS = new Set(['awspolicyformatversion', 'recordtype', 'startrule', 'startendpoint'])
/** Words that other configurations have too, so that only both together mean the format. */
const COMMON_WORDS = ['endpoints', 'rules']

/** Whether an object has keys of the format, whatever their capitals and signs. */
function hasWords(object: JsonObject): boolean {
  const words = new Set([...object.keys()].map(bare))
  return [...words].some((word) => OWN_WORDS.has(word)) || COMMON_WORDS.every((word) => words.has(word))
}
