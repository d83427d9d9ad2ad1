import { isJsonArray, isJsonNumber, isJsonObject, type Json } from './json'

/** JSON text of a value; `indent` spaces a level, none for one line without white space. */
export function toJsonText(json: Json, indent = 0): string {
  return write(json, indent, '')
}

function write(json: Json, indent: number, margin: string): string {
  if (isJsonNumber(json)) return json.number
  if (isJsonArray(json)) {
    return bracket(
      '[',
      json.map((item) => write(item, indent, margin + ' '.repeat(indent))),
      ']',
      indent,
      margin,
    )
  }
  if (isJsonObject(json)) {
    const colon = indent > 0 ? ': ' : ':'
    const members = [...json].map(
      ([key, value]) => JSON.stringify(key) + colon + write(value, indent, margin + ' '.repeat(indent)),
    )
    return bracket('{', members, '}', indent, margin)
  }
  return JSON.stringify(json)
}

function bracket(
  open: string,
  parts: readonly string[],
  close: string,
  indent: number,
  margin: string,
): string {
  if (parts.length === 0) return open + close
  if (indent === 0) return open + parts.join(',') + close
  const inner = `\n${margin}${' '.repeat(indent)}`
  return `${open}${inner}${parts.join(`,${inner}`)}\n${margin}${close}`
}
