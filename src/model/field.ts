import { equalJson, isJsonArray, isJsonNumber, type Json, type JsonObject, jsonNumber } from './json'

/** A value that was there but could not be read as what its key holds; kept, reported, never guessed. */
export interface Malformed {
  readonly malformed: Json
}
/** A field of a document that may be half-filled or wrong while it is being edited. */
export type Loose<T> = T | Malformed | undefined

export function isMalformed(value: unknown): value is Malformed {
  return typeof value === 'object' && value !== null && 'malformed' in value
}

/** The value, or undefined when it is absent or malformed. */
export function readable<T>(value: Loose<T>): T | undefined {
  return isMalformed(value) ? undefined : value
}

/** How a scalar is spelled in a document. */
export interface FieldCodec<T> {
  /** What it must be, for messages: "an integer, as a number or in quotes". */
  readonly expects: string
  decode(raw: Json): T | undefined
  /** `like` is the spelling found before, so that a number stays a number and a string a string. */
  encode(value: T, like: Json | undefined): Json
}

export const text: FieldCodec<string> = {
  expects: 'a string',
  decode: (raw) => (typeof raw === 'string' ? raw : undefined),
  encode: (value) => value,
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** A number, in quotes (AWS's own spelling) or not (route53.md 1.3). */
export const numeric: FieldCodec<number> = {
  expects: 'a number, in quotes or not',
  decode(raw) {
    const spelled = isJsonNumber(raw) ? raw.number : typeof raw === 'string' ? raw.trim() : ''
    const value = DECIMAL.test(spelled) ? Number(spelled) : Number.NaN
    return Number.isFinite(value) ? value : undefined
  },
  encode: (value, like) => (isJsonNumber(like) ? jsonNumber(value) : String(value)),
}

/** A boolean, bare (the console's spelling) or as `"true"` / `"false"` (route53.md 1.3). */
export const flag: FieldCodec<boolean> = {
  expects: 'true or false',
  decode: (raw) =>
    typeof raw === 'boolean' ? raw : raw === 'true' ? true : raw === 'false' ? false : undefined,
  encode: (value, like) => (typeof like === 'string' ? String(value) : value),
}

/** A list of texts. */
export const textList: FieldCodec<readonly string[]> = {
  expects: 'a list of texts in quotes',
  decode: (raw) => (isJsonArray(raw) && raw.every((item) => typeof item === 'string') ? raw : undefined),
  encode: (value) => value,
}

/** The field's value; `null` reads as absent (route53.md 10). */
export function readField<T>(source: JsonObject, key: string, codec: FieldCodec<T>): Loose<T> {
  const raw = source.get(key)
  if (raw === undefined || raw === null) return undefined
  return codec.decode(raw) ?? { malformed: raw }
}

/** Writes a field into `into`, leaving it as spelled there when it already says `value`. */
export function writeField<T extends string | number | boolean | readonly string[]>(
  into: Map<string, Json>,
  key: string,
  codec: FieldCodec<T>,
  value: Loose<T>,
): void {
  if (sameField(readField(into, key, codec), value)) return
  if (value === undefined) into.delete(key)
  else into.set(key, isMalformed(value) ? value.malformed : codec.encode(value, into.get(key)))
}

function sameField<T>(a: Loose<T>, b: Loose<T>): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => item === b[index])
  }
  return a === b || (isMalformed(a) && isMalformed(b) && equalJson(a.malformed, b.malformed))
}

/** A template’s placeholder. */
export const PLACEHOLDER = /\$\{[^}]*\}|\$[A-Za-z_][A-Za-z0-9_]*|%(\[\d+\])?[sdvq]|<[^<>]+>|\{\{[^{}]*\}\}/

/** Whether a text still holds a template's placeholder: `${…}`, `$NAME`, `%[n]s`, `<…>` (route53.md 10). */
export function isPlaceholder(value: unknown): boolean {
  const text = isMalformed(value) ? value.malformed : value
  return typeof text === 'string' && PLACEHOLDER.test(text)
}
