import { HclFault, type HclReader } from './hcl-reader'
import { type Ends, findOutside, readerOf, skipBracket } from './hcl-skip'
import type { HclExpression } from './hcl-tree'

/** Reads an expression; handed in, since a part is read like the whole. */
export type ReadExpression = (reader: HclReader, ends: Ends) => HclExpression

/** The two alternatives of a conditional that ends where the reader is; null for any other expression. */
export function eitherIn(
  reader: HclReader,
  start: number,
  written: string,
  read: ReadExpression,
): HclExpression | null {
  const inner = withinParentheses(reader, start, start + written.length)
  const question = findOutside(reader, inner.start, inner.end, /\?/y)
  const colon = question && colonOf(reader, question.to, inner.end)
  if (!question || !colon) return null
  const yes = partOf(reader, question.to, colon.from, read)
  const no = partOf(reader, colon.to, inner.end, read)
  const condition = reader.text.slice(inner.start, question.from).trim()
  return yes && no ? { kind: 'either', condition, yes, no, written, start } : null
}

/** The colon of the first question mark, past those of conditionals inside. */
function colonOf(reader: HclReader, start: number, end: number) {
  let open = 0
  for (let at = start; ; ) {
    const found = findOutside(reader, at, end, /[?:]/y)
    if (!found) return null
    if (reader.text.charAt(found.from) === '?') open++
    else if (open-- === 0) return found
    at = found.to
  }
}

/** One expression that takes up all of a part of the text; null when it is anything else. */
export function partOf(
  reader: HclReader,
  start: number,
  end: number,
  read: ReadExpression,
): HclExpression | null {
  const part = readerOf(reader, start, end)
  try {
    part.skipSpace(true)
    if (part.atEnd) return null
    const expression = part.nested(() => read(part, 'at bracket'))
    part.skipSpace(true)
    return part.atEnd ? expression : null
  } catch (error) {
    // What cannot be taken apart is kept as it is written.
    if (error instanceof HclFault) return null
    throw error
  }
}

function withinParentheses(reader: HclReader, start: number, end: number) {
  if (reader.text.charAt(start) !== '(') return { start, end }
  const part = readerOf(reader, start, end)
  skipBracket(part)
  return part.atEnd ? { start: start + 1, end: end - 1 } : { start, end }
}
