/**
 * A JSON value that keeps what `JSON.parse` loses: the order of keys (even of keys that look like
 * array indexes), keys such as `__proto__`, and the spelling of numbers.
 */
export type Json = null | boolean | string | JsonNumber | JsonArray | JsonObject
/** A number as it was written, such as `50`, `-10` or `1.50`. */
export interface JsonNumber {
  readonly number: string
}
export type JsonArray = readonly Json[]
export type JsonObject = ReadonlyMap<string, Json>

export const EMPTY_OBJECT: JsonObject = new Map()

export function isJsonObject(json: Json | undefined): json is JsonObject {
  return json instanceof Map
}

export function isJsonArray(json: Json | undefined): json is JsonArray {
  return Array.isArray(json)
}

export function isJsonNumber(json: Json | undefined): json is JsonNumber {
  return typeof json === 'object' && json !== null && !isJsonObject(json) && !isJsonArray(json)
}

export function jsonNumber(value: number): JsonNumber {
  return { number: String(value) }
}

export function jsonObject(entries: Iterable<readonly [string, Json]>): JsonObject {
  return new Map(entries)
}

/** What a JSON value is called in a message: "a string", "a list", … */
export function jsonKind(json: Json | undefined): string {
  if (json === undefined) return 'nothing'
  if (json === null) return 'null'
  if (isJsonArray(json)) return 'a list'
  if (isJsonObject(json)) return 'an object'
  if (isJsonNumber(json)) return 'a number'
  return typeof json === 'boolean' ? 'true or false' : 'a string'
}

/** Same keys in the same order, same values, same spelling. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (isJsonArray(a) && isJsonArray(b)) {
    return a.length === b.length && a.every((item, index) => equalJson(item, b[index]))
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    if (a.size !== b.size) return false
    const others = b.entries()
    for (const [key, value] of a) {
      const other = others.next().value
      if (other === undefined || other[0] !== key || !equalJson(value, other[1])) return false
    }
    return true
  }
  return isJsonNumber(a) && isJsonNumber(b) && a.number === b.number
}

/**
 * A plain JavaScript value (from `JSON.parse` or a literal) as `Json`; anything else reads as null, but a member
 * that is undefined is left out.
 */
export function toJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? jsonNumber(value) : null
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, item]) => item !== undefined)
    return new Map(members.map(([key, item]) => [key, toJson(item)]))
  }
  return null
}

/** The member of an object, where `null` reads as absent (route53.md 10). */
export function present(source: JsonObject, key: string): Exclude<Json, null> | undefined {
  return source.get(key) ?? undefined
}
