import {
  isJsonArray,
  isJsonNumber,
  isJsonObject,
  type Json,
  type JsonObject,
  jsonNumber,
  toJson,
} from '../../model/json'
import { autoLayout } from '../../scenario/auto-layout'
import { emptyScenario, nodeKey, type Scenario } from '../../scenario/scenario'
import { encodeSurroundings, VERSION_KEY } from '../scenario-json'

/**
 * The scenario but its policy as JSON in which nothing ordinary is said: no defaults, and no positions
 * where the automatic layout would put a node anyway; the others in whole canvas units.
 */
export function toCompact(scenario: Scenario): JsonObject {
  const full = encodeSurroundings(scenario)
  const ordinary = encodeSurroundings(emptyScenario())
  const kept = new Map<string, Json>([[VERSION_KEY, full.get(VERSION_KEY) ?? null]])
  for (const [key, value] of full) {
    if (key === VERSION_KEY) continue
    const said =
      key === 'layout' ? compactLayout(scenario) : key === 'queries' ? compactQueries(value) : value
    const rest = without(said, ordinary.get(key))
    if (rest !== undefined) kept.set(key, rest)
  }
  return kept
}

/** The scenario as JSON again, as a scenario file has it. */
export function fromCompact(compact: JsonObject, document: JsonObject): JsonObject {
  const entries = [...compact].map(([key, value]): [string, Json] => [
    key,
    key === 'layout' ? fullLayout(value, document) : value,
  ])
  return new Map([...entries, ['policy', document]])
}

/** What a value says beyond the ordinary one; undefined when nothing. */
function without(value: Json, ordinary: Json | undefined): Json | undefined {
  if (isJsonObject(value) && isJsonObject(ordinary)) {
    const members = [...value].flatMap(([key, member]): [string, Json][] => {
      const rest = without(member, ordinary.get(key))
      return rest === undefined ? [] : [[key, rest]]
    })
    return members.length === 0 ? undefined : new Map(members)
  }
  if (isJsonArray(value) && value.length === 0) return undefined
  if (isJsonNumber(value) && isJsonNumber(ordinary))
    return value.number === ordinary.number ? undefined : value
  return value === ordinary ? undefined : value
}

const ORDINARY_QUERY = toJson({ name: '', place: '', query: { clientSubnet: true } })

function compactQueries(queries: Json): Json {
  if (!isJsonArray(queries)) return queries
  // Every null in a query is what it has when left out.
  return queries.map((query) => without(withoutNulls(query), ORDINARY_QUERY) ?? new Map())
}

function withoutNulls(json: Json): Json {
  if (!isJsonObject(json)) return json
  const members = [...json].filter(([, value]) => value !== null)
  return new Map(members.map(([key, value]) => [key, withoutNulls(value)]))
}

/** Which nodes, counted from one to the next, and their coordinates one behind the other. */
function compactLayout({ policy, layout }: Scenario): JsonObject {
  const automatic = autoLayout(policy)
  const moved = nodeKeys([...policy.endpoints.keys()], [...policy.rules.keys()]).flatMap((key, index) => {
    const [position, ordinary] = [layout.get(key), automatic.get(key)]
    if (!position) return []
    const [x, y] = [Math.round(position.x), Math.round(position.y)]
    return x === ordinary?.x && y === ordinary.y ? [] : [{ index, x, y }]
  })
  if (moved.length === 0) return new Map()
  const integers = (values: readonly number[]) => values.map((value) => jsonNumber(value === 0 ? 0 : value))
  return new Map([
    ['nodes', integers(moved.map(({ index }, at) => index - (moved[at - 1]?.index ?? -1) - 1))],
    ['x', integers(moved.map(({ x }) => x))],
    ['y', integers(moved.map(({ y }) => y))],
  ])
}

function fullLayout(compact: Json, document: JsonObject): Json {
  if (!isJsonObject(compact)) return compact
  const keys = nodeKeys(idsUnder(document, 'Endpoints'), idsUnder(document, 'Rules'))
  const [nodes, x, y] = ['nodes', 'x', 'y'].map((key) => compact.get(key))
  if (!isJsonArray(nodes) || !isJsonArray(x) || !isJsonArray(y)) return compact
  const layout = new Map<string, Json>()
  let index = -1
  nodes.forEach((step, at) => {
    index += 1 + (isJsonNumber(step) ? Number(step.number) : 0)
    const key = keys[index]
    if (key !== undefined)
      layout.set(
        key,
        new Map([
          ['x', x[at] ?? null],
          ['y', y[at] ?? null],
        ]),
      )
  })
  return layout
}

/** The nodes of a policy in the order in which a link counts them. */
function nodeKeys(endpoints: readonly string[], rules: readonly string[]): readonly string[] {
  return [
    nodeKey(null),
    ...endpoints.map((id) => nodeKey({ kind: 'endpoint', id })),
    ...rules.map((id) => nodeKey({ kind: 'rule', id })),
  ]
}

function idsUnder(document: JsonObject, key: string): readonly string[] {
  const members = document.get(key)
  return isJsonObject(members) ? [...members.keys()] : []
}
