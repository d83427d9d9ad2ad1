import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import { wordOfJson } from './hcl-calls'
import { conditionOf } from './hcl-condition'
import type { HclScope, ReadInner } from './hcl-scope'
import type { HclFor } from './hcl-tree'

/** So many turns of loops are written out; one over a longer list stands as a placeholder. */
const MOST_TURNS = 5_000

/** What a loop makes: run over what is written out, or its body once where that is not known. */
export function loopedJson(loop: HclFor, start: number, scope: HclScope, inner: ReadInner): Json {
  const over = inner(loop.over)
  const turns = isJsonArray(over)
    ? over.map((value, index): Turn => ({ key: { number: String(index) }, value }))
    : isJsonObject(over)
      ? sorted(over).map(([key, value]): Turn => ({ key, value }))
      : null
  if (turns && turns.length <= Math.min(MOST_TURNS, scope.budget.left))
    return written(loop, start, turns, scope, inner)
  const source = wordOfJson(over).replace(/^\$\{(.*)\}$/s, '$1')
  scope.say(
    start,
    `this is made once for each of ${source}, which is not written out in this text; one stands for all of them.`,
  )
  const value = inner(loop.value)
  return loop.key ? jsonObject([[keyText(inner(loop.key)), loop.grouped ? [value] : value]]) : [value]
}

interface Turn {
  readonly key: Json
  readonly value: Json
}

function written(
  loop: HclFor,
  start: number,
  turns: readonly Turn[],
  scope: HclScope,
  inner: ReadInner,
): Json {
  const results = turns.flatMap(({ key, value }): { key: string; value: Json }[] => {
    const bound = new Map(scope.bound).set(loop.valueName, value)
    if (loop.keyName !== null) bound.set(loop.keyName, key)
    const within = { ...scope, bound }
    const wanted = loop.condition === null || conditionOf(loop.condition, bound)
    if (wanted === null) {
      scope.say(
        start,
        `whether ${wordOfJson(key)} belongs here depends on ${loop.condition}, which is not written out in this text; it is taken.`,
      )
    }
    if (wanted === false) return []
    return [{ key: loop.key ? keyText(inner(loop.key, within)) : '', value: inner(loop.value, within) }]
  })
  if (!loop.key) return results.map(({ value }) => value)
  if (!loop.grouped) return jsonObject(results.map(({ key, value }) => [key, value]))
  const groups = new Map<string, Json[]>()
  for (const { key, value } of results) groups.set(key, [...(groups.get(key) ?? []), value])
  return jsonObject(groups)
}

/** Terraform goes through an object by its keys. */
function sorted(object: JsonObject): readonly (readonly [string, Json])[] {
  return [...object].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function keyText(key: Json): string {
  return typeof key === 'string' ? key : wordOfJson(key)
}
