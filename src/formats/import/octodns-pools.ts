import { freeId } from '../../model/free-id'
import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { itemsOf, wordOf } from './document-content'
import { importProblem } from './import-problem'

/** What leads to a pool: its only value, or a rule over its values and fallbacks. */
export interface Reference {
  readonly kind: 'endpoint' | 'rule'
  readonly id: string
  /** The check of the one value; null for a rule, and for a value that is always up. */
  readonly healthCheck: string | null
}

export interface PoolReader {
  /** What leads to a pool by that name; null when there is none. */
  poolReference(name: string): Reference | null
  /** What leads to values that answer together: one, or a list; null when there are none. */
  valuesReference(id: string, given: Json): Reference | null
  /** A placeholder for the check that octoDNS makes for a value. */
  healthCheckOf(value: string): string
  addRule(id: string, rule: JsonObject): Reference
  lose(message: string): void
  members(): { readonly endpoints: JsonObject; readonly rules: JsonObject }
  problems(): readonly Problem[]
}

interface Value {
  readonly value: string
  readonly weight: string
  readonly healthCheck: string | null
}

/** So many fallbacks are followed. */
const LONGEST_CHAIN = 50

/** Turns pools into endpoints and rules as they are asked for; `record` holds the values of last resort. */
export function poolReader(pools: Json | undefined, record: JsonObject): PoolReader {
  const endpoints = new Map<string, Json>()
  const rules = new Map<string, Json>()
  const losses: Problem[] = []
  const known = new Map<string, Reference | null>()
  let checked = false

  function addEndpoint(id: string, { value, healthCheck }: Value): Reference {
    const fresh = freeId(endpoints, id)
    endpoints.set(
      fresh,
      jsonObject([
        ['Type', 'value'],
        ['Value', value],
      ]),
    )
    checked ||= healthCheck !== null
    return { kind: 'endpoint', id: fresh, healthCheck }
  }

  function addRule(id: string, rule: JsonObject): Reference {
    const fresh = freeId(rules, id)
    rules.set(fresh, rule)
    return { kind: 'rule', id: fresh, healthCheck: null }
  }

  function lose(message: string): void {
    losses.push(importProblem('import/loss', message))
  }

  /** The values of a pool by themselves. */
  function ownReference(name: string, values: readonly Value[]): Reference | null {
    const [first, second] = values
    if (first === undefined) return null
    if (second === undefined) return addEndpoint(name, first)
    const items = values.map((value, index) =>
      jsonObject([...branchTo(addEndpoint(`${name}-${index + 1}`, value)), ['Weight', value.weight]]),
    )
    return addRule(
      `${name}-weights`,
      jsonObject([
        ['RuleType', 'weighted'],
        ['Items', items],
      ]),
    )
  }

  function valuesReference(id: string, given: Json): Reference | null {
    const values = (isJsonArray(given) ? given : [given]).flatMap((value) => wordOf(value) ?? [])
    const references = values.map((value) => addEndpoint(id, { value, weight: '1', healthCheck: null }))
    const [first, second] = references
    if (first === undefined || second === undefined) return first ?? null
    const items = references.map((each) => jsonObject(branchTo(each)))
    return addRule(
      `${id}-values`,
      jsonObject([
        ['RuleType', 'multivalue'],
        ['Items', items],
      ]),
    )
  }

  /** The record's own values, which answer when no pool can: all of them at once. */
  function lastResort(): Reference | null {
    return valuesReference('default', ownValues(record))
  }

  function healthCheckOf(value: string): string {
    checked = true
    return checkPlaceholder(value)
  }

  function reference(name: string, chain: readonly string[]): Reference | null {
    const before = known.get(name)
    if (before !== undefined) return before
    const pool = isJsonObject(pools) ? pools.get(name) : undefined
    if (name === LAST_RESORT) return remember(name, lastResort())
    if (!isJsonObject(pool)) {
      lose(`There is no pool “${name}”, though something leads to it; that is left out.`)
      return remember(name, null)
    }
    const own = ownReference(name, valuesOf(pool, name, lose))
    const next = wordOf(pool.get('fallback')) ?? LAST_RESORT
    if (chain.includes(next) || chain.length >= LONGEST_CHAIN) {
      lose(`The fallbacks of pool “${name}” lead back to “${next}”; the way ends before that.`)
      return remember(name, own)
    }
    const fallback = reference(next, [...chain, next])
    if (!own || !fallback) return remember(name, own ?? fallback)
    const sides = jsonObject([
      ['RuleType', 'failover'],
      ['Primary', jsonObject(branchTo(own))],
      ['Secondary', jsonObject(branchTo(fallback))],
    ])
    return remember(name, addRule(`${name}-failover`, sides))
  }

  function remember(name: string, found: Reference | null): Reference | null {
    known.set(name, found)
    return found
  }

  return {
    poolReference: (name) => reference(name, [name]),
    valuesReference,
    healthCheckOf,
    addRule,
    lose,
    members: () => ({ endpoints: jsonObject(endpoints), rules: jsonObject(rules) }),
    problems: () =>
      checked
        ? [...losses, importProblem('import/health-checks', `${askedText(record)} ${HEALTH_CHECKS}`)]
        : losses,
  }
}

/** No name of a pool, since YAML’s keys that people write are not empty. */
const LAST_RESORT = ''
const HEALTH_CHECKS =
  'Their ids are not in the zone, so placeholders stand for them; put in the ids of checks that exist.'

/** The values that a record has beside what is dynamic. */
export function ownValues(record: JsonObject): Json {
  return record.get('values') ?? record.get('value') ?? null
}

/** How octoDNS asks whether a value is up; a record may say it under `octodns`. */
function askedText(record: JsonObject): string {
  const own = record.get('octodns')
  const check = isJsonObject(own) ? own.get('healthcheck') : undefined
  const said = isJsonObject(check)
    ? [...check].flatMap(([key, value]) => {
        const word = wordOf(value)
        return word === undefined ? [] : [`${key} ${word}`]
      })
    : []
  const how = said.length === 0 ? '' : ` (${said.join(', ')})`
  return `octoDNS makes a health check for each value${how}.`
}

function checkPlaceholder(value: string): string {
  return `\${health check of ${value}}`
}

/** The keys of a branch that leads to something. */
export function branchTo({ kind, id, healthCheck }: Reference): readonly (readonly [string, Json])[] {
  const check = healthCheck === null ? [] : [['HealthCheck', healthCheck] as const]
  return kind === 'rule'
    ? [['RuleReference', id], ['EvaluateTargetHealth', true], ...check]
    : [['EndpointReference', id], ...check]
}

function valuesOf(pool: JsonObject, name: string, lose: (message: string) => void): readonly Value[] {
  const values = itemsOf(pool.get('values')).flatMap((item) => {
    const value = isJsonObject(item) ? wordOf(item.get('value')) : wordOf(item)
    const given = isJsonObject(item) ? item : null
    return value === undefined
      ? []
      : [{ value, weight: wordOf(given?.get('weight')) ?? '1', status: given?.get('status') }]
  })
  const up = values.filter(({ status }) => status !== 'down')
  const kept = up.length > 0 ? up : values
  if (kept.length < values.length) {
    lose(
      `Values of pool “${name}” that octoDNS holds down are left out: a traffic policy has no switch for them.`,
    )
  } else if (values.some(({ status }) => status === 'down')) {
    lose(
      `octoDNS holds every value of pool “${name}” down, and a traffic policy has no switch for that; they are kept as up.`,
    )
  }
  return kept.map(({ value, weight, status }) => ({
    value,
    weight,
    healthCheck: status === 'up' ? null : checkPlaceholder(value),
  }))
}
