/** One record of a table: the line it begins on, from 1, and its fields without quotes and outer spaces. */
export interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/** Characters that separate fields; `spaces` is any run of spaces and tabs, as in the output of `uniq -c`. */
export type Delimiter = ',' | ';' | '\t' | '|' | 'spaces'

const MARKS = [',', ';', '\t', '|'] as const
/** How many lines the delimiter is guessed from. */
const LINES_READ = 20

/** The delimiter that divides the first lines of a text most alike, outside of quotes. */
export function detectDelimiter(text: string): Delimiter {
  const head = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  const lines = head.slice(0, LINES_READ).map((line) => line.replace(/"[^"]*"?/g, ''))
  const scores = MARKS.map((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1)
    const most = Math.max(0, ...counts)
    // A mark that every line has tells more than one that some lines have often.
    return { mark, score: most === 0 ? 0 : counts.filter((count) => count === most).length * 100 + most }
  })
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.mark : 'spaces'
}

/**
 * The records of a table in the manner of RFC 4180: fields in double quotes may hold the delimiter, line ends and
 * doubled quotes. Empty lines are left out. `unclosed` is the line of a quote that never ends.
 */
export function parseCsv(
  text: string,
  delimiter: Delimiter,
): { readonly records: readonly CsvRecord[]; readonly unclosed: number | null } {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  return delimiter === 'spaces' ? { records: splitBySpaces(body), unclosed: null } : split(body, delimiter)
}

function splitBySpaces(text: string): readonly CsvRecord[] {
  return text.split(/\r\n|\n|\r/).flatMap((content, index) => {
    const words = content.trim().split(/\s+/)
    return content.trim() === '' ? [] : [{ line: index + 1, fields: fieldsOfWords(words) }]
  })
}

// Beside a count at either end, the other words are one name: `1234 United Kingdom`.
function fieldsOfWords(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words
  if (rest.length > 1 && isCount(first)) return [first, rest.join(' ')]
  const last = words.at(-1) ?? ''
  return words.length > 2 && isCount(last) ? [words.slice(0, -1).join(' '), last] : words
}

function isCount(word: string): boolean {
  return /^\d+(\.\d+)?$/.test(word)
}

function split(text: string, delimiter: string): { records: readonly CsvRecord[]; unclosed: number | null } {
  const records: CsvRecord[] = []
  let fields: string[] = []
  let field = ''
  let line = 1
  let startLine = 1
  let quotedFrom: number | null = null
  let wasQuoted = false

  function endField(): void {
    fields.push(wasQuoted ? field : field.trim())
    field = ''
    wasQuoted = false
  }

  function endRecord(): void {
    endField()
    if (fields.some((each) => each !== '')) records.push({ line: startLine, fields })
    fields = []
    startLine = line
  }

  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    const isLineEnd = character === '\n' || character === '\r'
    if (character === '\r' && text[at + 1] === '\n') at++
    if (isLineEnd) line++
    if (quotedFrom !== null) {
      if (character === '"' && text[at + 1] === '"') {
        field += '"'
        at++
      } else if (character === '"') quotedFrom = null
      else field += isLineEnd ? '\n' : character
    } else if (character === '"' && field.trim() === '') {
      field = ''
      quotedFrom = line
      wasQuoted = true
    } else if (character === delimiter) endField()
    else if (isLineEnd) endRecord()
    else if (!wasQuoted || character.trim() !== '') field += character
  }
  endRecord()
  return { records, unclosed: quotedFrom }
}
