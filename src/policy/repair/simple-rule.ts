import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../model/json'
import { quote } from '../../model/problem-kind'
import type { Repair } from './repair'
import { bare, type MemberSight, type Sight } from './sight'

const SIMPLE = new Set(['simple', 'simplerouting', 'basic', 'standard', 'single'])
const REFERENCES = ['endpointreference', 'rulereference', 'endpoint', 'rule', 'endpointid', 'ruleid']
/** So many values one answer of simple routing has that a multivalue answer has too (route53.md 4.7). */
const MOST_ANSWERS = 8

/**
 * Rules of simple routing, which Traffic Flow does not have: one branch answers alike in a weighted rule, several plain
 * values in a multivalue one.
 */
export function repairSimpleRules({ document, rules }: Sight): readonly Repair[] {
  return rules.flatMap((rule) => {
    const type = rule.member.get('RuleType')
    return typeof type === 'string' && SIMPLE.has(bare(type)) ? asKnown(rule, type, document) : []
  })
}

function asKnown({ id, member, path }: MemberSight, type: string, document: JsonObject): readonly Repair[] {
  const found = ownBranch(member) ?? listed(member)
  if (!found) return []
  const { keys, branches } = found
  const [only, second] = branches
  if (only === undefined) return []
  const one = second === undefined
  const items = one ? [weighing(only)] : branches
  const meant = one ? 'weighted' : 'multivalue'
  const rest = [...member].filter(([key]) => !keys.includes(key))
  const rule = new Map<string, Json>([...rest, ['RuleType', meant], ['Items', items]])
  const how = one ? 'one branch, which gets every query' : `${branches.length} branches, all of which answer`
  return [
    {
      code: 'repair/rule-type',
      title: `Make rule ${quote(id)}, of the type ${quote(type)}, a ${meant} rule of ${how}`,
      path: [...path, 'RuleType'],
      safe: one || (branches.length <= MOST_ANSWERS && branches.every((branch) => isValue(branch, document))),
      mends: ['document/rule-type'],
      edits: [{ op: 'set', path, value: rule }],
    },
  ]
}

interface Branches {
  /** Keys of the rule that these take the place of. */
  readonly keys: readonly string[]
  readonly branches: readonly Json[]
}

/** What the rule itself leads to, as a branch. */
function ownBranch(member: JsonObject): Branches | null {
  const own = [...member].filter(([key]) => key !== 'RuleType')
  if (!own.some(([key, value]) => REFERENCES.includes(bare(key)) && typeof value === 'string')) return null
  return { keys: own.map(([key]) => key), branches: [new Map(own)] }
}

/** The one list of the rule, or one that stands for itself. */
function listed(member: JsonObject): Branches | null {
  const lists = [...member].filter(([, value]) => isJsonArray(value) || isJsonObject(value))
  const [[key, held] = ['', null], second] = lists
  if (second !== undefined) return null
  const branches = isJsonArray(held) ? held : isJsonObject(held) ? [held] : []
  return { keys: [key], branches: branches.map(asBranch) }
}

function asBranch(item: Json): Json {
  return typeof item === 'string' ? new Map([['EndpointReference', item]]) : item
}

function weighing(branch: Json): Json {
  if (!isJsonObject(branch) || branch.has('Weight')) return branch
  return new Map<string, Json>([['Weight', { number: '1' }], ...branch])
}

function isValue(branch: Json, document: JsonObject): boolean {
  const endpoints = document.get('Endpoints')
  const id = isJsonObject(branch) ? branch.get('EndpointReference') : undefined
  const endpoint = isJsonObject(endpoints) && typeof id === 'string' ? endpoints.get(id) : undefined
  return isJsonObject(endpoint) && endpoint.get('Type') === 'value'
}
