import { isJsonArray, isJsonNumber, isJsonObject, type Json } from './json'

/** JSON text of a value; `indent` spaces a level, none for one line without white space. */
export function toJsonText(json: Json, indent = 0): string {
  return write(json, indent, '')
}

/** The length of `toJsonText(json)`, without writing it. */
export function compactLength(json: Json): number {
  if (typeof json === 'string') return stringLength(json)
  if (isJsonNumber(json)) return json.number.length
  if (isJsonArray(json)) {
    let length = 1 + Math.max(1, json.length)
    for (const item of json) length += compactLength(item)
    return length
  }
  if (isJsonObject(json)) {
    let length = 1 + Math.max(1, json.size)
    for (const [key, value] of json) length += stringLength(key) + 1 + compactLength(value)
    return length
  }
  return json === false ? 5 : 4
}

const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

function stringLength(text: string): number {
  return PLAIN.test(text) ? text.length + 2 : JSON.stringify(text).length
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
