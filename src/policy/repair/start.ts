import { isPlaceholder } from '../../model/field'
import { isJsonArray, isJsonObject, type Json, type JsonObject, present } from '../../model/json'
import { quote } from '../../model/problem-kind'
import type { Repair } from './repair'
import { bare, idsOf, type Sight } from './sight'

/** A start that is missing and can only be one thing, under the wrong key, or one too many. */
export function repairStart({ document }: Sight): readonly Repair[] {
  const rule = present(document, 'StartRule')
  const endpoint = present(document, 'StartEndpoint')
  if (rule === undefined && endpoint === undefined) return missing(document)
  if (rule !== undefined && endpoint !== undefined) {
    return [
      {
        code: 'repair/start',
        title: 'Remove StartEndpoint, since StartRule is taken',
        path: ['StartEndpoint'],
        safe: false,
        mends: ['policy/two-starts'],
        edits: [{ op: 'remove', path: ['StartEndpoint'] }],
      },
    ]
  }
  return rule === undefined ? [] : elsewhere(document, rule)
}

/** A start that names no rule, though only one rule could be meant. */
function elsewhere(document: JsonObject, named: Json): readonly Repair[] {
  const rules = idsOf(document, 'Rules')
  const known = [...rules, ...idsOf(document, 'Endpoints')].map(bare)
  if (typeof named !== 'string' || isPlaceholder(named) || known.includes(bare(named))) return []
  const led = references(document)
  const [root, second] = rules.filter((id) => !led.has(id))
  if (root === undefined || second !== undefined) return []
  const title = `Set StartRule to ${quote(root)}, the one rule that nothing leads to`
  const path = ['StartRule']
  return [
    {
      code: 'repair/start',
      title,
      path,
      safe: false,
      mends: ['policy/dangling-start'],
      edits: [{ op: 'set', path, value: root }],
    },
  ]
}

function missing(document: JsonObject): readonly Repair[] {
  const stated = ['Start', 'StartId', 'StartReference', 'StartNode'].find(
    (key) => typeof document.get(key) === 'string',
  )
  const named = stated === undefined ? undefined : document.get(stated)
  const rules = idsOf(document, 'Rules').filter((id) => !isNull(document, 'Rules', id))
  const endpoints = idsOf(document, 'Endpoints').filter((id) => !isNull(document, 'Endpoints', id))
  if (stated !== undefined && typeof named === 'string') {
    const key = rules.includes(named) ? 'StartRule' : endpoints.includes(named) ? 'StartEndpoint' : null
    return key === null ? [] : [start(key, named, stated)]
  }
  const led = references(document)
  const roots = rules.filter((id) => !led.has(id))
  const [root, second] = roots
  if (root !== undefined && second === undefined) return [start('StartRule', root)]
  const [only] = endpoints
  return rules.length === 0 && only !== undefined && endpoints.length === 1
    ? [start('StartEndpoint', only)]
    : []
}

function start(key: 'StartRule' | 'StartEndpoint', id: string, from?: string): Repair {
  const reason = key === 'StartRule' ? 'the one rule that nothing leads to' : 'the only endpoint'
  return {
    code: 'repair/start',
    title: from === undefined ? `Set ${key} to ${quote(id)}, ${reason}` : `Rename ${quote(from)} to ${key}`,
    path: [],
    safe: true,
    mends: ['policy/no-start'],
    edits:
      from === undefined ? [{ op: 'set', path: [key], value: id }] : [{ op: 'rename', path: [from], key }],
  }
}

function isNull(document: JsonObject, key: 'Rules' | 'Endpoints', id: string): boolean {
  const members = document.get(key)
  return isJsonObject(members) && members.get(id) === null
}

/** Ids of rules that any branch leads to. */
function references(document: JsonObject): ReadonlySet<string> {
  const led = new Set<string>()
  visit(document.get('Rules') ?? null)
  return led

  function visit(json: Json): void {
    if (isJsonArray(json)) json.forEach(visit)
    else if (isJsonObject(json)) {
      for (const [key, value] of json) {
        if (key === 'RuleReference' && typeof value === 'string') led.add(value)
        else visit(value)
      }
    }
  }
}
