import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json'
import type { JsonPath, Problem } from '../model/problem'

/** The problems in the order in which a reader of the document meets their places; stable for one place. */
export function inDocumentOrder(document: JsonObject, problems: readonly Problem[]): readonly Problem[] {
  const positionsOf = positionReader()
  return problems
    .map((problem) => ({ problem, position: positionsOf(document, problem.path) }))
    .sort((a, b) => compare(a.position, b.position))
    .map(({ problem }) => problem)
}

/** Reads a path as positions of keys; remembers the keys of objects, which may have many. */
function positionReader(): (document: JsonObject, path: JsonPath) => readonly number[] {
  const known = new Map<JsonObject, ReadonlyMap<string, number>>()
  const keysOf = (object: JsonObject) => {
    const found = known.get(object) ?? new Map([...object.keys()].map((key, index) => [key, index]))
    known.set(object, found)
    return found
  }
  return (document, path) => {
    let at: Json | undefined = document
    return path.map((part) => {
      if (isJsonObject(at)) {
        const key = String(part)
        const position = keysOf(at).get(key) ?? at.size
        at = at.get(key)
        return position
      }
      const index = Number(part)
      at = isJsonArray(at) ? at[index] : undefined
      return index
    })
  }
}

/** What is above comes before what it holds. */
function compare(a: readonly number[], b: readonly number[]): number {
  const depth = Math.min(a.length, b.length)
  for (let level = 0; level < depth; level++) {
    const difference = (a[level] ?? 0) - (b[level] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
