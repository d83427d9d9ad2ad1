/** A string as JSON spells it, and where it ends in the text. */
export interface NearlyString {
  readonly json: string
  readonly end: number
}

/** Quotes of word processors and chat programs, in which one closes what another opens. */
export const SMART_QUOTES = '“”„‟«»‘’‚‛'
const DOUBLES = '“”„‟«»"'
const SINGLES = "‘’‚‛'"

/** Reads a string in any quotes; null when it is not closed. */
export function quotedString(text: string, start: number): NearlyString | null {
  const open = text.charAt(start)
  const closing = closersOf(open)
  let value = ''
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at)
    if (closing.includes(sign)) return { json: spelled(text.slice(start, at + 1), value), end: at + 1 }
    if (sign === '\\') {
      const escape = readEscape(text, at)
      value += escape.value
      at = escape.end - 1
    } else if (sign === '\n' && open !== '`') return null
    else value += sign
  }
  return null
}

function closersOf(open: string): string {
  if (open === '`') return '`'
  // A straight quote is closed by a straight one: typographic ones inside are text.
  if (open === '"' || open === "'") return open
  return DOUBLES.includes(open) ? DOUBLES : SINGLES
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '0': '\0',
  v: '\v',
}

/** What an escape of JavaScript, JSON or a language like them stands for, and where it ends. */
export function readEscape(text: string, at: number): { readonly value: string; readonly end: number } {
  const code = /^\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/.exec(text.slice(at, at + 6))
  if (code)
    return {
      value: String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16)),
      end: at + code[0].length,
    }
  const sign = text.charAt(at + 1)
  return { value: Object.hasOwn(ESCAPES, sign) ? (ESCAPES[sign] ?? '') : sign, end: at + 2 }
}

/** What is JSON already keeps its spelling. */
function spelled(written: string, value: string): string {
  try {
    if (JSON.parse(written) === value) return written
  } catch {
    // Not JSON’s spelling.
  }
  return JSON.stringify(value)
}
