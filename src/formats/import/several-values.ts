import { isJsonArray, isJsonObject, type Json } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import { type JsonDocument, parseJson } from '../parse-json'
import { isCidrAnswer } from '../records/cidr-answers'

/** So many values of one text are told apart. */
const MOST_VALUES = 1_000

/**
 * JSON values one after another, as the pages of a tool or the lines of a log: each by itself, but the pages of one
 * list of record sets as one, with what the CLI lists of its CIDR collections. Null when the text is anything else.
 */
export function severalValues(text: string): readonly JsonDocument[] | null {
  const parts = valuesIn(text)
  if (!parts || parts.length < 2) return null
  const documents = parts.flatMap((part) => {
    const parsed = parseJson(part)
    return parsed.ok ? [parsed.value] : []
  })
  if (documents.length < parts.length) return null
  const values = documents.map(({ root }) => root.json)
  const isOneList = values.some(isPage) && values.every((json) => isPage(json) || isCidrAnswer(json))
  if (!isOneList) return documents
  const joined = parseJson(toJsonText(values))
  return joined.ok ? [joined.value] : null
}

function isPage(json: Json): boolean {
  return isJsonObject(json) && isJsonArray(json.get('ResourceRecordSets'))
}

/** Objects and lists with nothing but space or commas between them. */
function valuesIn(text: string): readonly string[] | null {
  const parts: string[] = []
  let depth = 0
  let start = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (inString) {
      if (sign === '\\') at++
      else if (sign === '"') inString = false
      continue
    }
    if (depth === 0 && !/[\s,{[\ufeff]/.test(sign)) return null
    if (sign === '"') inString = true
    else if (sign === '{' || sign === '[') {
      if (depth++ === 0) start = at
    } else if ((sign === '}' || sign === ']') && --depth === 0) {
      parts.push(text.slice(start, at + 1))
      if (parts.length > MOST_VALUES) return null
    }
  }
  return depth === 0 ? parts : null
}
