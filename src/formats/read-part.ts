import type * as z from 'zod/mini'
import { isJsonArray, isJsonNumber, isJsonObject, type Json, jsonKind } from '../model/json'
import type { JsonPath, Problem } from '../model/problem'
import { failure, failureOf, type Result, success } from '../model/result'
import { readingProblem } from './reading-problem'

/** A value that was read, and warnings about what was left out of it. */
export interface ReadPart<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}

/** Enough to mend a file by; one made to have a million faults would take its time to report. */
const MOST_PROBLEMS = 100
/** In one list: far more than a scenario needs, and few enough to name the faults of. */
const MOST_ITEMS = 50_000

/** Reads JSON by a schema with exact paths; keys that the schema does not know are left out with a warning. */
export function readPart<S extends z.ZodMiniType>(
  schema: S,
  json: Json | undefined,
  path: JsonPath,
): Result<ReadPart<z.output<S>>> {
  if (longestList(json) > MOST_ITEMS) {
    return failure(
      wrongValue(`Too big: more than ${MOST_ITEMS.toLocaleString('en-GB')} items in a list`, path),
    )
  }
  const result = schema.safeParse(toPlain(json))
  if (result.success) {
    return success({ value: result.data, problems: leftOut(json, result.data, path) })
  }
  const { issues } = result.error
  return failureOf(issues.map((issue) => wrongValue(issue.message, [...path, ...issue.path.map(toStep)])))
}

/** Reads an object whose keys are the user's, by hand: schema libraries drop keys such as `__proto__`. */
export function readMembers<S extends z.ZodMiniType>(
  schema: S,
  json: Json | undefined,
  path: JsonPath,
): Result<ReadPart<ReadonlyMap<string, z.output<S>>>> {
  if (json !== undefined && !isJsonObject(json)) {
    return failure(wrongValue(`Invalid input: expected object, received ${jsonKind(json)}`, path))
  }
  const read = [...(json ?? [])].map(([key, member]) => ({
    key,
    part: readPart(schema, member, [...path, key]),
  }))
  const wrong = read.flatMap(({ part }) => (part.ok ? [] : part.problems))
  if (wrong.length > 0) return failureOf(wrong)
  const value = new Map<string, z.output<S>>()
  for (const { key, part } of read) if (part.ok) value.set(key, part.value.value)
  const problems = read.flatMap(({ part }) => (part.ok ? part.value.problems : []))
  return success({ value, problems: problems.slice(0, MOST_PROBLEMS) })
}

/** A key of a scenario that Catchment does not know, and will not write again. */
export function unknownKey(key: string, path: JsonPath): Problem {
  const message = `Catchment does not know “${key}” here and left it out. Was the scenario made by a newer version?`
  return readingProblem('scenario/unknown-key', message, [...path, key])
}

/** What the schema did not take over; it only ever adds keys or leaves them out. */
function leftOut(json: Json | undefined, value: unknown, path: JsonPath): readonly Problem[] {
  const problems: Problem[] = []
  compare(json, value, path)
  return problems

  function compare(before: Json | undefined, after: unknown, at: JsonPath): void {
    if (problems.length >= MOST_PROBLEMS || typeof after !== 'object' || after === null) return
    const members = isJsonArray(before) ? before.entries() : isJsonObject(before) ? before : []
    for (const [key, member] of members) {
      const taken: unknown = Object.hasOwn(after, key) ? Reflect.get(after, key) : undefined
      if (taken !== undefined) compare(member, taken, [...at, key])
      else if (problems.length < MOST_PROBLEMS) problems.push(unknownKey(String(key), at))
    }
  }
}

function wrongValue(message: string, path: JsonPath): Problem {
  return readingProblem('scenario/value', `${path.join('.')}: ${message}.`, path)
}

// A path never holds a symbol, since JSON has none.
function toStep(part: PropertyKey): string | number {
  return typeof part === 'number' ? part : String(part)
}

function longestList(json: Json | undefined): number {
  const inside = isJsonArray(json) ? json : isJsonObject(json) ? [...json.values()] : []
  return inside.reduce<number>(
    (longest, member) => Math.max(longest, longestList(member)),
    isJsonArray(json) ? json.length : 0,
  )
}

/** As JavaScript values, for the schema library: only ever for objects whose keys are ours. */
function toPlain(json: Json | undefined): unknown {
  if (isJsonArray(json)) return json.map(toPlain)
  if (isJsonObject(json)) return Object.fromEntries([...json].map(([key, value]) => [key, toPlain(value)]))
  return isJsonNumber(json) ? Number(json.number) : json
}
