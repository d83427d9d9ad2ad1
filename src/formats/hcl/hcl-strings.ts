import type { HclReader } from './hcl-reader'

/** A quoted string: its text, with what is computed in it kept as `${…}`. */
export function readQuoted(reader: HclReader): string {
  const start = reader.at
  reader.at++
  let text = ''
  for (;;) {
    text += reader.match(PLAIN) ?? ''
    if (reader.atEnd || reader.sign === '\n') reader.fail('this string is not closed on its line.', start)
    if (reader.take('"')) return text
    text += reader.sign === '\\' ? readEscape(reader) : readSpecial(reader)
  }
}

const PLAIN = /[^"\\$%\n]+/y
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const UNICODE = /\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/y

function readEscape(reader: HclReader): string {
  const simple = ESCAPES[reader.text.charAt(reader.at + 1)]
  if (simple !== undefined) {
    reader.at += 2
    return simple
  }
  const code = reader.match(UNICODE)
  const point = code === null ? Number.NaN : Number.parseInt(code.slice(2), 16)
  if (!(point <= 0x10_ffff)) reader.fail('a backslash here escapes nothing that HCL knows.')
  return String.fromCodePoint(point)
}

/** A sequence that begins with `$` or `%`: an interpolation, a directive, the escape of one, or just that sign. */
function readSpecial(reader: HclReader): string {
  const sign = reader.sign
  if (reader.take(`${sign}${sign}{`)) return `${sign}{`
  if (reader.startsWith(`${sign}{`)) return readInterpolation(reader)
  reader.at++
  return sign
}

/** `${…}` or `%{…}` as it is written, however nested. */
export function readInterpolation(reader: HclReader): string {
  const start = reader.at
  reader.at += 2
  skipBalanced(reader, start)
  return reader.text.slice(start, reader.at)
}

/** Passes over everything up to the brace that closes the one before. */
function skipBalanced(reader: HclReader, start: number): void {
  reader.nested(() => {
    for (;;) {
      reader.match(UP_TO_BRACE)
      if (reader.atEnd) reader.fail('this “${” is not closed.', start)
      if (reader.take('}')) return
      if (reader.sign === '"') readQuoted(reader)
      else {
        reader.at++
        skipBalanced(reader, start)
      }
    }
  })
}

const UP_TO_BRACE = /[^{}"]*/y
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy

/** A heredoc from its `<<` to the line that holds its word alone; with `<<-` the common indent is taken off. */
export function readHeredoc(reader: HclReader): string {
  const start = reader.at
  const head = reader.match(HEREDOC)
  if (head === null) reader.fail('expected a word and a line break after “<<”.')
  const word = head.replace(/^<<-?/, '').trim()
  const lines: string[] = []
  for (;;) {
    if (reader.atEnd) reader.fail(`there is no line with ${word} alone to end this heredoc.`, start)
    const end = reader.text.indexOf('\n', reader.at)
    const line = reader.text.slice(reader.at, end < 0 ? undefined : end)
    if (line.trim() === word) {
      // The line break ends the attribute, so it stays.
      reader.at += line.trimEnd().length
      break
    }
    lines.push(line)
    reader.at = end < 0 ? reader.text.length : end + 1
  }
  const kept = head.startsWith('<<-') ? withoutIndent(lines) : lines
  return kept
    .map((line) => `${line}\n`)
    .join('')
    .replaceAll(/([$%])\1\{/g, '$1{')
}

function withoutIndent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0)
  const indent = Math.min(...indents)
  return Number.isFinite(indent)
    ? lines.map((line) => line.slice(Math.min(indent, line.search(/[^ ]|$/))))
    : lines
}
