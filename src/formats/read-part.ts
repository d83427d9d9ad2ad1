import type * as z from 'zod/mini'
import { isJsonArray, isJsonNumber, isJsonObject, type Json, jsonKind } from '../model/json'
import type { JsonPath, Problem } from '../model/problem'
import { failure, type Result, success } from '../model/result'

/** A value that was read, and warnings about what was left out of it. */
export interface ReadPart<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}

/** Reads JSON by a schema with exact paths; keys that the schema does not know are left out with a warning. */
export function readPart<S extends z.ZodMiniType>(
  schema: S,
  json: Json | undefined,
  path: JsonPath,
): Result<ReadPart<z.output<S>>> {
  const problems: Problem[] = []
  let known = json
  for (;;) {
    const result = schema.safeParse(toPlain(known))
    if (result.success) return success({ value: result.data, problems })
    const wrong: Problem[] = []
    for (const issue of result.error.issues) {
      const at = [...path, ...issue.path.map(toStep)]
      if (issue.code !== 'unrecognized_keys') wrong.push(wrongValue(issue.message, at))
      else {
        known = without(known, issue.path.map(toStep), new Set(issue.keys))
        problems.push(...issue.keys.map((key) => unknownKey(key, at)))
      }
    }
    if (wrong.length > 0) return failure(...wrong)
  }
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
  if (wrong.length > 0) return failure(...wrong)
  const value = new Map<string, z.output<S>>()
  for (const { key, part } of read) if (part.ok) value.set(key, part.value.value)
  return success({ value, problems: read.flatMap(({ part }) => (part.ok ? part.value.problems : [])) })
}

/** A key of a scenario that Catchment does not know, and will not write again. */
export function unknownKey(key: string, path: JsonPath): Problem {
  const message = `Catchment does not know “${key}” here and left it out. Was the scenario made by a newer version?`
  return { code: 'scenario/unknown-key', severity: 'warning', message, path: [...path, key] }
}

function wrongValue(message: string, path: JsonPath): Problem {
  return { code: 'scenario/value', severity: 'error', message: `${path.join('.')}: ${message}.`, path }
}

// A path never holds a symbol, since JSON has none.
function toStep(part: PropertyKey): string | number {
  return typeof part === 'number' ? part : String(part)
}

function without(json: Json | undefined, path: JsonPath, keys: ReadonlySet<string>): Json | undefined {
  const [step, ...rest] = path
  if (isJsonArray(json)) {
    return json.map((item, index) => (index === step ? (without(item, rest, keys) ?? null) : item))
  }
  if (!isJsonObject(json)) return json
  const kept = [...json].flatMap(([key, value]): [string, Json][] => {
    if (step === undefined) return keys.has(key) ? [] : [[key, value]]
    return [[key, key === step ? (without(value, rest, keys) ?? null) : value]]
  })
  return new Map(kept)
}

/** As JavaScript values, for the schema library: only ever for objects whose keys are ours. */
function toPlain(json: Json | undefined): unknown {
  if (isJsonArray(json)) return json.map(toPlain)
  if (isJsonObject(json)) return Object.fromEntries([...json].map(([key, value]) => [key, toPlain(value)]))
  return isJsonNumber(json) ? Number(json.number) : json
}
