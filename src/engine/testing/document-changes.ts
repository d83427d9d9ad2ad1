import * as fc from 'fast-check'
import { isJsonArray, isJsonObject, type Json, toJson } from '../../model/json'
import type { JsonPath } from '../../model/problem'

/** A document in which every member `key` is changed; undefined takes it away. */
export function withEach(json: Json, key: string, change: (value: Json) => Json | undefined): Json {
  if (isJsonArray(json)) return json.map((item) => withEach(item, key, change))
  if (!isJsonObject(json)) return json
  return new Map(
    [...json].flatMap(([name, value]) => {
      const changed = name === key ? change(value) : withEach(value, key, change)
      return changed === undefined ? [] : [[name, changed] as const]
    }),
  )
}

/** The same document with the keys of its objects and the items of its lists in another order. */
export function reordered(json: Json): fc.Arbitrary<Json> {
  if (isJsonArray(json)) return fc.tuple(...json.map(reordered)).chain(shuffled)
  if (!isJsonObject(json)) return fc.constant(json)
  return fc
    .tuple(...[...json].map(([key, value]) => fc.tuple(fc.constant(key), reordered(value))))
    .chain(shuffled)
    .map((entries) => new Map(entries))
}

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}

/** The document with up to four of its values replaced by anything, taken away, or exchanged for another of it. */
export function mutated(json: Json): fc.Arbitrary<Json> {
  const paths = pathsOf(json)
  const aPath = fc.constantFrom(...paths)
  const aValue: fc.Arbitrary<Json | undefined> = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }).map(toJson),
    fc.constantFrom<Json | undefined>(
      undefined,
      null,
      '',
      '*',
      'e1',
      '-1',
      '1e308',
      '256',
      '${x}',
      'true',
      new Map(),
      [],
    ),
    aPath.map((path) => valueAt(json, path)),
  )
  return fc
    .array(fc.tuple(aPath, aValue), { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((into, [path, value]) => replacedAt(into, path, value) ?? into, json))
}

/** Every path in the document but that of the whole. */
function pathsOf(json: Json): readonly JsonPath[] {
  const entries: readonly (readonly [string | number, Json])[] = isJsonArray(json)
    ? json.map((item, index) => [index, item] as const)
    : isJsonObject(json)
      ? [...json]
      : []
  return entries.flatMap(([key, value]) => [[key], ...pathsOf(value).map((path) => [key, ...path])])
}

function valueAt(json: Json, path: JsonPath): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, key) => (isJsonArray(at) ? at[Number(key)] : isJsonObject(at) ? at.get(String(key)) : undefined),
    json,
  )
}

function replacedAt(json: Json, [key, ...rest]: JsonPath, value: Json | undefined): Json | undefined {
  if (key === undefined) return value
  if (isJsonArray(json)) {
    return json.flatMap((item, index) =>
      index === key ? [replacedAt(item, rest, value)].filter((each) => each !== undefined) : [item],
    )
  }
  if (!isJsonObject(json)) return json
  return new Map(
    [...json].flatMap(([name, member]) => {
      const changed = name === key ? replacedAt(member, rest, value) : member
      return changed === undefined ? [] : [[name, changed] as const]
    }),
  )
}
