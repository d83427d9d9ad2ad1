import { type HclReader, IDENTIFIER } from './hcl-reader'
import { type Ends, skipBracket, skipExpression } from './hcl-skip'
import { readHeredoc, readQuoted } from './hcl-strings'
import type { HclExpression, HclMember } from './hcl-tree'
import { eitherIn } from './parse-either'
import { readFor } from './parse-for'

/** An expression. What is not written out literally is kept as it is written. */
export function readExpression(reader: HclReader, ends: Ends): HclExpression {
  const start = reader.at
  const literal = reader.nested(() => readLiteral(reader, start))
  if (literal && !goesOn(reader, ends)) return literal
  reader.at = start
  skipExpression(reader, ends)
  const written = reader.text.slice(start, reader.at).trimEnd()
  if (written === '') reader.fail(`expected a value, but found ${reader.found()}.`)
  return eitherIn(reader, start, written, readExpression) ?? { kind: 'computed', written, start }
}

const NUMBER = /-?\d+(\.\d+)?([eE][+-]?\d+)?(?![\w.])/y
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

/** The literal that begins here; null when there is none. */
function readLiteral(reader: HclReader, start: number): HclExpression | null {
  if (reader.sign === '"') return { kind: 'string', text: readQuoted(reader), start }
  if (reader.startsWith('<<')) return { kind: 'string', text: readHeredoc(reader), start }
  if (reader.sign === '[') return readTuple(reader, start)
  if (reader.sign === '{') return readObject(reader, start)
  const spelling = reader.match(NUMBER)
  if (spelling !== null) return { kind: 'number', spelling, start }
  const word = reader.match(IDENTIFIER)
  if (word === null) return null
  if (reader.sign === '(') return readCall(reader, word, start)
  const value = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined
  return value === undefined ? null : { kind: 'literal', value, start }
}

function isFor(reader: HclReader): boolean {
  return /\s*for\s/y.test(reader.text.slice(reader.at, reader.at + 200))
}

function readTuple(reader: HclReader, start: number): HclExpression | null {
  reader.at++
  if (isFor(reader)) return readFor(reader, start, readExpression)
  return { kind: 'tuple', items: readItems(reader, ']', start).items, start }
}

function readCall(reader: HclReader, name: string, start: number): HclExpression {
  reader.at++
  const { items: args, spread } = readItems(reader, ')', start)
  return { kind: 'call', name, args, spread, written: reader.text.slice(start, reader.at), start }
}

interface Items {
  readonly items: readonly HclExpression[]
  /** Whether the last is a list whose members are passed on. */
  readonly spread: boolean
}

/** Expressions between commas, up to the closing bracket. */
function readItems(reader: HclReader, close: string, start: number): Items {
  const items: HclExpression[] = []
  let spread = false
  for (;;) {
    reader.skipSpace(true)
    if (reader.take(close)) return { items, spread }
    if (reader.atEnd) reader.fail(`there is no “${close}” to close this.`, start)
    items.push(readExpression(reader, 'at bracket'))
    reader.skipSpace(true)
    // The three dots pass a list on as arguments.
    spread = reader.take('...')
    reader.skipSpace(true)
    if (reader.take(close)) return { items, spread }
    if (!reader.take(',')) reader.fail(`expected a comma or “${close}”, but found ${reader.found()}.`)
  }
}

function readObject(reader: HclReader, start: number): HclExpression | null {
  reader.at++
  if (isFor(reader)) return readFor(reader, start, readExpression)
  const members: HclMember[] = []
  for (;;) {
    reader.skipSpace(true)
    if (reader.take('}')) return { kind: 'object', members, start }
    if (reader.atEnd) reader.fail('there is no “}” to close this.', start)
    const key = readKey(reader)
    reader.skipSpace(true)
    if (!reader.take('=') && !reader.take(':')) {
      reader.fail(`expected “=” after the key, but found ${reader.found()}.`)
    }
    reader.skipSpace(true)
    members.push({ key, value: readExpression(reader, 'at line end') })
    reader.skipSpace(false)
    if (!reader.take(',') && reader.sign !== '\n' && reader.sign !== '}' && !reader.atEnd) {
      reader.fail(`expected a comma, a line break or “}”, but found ${reader.found()}.`)
    }
  }
}

function readKey(reader: HclReader): string {
  if (reader.sign === '"') return readQuoted(reader)
  const start = reader.at
  if (reader.sign === '(') {
    skipBracket(reader)
    return `\${${reader.text.slice(start + 1, reader.at - 1).trim()}}`
  }
  const word = reader.match(IDENTIFIER) ?? reader.match(NUMBER)
  if (word === null) reader.fail(`expected a key, but found ${reader.found()}.`)
  return word
}

/** Whether what was read is only the beginning of something computed: an operator or a further step follows. */
function goesOn(reader: HclReader, ends: Ends): boolean {
  const { at } = reader
  reader.skipSpace(ends === 'at bracket')
  const found = reader.match(OPERATOR)
  reader.at = at
  return found !== null && found !== '...'
}

const OPERATOR = /\.\.\.|[-+*/%<>!&|?.[(]|==/y
