import { isJsonArray, isJsonObject, type Json } from '../../model/json'
import { type JsonPath, toPointer } from '../../model/problem'
import type { JsonEdit, Repair } from './repair'

/** The document with the edits made, one after another. */
export function applyEdits(document: Json, edits: readonly JsonEdit[]): Json {
  return edits.reduce((before, edit) => editAt(before, edit.path, edit), document)
}

function editAt(json: Json, path: JsonPath, edit: JsonEdit): Json {
  const [part, ...rest] = path
  if (part === undefined) return edit.op === 'set' ? edit.value : json
  if (isJsonArray(json) && typeof part === 'number') {
    const item = json[part]
    if (item === undefined) return json
    if (rest.length === 0 && edit.op === 'remove') return json.toSpliced(part, 1)
    return json.with(part, editAt(item, rest, edit))
  }
  if (!isJsonObject(json) || typeof part !== 'string') return json
  const member = json.get(part)
  if (rest.length > 0) {
    return member === undefined ? json : new Map(json).set(part, editAt(member, rest, edit))
  }
  if (edit.op === 'set') return new Map(json).set(part, edit.value)
  if (member === undefined || (edit.op === 'rename' && json.has(edit.key))) return json
  return new Map(
    [...json].flatMap(([key, value]): [string, Json][] => {
      if (key !== part) return [[key, value]]
      return edit.op === 'rename' ? [[edit.key, value]] : []
    }),
  )
}

/**
 * Those of a document’s repairs that can be made together: none touches what another has changed. The others
 * are found again in the document that these leave.
 */
export function compatible(repairs: readonly Repair[]): readonly Repair[] {
  const touched = new Set<string>()
  const above = new Set<string>()
  return repairs.filter(({ edits }) => {
    const paths = edits.flatMap((edit) =>
      edit.op === 'rename' ? [edit.path, [...edit.path.slice(0, -1), edit.key]] : [edit.path],
    )
    const clash = paths.some(
      (path) => above.has(toPointer(path)) || prefixes(path).some((each) => touched.has(each)),
    )
    if (clash) return false
    for (const path of paths) {
      touched.add(toPointer(path))
      for (const prefix of prefixes(path)) above.add(prefix)
    }
    return true
  })
}

/** The pointers of a path and of everything above it. */
function prefixes(path: JsonPath): readonly string[] {
  return Array.from({ length: path.length + 1 }, (_, length) => toPointer(path.slice(0, length)))
}
