import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../model/json'
import { quote, quoteSome } from '../../model/problem-kind'
import { RULES, type RuleType } from '../../rules'
import { inlineIn } from './inline-endpoint'
import { inlineRuleIn } from './inline-rule'
import { regionCodeOf } from './region-words'
import type { Repair } from './repair'
import { type BranchSight, bare, idsOf, keysOf, type RuleSight, type Sight } from './sight'

const LEADING = /endpoint|rule|target|reference|destination/
const NOT_LEADING = ['ruletype', 'endpointtype', 'evaluatetargethealth']

/** Whether a key says where something leads, in the words of the format or in others. */
function isLeading(key: string): boolean {
  return LEADING.test(bare(key)) && !NOT_LEADING.includes(bare(key))
}

/**
 * A rule whose branches lead nowhere, beside endpoints that nothing leads to: by their names, to the only one, or in
 * the order in which both stand where there are as many of each.
 */
export function repairUnledBranches({ document, rules }: Sight): readonly Repair[] {
  const unled = rules.filter((rule) => isUnled(rule, document))
  const led = idsIn(document)
  const endpoints = idsOf(document, 'Endpoints')
  const free = endpoints.filter((id) => !led.has(bare(id)))
  const isOnly = unled.length === 1 && rules.every(({ id }) => unled[0]?.id === id || led.has(bare(id)))
  return unled.flatMap((rule): readonly Repair[] => {
    const named = byName(rule.branches, free, document)
    if (named) return [leading(rule, named, `to ${quoteSome(named)}, which are named like their places`)]
    if (!isOnly) return []
    const [first] = free
    if (first !== undefined && endpoints.length === 1)
      return [
        leading(
          rule,
          rule.branches.map(() => first),
          `to ${quote(first)}, the only endpoint`,
        ),
      ]
    return free.length === rule.branches.length
      ? // A guess, where the rest is said by the document: not made without being asked for.
        [{ ...leading(rule, free, `to ${quoteSome(free)}, in the order in which both stand`), safe: false }]
      : []
  })
}

/** Whether a rule has branches, none of which leads anywhere. */
function isUnled({ type, member, branches }: RuleSight, document: JsonObject): boolean {
  if (type === null || branches.length === 0) return false
  const all = keysOf(type).flatMap((key) => {
    const held = member.get(key)
    return isJsonArray(held) ? held : held === undefined ? [] : [held]
  })
  return (
    all.length === branches.length &&
    branches.every(({ branch }) => ![...branch.keys()].some(isLeading) && !isInline(branch, type, document))
  )
}

function isInline(branch: JsonObject, type: RuleType, document: JsonObject): boolean {
  return (inlineRuleIn(branch) ?? inlineIn(branch, type, document)) !== null
}

/** What any branch, or the start, refers to, without capitals and signs. */
function idsIn(document: JsonObject): ReadonlySet<string> {
  const led = new Set<string>()
  visit(document)
  return led

  function visit(json: Json): void {
    if (isJsonArray(json)) json.forEach(visit)
    else if (isJsonObject(json)) {
      for (const [key, value] of json) {
        if (typeof value === 'string' && isLeading(key)) led.add(bare(value))
        else visit(value)
      }
    }
  }
}

/** An endpoint for each branch, by its name; null where a branch has none, or more than one. */
function byName(
  branches: readonly BranchSight[],
  free: readonly string[],
  document: JsonObject,
): readonly string[] | null {
  const found = branches.map((each) => {
    const fitting = free.filter((id) => wordsOf(each).some((word) => isCalled(id, word, document)))
    return fitting.length === 1 ? fitting[0] : undefined
  })
  const ids = found.filter((id) => id !== undefined)
  return ids.length === branches.length && new Set(ids).size === ids.length ? ids : null
}

/** The words by which an endpoint could be known for a branch: its place, its side. */
function wordsOf({ branch, path }: BranchSight): readonly string[] {
  const side = path.at(-1)
  const inner = branch.get('Location')
  const values = [...branch.values(), ...(isJsonObject(inner) ? inner.values() : [])]
  const words = values.filter((value) => typeof value === 'string')
  return [
    ...words,
    ...(typeof side === 'string' ? [side] : []),
    ...(branch.has('IsDefault') ? ['default'] : []),
  ]
}

function isCalled(id: string, word: string, document: JsonObject): boolean {
  if (bare(word) !== '' && bare(id) === bare(word)) return true
  const code = regionCodeOf(word)
  if (code === null) return false
  const endpoints = document.get('Endpoints')
  const endpoint = isJsonObject(endpoints) ? endpoints.get(id) : undefined
  const value = isJsonObject(endpoint) ? endpoint.get('Value') : endpoint
  const isThere = typeof value === 'string' && value.split('.').includes(code)
  return isThere || regionCodeOf(id) === code || bare(id).includes(bare(code))
}

function leading({ id, type, branches }: RuleSight, ids: readonly string[], where: string): Repair {
  const kind = type === null ? '' : `${RULES[type].documentType} `
  return {
    code: 'repair/target',
    title: `Lead the branches of ${kind}rule ${quote(id)} ${where}`,
    path: branches[0]?.path ?? [],
    safe: true,
    mends: ['branch/no-target'],
    edits: branches.map(({ path }, index) => ({
      op: 'set',
      path: [...path, 'EndpointReference'],
      value: ids[index] ?? '',
    })),
  }
}
