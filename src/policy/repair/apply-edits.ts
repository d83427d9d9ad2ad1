import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from '../../model/json'
import { type JsonPath, toPointer } from '../../model/problem'
import type { JsonEdit, Repair } from './repair'

/** The document with the edits made, those of one place one after another; in one pass, however many there are. */
export function applyEdits(document: Json, edits: readonly JsonEdit[]): Json {
  return editAll(
    document,
    edits.map((edit) => ({ edit, rest: edit.path })),
  )
}

/** An edit with what is left of its path from the value at hand on. */
interface Pending {
  readonly edit: JsonEdit
  readonly rest: JsonPath
}

function editAll(json: Json, pending: readonly Pending[]): Json {
  const whole = pending.findLast(({ edit, rest }) => rest.length === 0 && edit.op === 'set')
  if (whole?.edit.op === 'set') return whole.edit.value
  if (isJsonArray(json)) return editItems(json, groupedBy(pending))
  return isJsonObject(json) ? editMembers(json, groupedBy(pending)) : json
}

function editItems(list: JsonArray, groups: ReadonlyMap<string | number, readonly Pending[]>): Json {
  return list.flatMap((item, index) => {
    const group = groups.get(index)
    if (!group) return [item]
    const [member] = editMember([String(index), item], group, () => true)
    return member ? [member[1]] : []
  })
}

function editMembers(object: JsonObject, groups: ReadonlyMap<string | number, readonly Pending[]>): Json {
  const entries = [...object].flatMap((entry): readonly Member[] => {
    const group = groups.get(entry[0])
    return group ? editMember(entry, group, (key) => object.has(key)) : [entry]
  })
  const added = [...groups].flatMap(([key, group]): readonly Member[] => {
    if (object.has(String(key))) return []
    const last = group.findLast(({ edit, rest }) => rest.length === 1 && edit.op === 'set')
    return last?.edit.op === 'set' ? [[String(key), last.edit.value]] : []
  })
  return new Map([...entries, ...added])
}

type Member = readonly [key: string, value: Json]

/** One member after its edits; none when it is removed. Another key is taken only where it is free. */
function editMember(
  member: Member,
  group: readonly Pending[],
  isTaken: (key: string) => boolean,
): readonly Member[] {
  const deeper = group.filter(({ rest }) => rest.length > 1)
  const [key, value] = member
  let result: Member | null = [
    key,
    deeper.length > 0
      ? editAll(
          value,
          deeper.map(({ edit, rest }) => ({ edit, rest: rest.slice(1) })),
        )
      : value,
  ]
  for (const { edit, rest } of group) {
    if (rest.length > 1 || !result) continue
    if (edit.op === 'remove') result = null
    else if (edit.op === 'set') result = [result[0], edit.value]
    else if (!isTaken(edit.key)) result = [edit.key, result[1]]
  }
  return result ? [result] : []
}

function groupedBy(pending: readonly Pending[]): ReadonlyMap<string | number, readonly Pending[]> {
  const groups = new Map<string | number, Pending[]>()
  for (const each of pending) {
    const [part] = each.rest
    if (part === undefined) continue
    const group = groups.get(part)
    if (group) group.push(each)
    else groups.set(part, [each])
  }
  return groups
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
    const ways = paths.map(prefixes)
    const clash = ways.some((way) => above.has(way.at(-1) ?? '') || way.some((each) => touched.has(each)))
    if (clash) return false
    for (const way of ways) {
      touched.add(way.at(-1) ?? '')
      for (const prefix of way) above.add(prefix)
    }
    return true
  })
}

/** The pointers of everything above a path, from the root on, and its own last. */
function prefixes(path: JsonPath): readonly string[] {
  const way = ['']
  for (const part of path) way.push(`${way.at(-1) ?? ''}${toPointer([part])}`)
  return way
}
