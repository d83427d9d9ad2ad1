import type { HclReader } from './hcl-reader'
import { findOutside, readerOf, skipBracket } from './hcl-skip'
import type { HclExpression } from './hcl-tree'
import { partOf, type ReadExpression } from './parse-either'

const HEAD =
  /\s*for\s+([\p{ID_Start}_][\p{ID_Continue}-]*)(?:\s*,\s*([\p{ID_Start}_][\p{ID_Continue}-]*))?\s+in\s/uy

/**
 * A `for` in brackets: `[for v in list : value if condition]` or `{for k, v in map : key => value}`. The reader goes
 * past its bracket; null, with the reader where it was, when it cannot be taken apart.
 */
export function readFor(reader: HclReader, start: number, read: ReadExpression): HclExpression | null {
  const bracket = readerOf(reader, start, reader.text.length)
  skipBracket(bracket)
  const end = bracket.at - 1
  HEAD.lastIndex = start + 1
  const head = HEAD.exec(reader.text)
  const colon = head && findOutside(reader, HEAD.lastIndex, end, /:/y)
  if (!head || !colon) return null
  const [, first = '', second] = head
  const condition = findOutside(reader, colon.to, end, /(?<=[\s)\]}"])if(?=[\s(!])/y)
  const body = ellipsis(reader, colon.to, condition?.from ?? end)
  const arrow = reader.text.charAt(start) === '{' ? findOutside(reader, colon.to, body.end, /=>/y) : null
  const over = partOf(reader, HEAD.lastIndex, colon.from, read)
  const key = arrow && partOf(reader, colon.to, arrow.from, read)
  const value = partOf(reader, arrow?.to ?? colon.to, body.end, read)
  if (!over || !value || (reader.text.charAt(start) === '{' && !key)) return null
  reader.at = end + 1
  return {
    kind: 'for',
    keyName: second === undefined ? null : first,
    valueName: second ?? first,
    over,
    key,
    value,
    grouped: body.grouped,
    condition: condition && reader.text.slice(condition.to, end).trim(),
    written: reader.text.slice(start, reader.at),
    start,
  }
}

/** Where a value ends before the three dots that group what has one key. */
function ellipsis(reader: HclReader, start: number, end: number) {
  const written = reader.text.slice(start, end).trimEnd()
  const grouped = written.endsWith('...')
  return { grouped, end: start + written.length - (grouped ? 3 : 0) }
}
