import { freeId, numberedId } from '../../model/free-id'
import { equalJson, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote, quoteSome } from '../../model/problem-kind'
import { type Inline, inlineIn, inlineStart } from './inline-endpoint'
import { inlineRuleIn, inlineStartRule, inlineTypeOf } from './inline-rule'
import type { JsonEdit, Repair } from './repair'
import { idsOf, type Sight } from './sight'
import { shown } from './site-title'

/** By what is inline: where it belongs, and the keys that refer to it there. */
const FORMS = {
  endpoint: { container: 'Endpoints', reference: 'EndpointReference', start: 'StartEndpoint' },
  rule: { container: 'Rules', reference: 'RuleReference', start: 'StartRule' },
} as const
type Kind = Inline['kind']

/**
 * Endpoints and rules that are written where a reference to one belongs: an object, a bare value, an address. Each
 * becomes a member of Endpoints or Rules, equal ones become one, and the branch or the start refers to it. What is
 * inside a rule that is inside a branch comes next.
 */
export function repairInlineMembers(sight: Sight): readonly Repair[] {
  const sites = sitesIn(sight)
  return (['endpoint', 'rule'] as const).flatMap((kind) => repairKind(sight.document, kind, sites))
}

interface Site {
  readonly inline: Inline
  readonly holder: JsonObject
  readonly path: JsonPath
}

function sitesIn({ document, rules }: Sight): readonly Site[] {
  const start = inlineStart(document) ?? inlineStartRule(document)
  return [
    ...(start ? [{ inline: start, holder: document, path: [] }] : []),
    ...rules.flatMap(({ type, branches }) =>
      branches.flatMap(({ branch, path }): Site[] => {
        const inline = inlineRuleIn(branch) ?? inlineIn(branch, type, document)
        return inline ? [{ inline, holder: branch, path }] : []
      }),
    ),
  ]
}

function repairKind(document: JsonObject, kind: Kind, sites: readonly Site[]): readonly Repair[] {
  const own = sites.filter(({ inline }) => inline.kind === kind)
  const lifts = named(own, document, kind)
  const [first] = lifts
  if (!first) return []
  const held = document.get(FORMS[kind].container) ?? null
  if (isJsonObject(held)) return lifts.map((lift) => lifted(lift))
  return held === null ? [together(first, lifts)] : []
}

/** A member with the id that it gets, and whether the document has it under that already. */
interface Lift extends Site {
  readonly id: string
  readonly isThere: boolean
}

function named(sites: readonly Site[], document: JsonObject, kind: Kind): readonly Lift[] {
  const { container } = FORMS[kind]
  const taken = new Set(idsOf(document, container))
  const added = new Map<string, JsonObject>()
  return sites.map((site) => {
    const { member, id: stated } = site.inline
    const there = idInDocument(member, document.get(container))
    if (there !== undefined) return { ...site, id: there, isThere: true }
    const same = [...added].find(([, each]) => equalJson(each, member))?.[0]
    const id = same ?? (stated === null ? numberedId(taken, wordFor(kind, member)) : freeId(taken, stated))
    taken.add(id)
    added.set(id, member)
    return { ...site, id, isThere: false }
  })
}

/** The id of a member that says the same, and perhaps more. */
function idInDocument(inline: JsonObject, members: Json | undefined): string | undefined {
  return [...(isJsonObject(members) ? members : [])].find(([, member]) =>
    isJsonObject(member)
      ? [...inline].every(([key, value]) => equalJson(member.get(key), value))
      : member === inline.get('Value'),
  )?.[0]
}

function wordFor(kind: Kind, member: JsonObject): string {
  return (kind === 'rule' ? inlineTypeOf(member) : undefined) ?? kind
}

function lifted(lift: Lift): Repair {
  const { inline, id } = lift
  const edits = [...(lift.isThere ? [] : [added(id, inline)]), referring(lift)]
  return { ...base(lift), title: titleOf(lift), edits }
}

function titleOf({ inline, id, isThere, holder, path }: Lift): string {
  const { kind, said } = inline
  const reference = path.length === 0 ? '' : `${FORMS[kind].reference} `
  if (kind === 'endpoint') {
    const what = isThere ? 'which has this value' : 'which becomes an endpoint of its own'
    return `Write ${said} ${shown(holder.get(said) ?? null)} as ${reference}${quote(id)}, ${what}`
  }
  const type = inlineTypeOf(inline.member)
  const rule = `the ${type === undefined ? '' : `${type} `}rule ${inline.keys.length > 1 ? 'inside the branch' : `inside ${said}`}`
  return isThere
    ? `Write ${rule} as ${reference}${quote(id)}, which is the same`
    : `Make ${rule} a rule of its own, ${quote(id)}, and refer to it`
}

/** All at once, for a document that has nothing yet to put one into. */
function together(first: Lift, lifts: readonly Lift[]): Repair {
  const { container } = FORMS[first.inline.kind]
  const members = new Map<string, Json>(lifts.map(({ id, inline }) => [id, inline.member]))
  const ids = [...members.keys()]
  const whose = first.inline.kind === 'rule' ? 'the start holds itself' : 'the branches hold themselves'
  const title = `Make ${container} of what ${whose}, ${quoteSome(ids)}, and refer to ${ids.length === 1 ? 'it' : 'them'}`
  const edits: JsonEdit[] = [
    { op: 'set', path: [container], value: jsonObject(members) },
    ...lifts.map(referring),
  ]
  return { ...base(first), title, edits }
}

function added(id: string, { kind, member }: Inline): JsonEdit {
  return { op: 'set', path: [FORMS[kind].container, id], value: member }
}

/** Puts the reference in the place of what was there. */
function referring({ inline, holder, path, id }: Lift): JsonEdit {
  const { reference, start } = FORMS[inline.kind]
  if (path.length === 0) return { op: 'set', path: [start], value: id }
  const [first, ...others] = inline.keys
  const members = [...holder].flatMap(([key, value]): (readonly [string, Json])[] => {
    if (key === first) return [[reference, id], ...inline.branch]
    return others.includes(key) ? [] : [[key, value]]
  })
  return { op: 'set', path, value: jsonObject(members) }
}

const REFERENCES = ['EndpointReference', 'RuleReference', 'StartEndpoint', 'StartRule']

function base({ inline, path }: Lift): Omit<Repair, 'title' | 'edits'> {
  const [key = ''] = inline.keys
  const isReference = REFERENCES.includes(key)
  return {
    code: inline.kind === 'rule' ? 'repair/inline-rule' : 'repair/inline-endpoint',
    path: isReference ? [...path, key] : path,
    safe: true,
    mends: isReference
      ? ['document/wrong-type', 'branch/dangling', 'policy/dangling-start']
      : ['branch/no-target'],
  }
}
