import { freeId } from '../../model/free-id'
import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import { quote } from '../../model/problem-kind'
import { typeOfPlainValue } from './endpoint-of-value'
import type { Repair } from './repair'
import { bare, idsOf, type Sight } from './sight'

type Container = 'Endpoints' | 'Rules'
const MARK = { Endpoints: 'Type', Rules: 'RuleType' } as const
const NAMES = { Endpoints: 'endpoint', Rules: 'rule' } as const
/** Keys in which a member may say what it is called, by how they are spelled without capitals and signs. */
const ID_KEYS = ['id', 'name', 'ruleid', 'rulename', 'endpointid', 'endpointname', 'key']

/** The key under which a member says what it is called; undefined when it does not. */
export function idKeyOf(member: JsonObject): string | undefined {
  return [...member].find(([key, value]) => typeof value === 'string' && ID_KEYS.includes(bare(key)))?.[0]
}

/** Rules or endpoints in a list, a single one without its id, endpoints that are only a value. */
export function repairContainers({ document }: Sight): readonly Repair[] {
  return [
    ...(['Rules', 'Endpoints'] as const).flatMap((key) => repairContainer(document, key)),
    ...repairBareEndpoints(document),
  ]
}

function repairContainer(document: JsonObject, key: Container): readonly Repair[] {
  const held = document.get(key)
  const single = isJsonObject(held) && typeof held.get(MARK[key]) === 'string'
  const list = isJsonArray(held) ? held : single ? [held] : null
  if (!list) return []
  const wanted = danglingIds(document, key)
  const members = new Map<string, Json>()
  for (const [index, member] of list.entries()) {
    const own = isJsonObject(member) ? idKeyOf(member) : undefined
    const stated = own === undefined || !isJsonObject(member) ? undefined : member.get(own)
    // A lone member is what the one reference that leads nowhere means.
    const meant = list.length === 1 && wanted.length === 1 ? wanted[0] : undefined
    const id = freeId(members, typeof stated === 'string' ? stated : (meant ?? wordFor(member, key, index)))
    members.set(id, isJsonObject(member) && own !== undefined ? without(member, own) : member)
  }
  const ids = [...members.keys()].slice(0, 4).map(quote).join(', ')
  const title = `Make ${key} an object of ids${members.size === 0 ? '' : `: ${ids}${members.size > 4 ? ' …' : ''}`}`
  return [
    {
      code: 'repair/ids',
      title,
      path: single ? [key, MARK[key]] : [key],
      safe: true,
      mends: ['document/members', 'document/endpoint', 'document/rule-type'],
      edits: [{ op: 'set', path: [key], value: jsonObject(members) }],
    },
  ]
}

/** Ids that the document refers to as a member of a map and that are not there. */
function danglingIds(document: JsonObject, key: Container): readonly string[] {
  const referring = key === 'Rules' ? ['StartRule', 'RuleReference'] : ['StartEndpoint', 'EndpointReference']
  const there = new Set(idsOf(document, key))
  const found = new Set<string>()
  visit(document)
  return [...found]

  function visit(json: Json): void {
    if (isJsonArray(json)) json.forEach(visit)
    else if (isJsonObject(json)) {
      for (const [name, value] of json) {
        if (referring.includes(name) && typeof value === 'string' && !there.has(value)) found.add(value)
        else visit(value)
      }
    }
  }
}

function wordFor(member: Json, key: Container, index: number): string {
  const type = isJsonObject(member) ? member.get(MARK[key]) : undefined
  const word = key === 'Rules' && typeof type === 'string' && type !== '' ? type : NAMES[key]
  return key === 'Rules' ? word : `${word}-${index + 1}`
}

function without(member: JsonObject, key: string): JsonObject {
  return new Map([...member].filter(([each]) => each !== key))
}

function repairBareEndpoints(document: JsonObject): readonly Repair[] {
  const held = document.get('Endpoints')
  if (!isJsonObject(held) || typeof held.get('Type') === 'string') return []
  return [...held].flatMap(([id, value]): Repair[] => {
    if (typeof value !== 'string' || value === '') return []
    const endpoint = jsonObject([
      ['Type', typeOfPlainValue(value, document)],
      ['Value', value],
    ])
    const path = ['Endpoints', id]
    return [
      {
        code: 'repair/endpoint',
        title: `Make endpoint ${quote(id)} an object with the value ${quote(value)}`,
        path,
        safe: true,
        mends: ['document/endpoint'],
        edits: [{ op: 'set', path, value: endpoint }],
      },
    ]
  })
}
