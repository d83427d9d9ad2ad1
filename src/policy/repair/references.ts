import { isPlaceholder } from '../../model/field'
import { isJsonObject, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { idKeyOf } from './containers'
import type { JsonEdit, Repair } from './repair'
import { bare, idsOf, type Sight } from './sight'
import { shown } from './site-title'

const PAIRS = [
  { own: 'StartRule', other: 'StartEndpoint', map: 'Rules', otherMap: 'Endpoints' },
  { own: 'StartEndpoint', other: 'StartRule', map: 'Endpoints', otherMap: 'Rules' },
  { own: 'RuleReference', other: 'EndpointReference', map: 'Rules', otherMap: 'Endpoints' },
  { own: 'EndpointReference', other: 'RuleReference', map: 'Endpoints', otherMap: 'Rules' },
] as const

/** References that name nothing, where a name differs in its spelling only, or is one of the other kind. */
export function repairReferences({ document, rules }: Sight): readonly Repair[] {
  const ids = { Rules: namesOf(idsOf(document, 'Rules')), Endpoints: namesOf(idsOf(document, 'Endpoints')) }
  return [
    ...inHolder(document, [], ids, 'policy/dangling-start'),
    ...rules.flatMap(({ type, branches }) =>
      branches.flatMap(({ branch, path }) => [
        ...inHolder(branch, path, ids, 'branch/dangling', type === 'multivalue'),
        ...inObject(branch, path, ids.Endpoints),
      ]),
    ),
  ]
}

interface Names {
  readonly exact: ReadonlySet<string>
  /** Ids by how they are spelled without capitals and signs; null where two share that. */
  readonly bare: ReadonlyMap<string, string | null>
}

function namesOf(ids: readonly string[]): Names {
  const byBare = new Map<string, string | null>()
  for (const id of ids) if (bare(id) !== '') byBare.set(bare(id), byBare.has(bare(id)) ? null : id)
  return { exact: new Set(ids), bare: byBare }
}

function inHolder(
  holder: JsonObject,
  path: JsonPath,
  ids: Readonly<Record<'Rules' | 'Endpoints', Names>>,
  problem: string,
  endpointsOnly = false,
): readonly Repair[] {
  return PAIRS.flatMap(({ own, other, map, otherMap }): Repair[] => {
    const id = holder.get(own)
    if (typeof id !== 'string' || ids[map].exact.has(id) || isPlaceholder(id)) return []
    const same = ids[map].bare.get(bare(id))
    const there = ids[otherMap].exact.has(id) ? id : ids[otherMap].bare.get(bare(id))
    const key = same ? own : other
    const meant = same ?? there
    if (!meant || (key !== own && (holder.has(other) || (endpointsOnly && other === 'RuleReference'))))
      return []
    const at = [...path, own]
    const edits: JsonEdit[] = [
      ...(meant === id ? [] : [{ op: 'set' as const, path: at, value: meant }]),
      ...(key === own ? [] : [{ op: 'rename' as const, path: at, key }]),
    ]
    const title =
      key === own
        ? `Write the reference ${quote(id)} as ${quote(meant)}`
        : `Make the reference to ${quote(meant)} ${article(key)}`
    return [{ code: 'repair/reference', title, path: at, safe: true, mends: [problem], edits }]
  })
}

function article(key: string): string {
  return /^[AEIOU]/.test(key) ? `an ${key}` : `a ${key}`
}

const HOLDING = ['endpoint', 'endpointreference', 'target']

/** The id of an endpoint in an object of its own: `"Endpoint": { "Id": "a" }`. */
function inObject(branch: JsonObject, path: JsonPath, endpoints: Names): readonly Repair[] {
  return [...branch].flatMap(([key, held]): readonly Repair[] => {
    if (!HOLDING.includes(bare(key)) || !isJsonObject(held) || held.size !== 1) return []
    const idKey = idKeyOf(held)
    const id = idKey === undefined ? undefined : held.get(idKey)
    const isTaken = key !== 'EndpointReference' && branch.has('EndpointReference')
    if (typeof id !== 'string' || !endpoints.exact.has(id) || isTaken) return []
    const value = new Map(
      [...branch].map((member) => (member[0] === key ? (['EndpointReference', id] as const) : member)),
    )
    const isKnown = key === 'EndpointReference'
    return [
      {
        code: 'repair/reference',
        title: `Write ${key} ${shown(held)} as EndpointReference ${quote(id)}`,
        path: isKnown ? [...path, key] : path,
        safe: true,
        mends: isKnown ? ['document/wrong-type'] : ['branch/no-target'],
        edits: [{ op: 'set', path, value }],
      },
    ]
  })
}
