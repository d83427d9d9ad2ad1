import { isJsonArray, isJsonObject, type Json } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { success } from '../../model/result'
import { isAwsDocument } from './aws-document'
import type { Candidate, Recogniser } from './recogniser'

/** Values that are looked at, and documents that are kept of what is found. */
const MOST_LOOKED_AT = 100_000
const MOST_FOUND = 200

/**
 * Documents anywhere in a tree that is none of the kinds known by name: the state of another tool, a list of
 * documents, a configuration with one as a string in it.
 */
export const recogniseEmbedded: Recogniser = ({ root }) => {
  const candidates = documentsIn(root.json)
  return candidates.length > 0 ? success({ kind: 'Text with a document in it', candidates }) : null
}

function documentsIn(root: Json): readonly Candidate[] {
  const candidates: Candidate[] = []
  let looks = 0
  visit(root, [])
  return candidates

  function visit(json: Json, path: JsonPath): void {
    if (++looks > MOST_LOOKED_AT || candidates.length >= MOST_FOUND) return
    const inner = typeof json === 'string' ? quotedDocument(json) : isFullDocument(json)
    if (inner) {
      const where = path.join('.')
      const content =
        typeof json === 'string' ? ({ kind: 'text', text: json } as const) : ({ kind: 'json', json } as const)
      candidates.push({ name: nameOf(path), where, content, problems: [] })
    } else if (isJsonArray(json)) json.forEach((item, index) => visit(item, [...path, index]))
    else if (isJsonObject(json)) for (const [key, value] of json) visit(value, [...path, key])
  }
}

/** More than one word of the format, so that nothing else is taken for a document. */
export function isFullDocument(json: Json): boolean {
  return (
    isAwsDocument(json) &&
    isJsonObject(json) &&
    (json.has('AWSPolicyFormatVersion') || (json.has('Endpoints') && json.has('Rules')))
  )
}

function quotedDocument(text: string): boolean {
  return /^\s*(\{|\\?")/.test(text) && text.includes('AWSPolicyFormatVersion')
}

/** The last word of a path that is no position and no name of a property that holds documents. */
function nameOf(path: JsonPath): string | null {
  const named = path.findLast(
    (part) => typeof part === 'string' && !/^(document|json|value|body|content)$/i.test(part),
  )
  return typeof named === 'string' ? named : null
}
