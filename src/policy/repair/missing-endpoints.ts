import { isPlaceholder } from '../../model/field'
import { type Json, jsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quoteSome } from '../../model/problem-kind'
import { isPlainValue } from './endpoint-of-value'
import type { JsonEdit, Repair } from './repair'
import { bare, idsOf, type Sight } from './sight'

/**
 * Endpoints that branches lead to and that are not there, with a placeholder for their values: plain where a rule was
 * pasted without any endpoint, else a guess.
 */
export function repairMissingEndpoints({ document, rules }: Sight): readonly Repair[] {
  const there = [...idsOf(document, 'Endpoints'), ...idsOf(document, 'Rules')]
  const known = new Set(there.map(bare))
  const missing = new Map<string, JsonPath>()
  for (const { branch, path } of rules.flatMap(({ branches }) => branches)) {
    const id = branch.get('EndpointReference')
    if (typeof id !== 'string' || id === '' || isPlaceholder(id) || known.has(bare(id))) continue
    // What is a value itself is for the repair of endpoints inside branches.
    if (isPlainValue(id, document)) continue
    if (!missing.has(id)) missing.set(id, [...path, 'EndpointReference'])
  }
  const ids = [...missing.keys()]
  const endpoints = ids.map((id) => [id, placeholderFor(id)] as const)
  if (ids.length > 0 && !document.has('Endpoints')) {
    const all: JsonEdit = { op: 'set', path: ['Endpoints'], value: jsonObject(endpoints) }
    return [added(ids, missing.get(ids[0] ?? '') ?? [], all, true)]
  }
  return endpoints.map(([id, value]) =>
    added([id], missing.get(id) ?? [], { op: 'set', path: ['Endpoints', id], value }, false),
  )
}

function placeholderFor(id: string): Json {
  return jsonObject([
    ['Type', 'value'],
    ['Value', `\${value of ${id}}`],
  ])
}

function added(ids: readonly string[], path: JsonPath, edit: JsonEdit, safe: boolean): Repair {
  const one = ids.length === 1
  const title = `Add endpoint${one ? '' : 's'} ${quoteSome(ids)} with ${one ? 'a placeholder for its value' : 'placeholders for their values'}`
  return { code: 'repair/missing-endpoint', title, path, safe, mends: ['branch/dangling'], edits: [edit] }
}
