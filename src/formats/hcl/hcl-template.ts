import { toJsonText } from '../../model/json-text'
import { hclToJson } from './hcl-json'
import { HclFault, HclReader } from './hcl-reader'
import { lookedUp, scalarText } from './hcl-references'
import type { HclScope } from './hcl-scope'
import { readInterpolation } from './hcl-strings'
import { parseHclExpression } from './parse-hcl'

/**
 * The text of a template for JSON, as far as it is written out: the names of loops and what `jsonencode` makes are put
 * in; anything else stays a placeholder, spelled so that the string around it stays whole: `"${local.ip["eu"]}"`.
 */
export function filledTemplate(text: string, scope: HclScope): string {
  if (!text.includes('${')) return text
  const reader = new HclReader(text)
  let filled = ''
  let inString = false
  while (!reader.atEnd) {
    const plain = reader.match(PLAIN)
    if (plain !== null) {
      filled += plain
      continue
    }
    if (reader.startsWith('${')) {
      const written = interpolation(reader)
      filled += written === null ? reader.sign : fill(written, inString, scope)
      if (written === null) reader.at++
      continue
    }
    const length = reader.sign === '\\' ? 2 : 1
    if (reader.sign === '"') inString = !inString
    filled += text.slice(reader.at, reader.at + length)
    reader.at += length
  }
  return filled
}

/** Up to what may begin or end a string, or begin a placeholder. */
const PLAIN = /[^"\\$]+/y

function interpolation(reader: HclReader): string | null {
  const start = reader.at
  try {
    return readInterpolation(reader)
  } catch (error) {
    // Braces that do not match are for the reader of the document to name.
    if (!(error instanceof HclFault)) throw error
    reader.at = start
    return null
  }
}

function fill(written: string, inString: boolean, scope: HclScope): string {
  const inner = written.slice(2, -1).trim()
  const known = lookedUp(inner, scope.bound)
  const word = known === undefined ? undefined : scalarText(known)
  if (word !== undefined) return inString ? inQuotes(word) : word
  if (!inString) return encoded(inner, scope) ?? written
  return inQuotes(written.replaceAll(/\s*\n\s*/g, ' '))
}

function inQuotes(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** What a call of `jsonencode` writes out; null for anything else. */
function encoded(inner: string, scope: HclScope): string | null {
  const expression = parseHclExpression(inner)
  if (!expression.ok || expression.value.kind !== 'call' || expression.value.name !== 'jsonencode')
    return null
  const [argument] = expression.value.args
  return argument ? toJsonText(hclToJson(argument, scope)) : null
}
