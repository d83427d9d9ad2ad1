import { freeId } from '../../model/free-id'
import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import type { JsonEdit, Repair } from './repair'
import { type BranchSight, idsOf, type MemberSight, type Sight } from './sight'

/**
 * An endpoint with several values, as a record set has them: each becomes an endpoint, and a multivalue rule that
 * answers with all of them takes the place of the one.
 */
export function repairSeveralValues(sight: Sight): readonly Repair[] {
  return sight.endpoints.flatMap((endpoint) => {
    const values = valuesOf(endpoint.member)
    const leading = sight.rules.flatMap(({ type, branches }) =>
      branches
        .filter(({ branch }) => branch.get('EndpointReference') === endpoint.id)
        .map((each) => ({ ...each, type })),
    )
    // A multivalue rule leads to endpoints alone, which is for its owner to sort out.
    if (values.length < 2 || leading.some(({ type }) => type === 'multivalue')) return []
    return [spread(sight.document, endpoint, values, leading)]
  })
}

/** The values of an endpoint of the type `value`: in a list, or addresses in one text. */
function valuesOf(member: JsonObject): readonly string[] {
  const held = member.get('Value')
  if (member.get('Type') !== 'value') return []
  if (isJsonArray(held)) {
    const texts = held.filter((each) => typeof each === 'string' && each !== '')
    return texts.length === held.length ? texts.map(String) : []
  }
  const parts = typeof held === 'string' ? held.trim().split(/\s*[,;\s]\s*/) : []
  return parts.every((part) => ADDRESS.test(part)) ? parts : []
}

const ADDRESS = /^(?:\d+(?:\.\d+){3}|[0-9a-f]*:[0-9a-f:.]+)$/i

function spread(
  document: JsonObject,
  { id, path, member }: MemberSight,
  values: readonly string[],
  leading: readonly BranchSight[],
): Repair {
  const taken = new Set(idsOf(document, 'Endpoints'))
  const ids = values.map((_, index) => {
    const own = freeId(taken, `${id}-${index + 1}`)
    taken.add(own)
    return own
  })
  const rule = freeId(new Set(idsOf(document, 'Rules')), id)
  const isStart = document.get('StartEndpoint') === id
  return {
    code: 'repair/values',
    title: `Make an endpoint of each of the ${values.length} values of endpoint ${quote(id)}, and a multivalue rule ${quote(rule)} that answers with all of them`,
    path: [...path, 'Value'],
    safe: true,
    mends: ['document/wrong-type', 'endpoint/value-format'],
    edits: [
      ...values.map((value, index) => added(['Endpoints', ids[index] ?? ''], withValue(member, value))),
      { op: 'remove', path },
      ...ruleEdits(document, rule, multivalue(ids)),
      ...leading.map((branch) => referring(branch, rule)),
      ...(isStart ? startingAt(rule) : []),
    ],
  }
}

function withValue(member: JsonObject, value: string): JsonObject {
  return new Map([...member].map(([key, held]) => [key, key === 'Value' ? value : held] as const))
}

function multivalue(ids: readonly string[]): JsonObject {
  return jsonObject([
    ['RuleType', 'multivalue'],
    ['Items', ids.map((id) => jsonObject([['EndpointReference', id]]))],
  ])
}

function added(path: JsonPath, value: Json): JsonEdit {
  return { op: 'set', path, value }
}

function ruleEdits(document: JsonObject, id: string, rule: JsonObject): readonly JsonEdit[] {
  return isJsonObject(document.get('Rules'))
    ? [added(['Rules', id], rule)]
    : [added(['Rules'], jsonObject([[id, rule]]))]
}

function referring({ branch, path }: BranchSight, rule: string): JsonEdit {
  const members = [...branch].map(([key, held]) =>
    key === 'EndpointReference' ? (['RuleReference', rule] as const) : ([key, held] as const),
  )
  return added(path, jsonObject(members))
}

function startingAt(rule: string): readonly JsonEdit[] {
  const path = ['StartEndpoint']
  return [
    { op: 'set', path, value: rule },
    { op: 'rename', path, key: 'StartRule' },
  ]
}
