import { HclReader } from './hcl-reader'
import { readHeredoc, readQuoted } from './hcl-strings'

/** What ends an expression besides what always does: the line, in a body or an object. */
export type Ends = 'at line end' | 'at bracket'

/** Passes over an expression that is not literal. */
export function skipExpression(reader: HclReader, ends: Ends): void {
  for (;;) {
    reader.match(PLAIN)
    if (reader.atEnd || ',]})'.includes(reader.sign)) return
    if (reader.sign === '\n') {
      if (ends === 'at line end') return
      reader.at++
    } else if (reader.sign === '"') readQuoted(reader)
    else if (
      reader.startsWith('<<') &&
      /<<-?[\p{ID_Start}_]/uy.test(reader.text.slice(reader.at, reader.at + 8))
    ) {
      readHeredoc(reader)
    } else if ('([{'.includes(reader.sign)) skipBracket(reader)
    else if (reader.startsWith('#') || reader.startsWith('//') || reader.startsWith('/*'))
      reader.skipSpace(false)
    else reader.at++
  }
}

const PLAIN = /[^,\]})([{"\n<#/]+/y

/** Passes over a bracket and all that is in it. */
export function skipBracket(reader: HclReader): void {
  const start = reader.at
  reader.nested(() => {
    reader.at++
    for (;;) {
      skipExpression(reader, 'at bracket')
      if (reader.atEnd) reader.fail('this bracket is not closed.', start)
      if (!reader.take(',')) break
    }
    reader.at++
  })
}

/** A reader of a part of the text, at the same offsets and depth. */
export function readerOf(reader: HclReader, start: number, end: number): HclReader {
  const part = new HclReader(reader.text.slice(0, end))
  part.at = start
  part.depth = reader.depth
  return part
}

/** The offset behind the first match of a sticky pattern outside brackets, strings and comments; null for none. */
export function findOutside(
  reader: HclReader,
  start: number,
  end: number,
  pattern: RegExp,
): { readonly from: number; readonly to: number } | null {
  const part = readerOf(reader, start, end)
  while (!part.atEnd) {
    const from = part.at
    if (part.match(pattern) !== null) return { from, to: part.at }
    if (part.sign === '"') readQuoted(part)
    else if ('([{'.includes(part.sign)) skipBracket(part)
    else if (part.startsWith('#') || part.startsWith('//') || part.startsWith('/*')) part.skipSpace(false)
    else part.at++
  }
  return null
}
