import { equalJson, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote, quoteSome } from '../../model/problem-kind'
import { type Inline, inlineIn, inlineStart } from './inline-endpoint'
import type { JsonEdit, Repair } from './repair'
import { idsOf, type Sight } from './sight'
import { shown } from './site-title'

/**
 * Endpoints that are written where a reference to one belongs: an object, a bare value, an address. Each becomes a
 * member of Endpoints, equal ones become one, and the branch or the start refers to it.
 */
export function repairInlineEndpoints({ document, rules }: Sight): readonly Repair[] {
  const start = inlineStart(document)
  const sites = [
    ...(start ? [{ inline: start, holder: document, path: [] }] : []),
    ...rules.flatMap(({ type, branches }) =>
      branches.flatMap(({ branch, path }): Site[] => {
        const inline = inlineIn(branch, type, document)
        return inline ? [{ inline, holder: branch, path }] : []
      }),
    ),
  ]
  const lifts = named(sites, document)
  const [first] = lifts
  if (!first) return []
  const held = document.get('Endpoints') ?? null
  if (isJsonObject(held)) return lifts.map((lift) => lifted(lift))
  return held === null ? [together(first, lifts)] : []
}

interface Site {
  readonly inline: Inline
  readonly holder: JsonObject
  readonly path: JsonPath
}

/** An endpoint with the id that it gets, and whether the document has it under that already. */
interface Lift extends Site {
  readonly id: string
  readonly isThere: boolean
}

function named(sites: readonly Site[], document: JsonObject): readonly Lift[] {
  const taken = new Set(idsOf(document, 'Endpoints'))
  const added = new Map<string, JsonObject>()
  return sites.map((site) => {
    const { endpoint, id: stated } = site.inline
    const there = idInDocument(endpoint, document)
    if (there !== undefined) return { ...site, id: there, isThere: true }
    const same = [...added].find(([, each]) => equalJson(each, endpoint))?.[0]
    const id = same ?? freeId(taken, stated)
    taken.add(id)
    added.set(id, endpoint)
    return { ...site, id, isThere: false }
  })
}

/** The id under which a document has an endpoint of the same type and value. */
function idInDocument(endpoint: JsonObject, document: JsonObject): string | undefined {
  const members = document.get('Endpoints')
  return [...(isJsonObject(members) ? members : [])].find(([, member]) =>
    isJsonObject(member)
      ? [...endpoint].every(([key, value]) => equalJson(member.get(key), value))
      : member === endpoint.get('Value'),
  )?.[0]
}

function freeId(taken: ReadonlySet<string>, stated: string | null): string {
  if (stated !== null && !taken.has(stated)) return stated
  const word = stated ?? 'endpoint'
  let number = stated === null ? 1 : 2
  while (taken.has(`${word}-${number}`)) number++
  return `${word}-${number}`
}

function lifted(lift: Lift): Repair {
  const { inline, id, isThere, holder } = lift
  const what = isThere ? 'which has this value' : 'which becomes an endpoint of its own'
  const reference = lift.path.length === 0 ? '' : 'EndpointReference '
  const title = `Write ${inline.said} ${shown(holder.get(inline.said) ?? null)} as ${reference}${quote(id)}, ${what}`
  const edits = [...(isThere ? [] : [added(id, inline.endpoint)]), referring(lift)]
  return { ...base(lift), title, edits }
}

/** All endpoints at once, for a document that has no Endpoints to put one into. */
function together(first: Lift, lifts: readonly Lift[]): Repair {
  const endpoints = new Map<string, Json>(lifts.map(({ id, inline }) => [id, inline.endpoint]))
  const ids = [...endpoints.keys()]
  const title = `Make Endpoints of what the branches hold themselves, ${quoteSome(ids)}, and refer to ${ids.length === 1 ? 'it' : 'them'}`
  const edits: JsonEdit[] = [
    { op: 'set', path: ['Endpoints'], value: jsonObject(endpoints) },
    ...lifts.map(referring),
  ]
  return { ...base(first), title, edits }
}

function added(id: string, endpoint: JsonObject): JsonEdit {
  return { op: 'set', path: ['Endpoints', id], value: endpoint }
}

/** Puts the reference in the place of what was there. */
function referring({ inline, holder, path, id }: Lift): JsonEdit {
  if (path.length === 0) return { op: 'set', path: ['StartEndpoint'], value: id }
  const [first, ...others] = inline.keys
  const members = [...holder].flatMap(([key, value]): (readonly [string, Json])[] => {
    if (key === first) return [['EndpointReference', id], ...inline.branch]
    return others.includes(key) ? [] : [[key, value]]
  })
  return { op: 'set', path, value: jsonObject(members) }
}

function base({ inline, path }: Lift): Omit<Repair, 'title' | 'edits'> {
  const [key = ''] = inline.keys
  const isReference = key === 'EndpointReference' || key === 'StartEndpoint'
  return {
    code: 'repair/inline-endpoint',
    path: isReference ? [...path, key] : path,
    safe: true,
    mends: isReference
      ? ['document/wrong-type', 'branch/dangling', 'policy/dangling-start']
      : ['branch/no-target'],
  }
}
