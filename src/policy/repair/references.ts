import { isPlaceholder } from '../../model/field'
import type { JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import type { JsonEdit, Repair } from './repair'
import { bare, idsOf, type Sight } from './sight'

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
      branches.flatMap(({ branch, path }) =>
        inHolder(branch, path, ids, 'branch/dangling', type === 'multivalue'),
      ),
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
