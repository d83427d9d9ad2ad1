import { readEscape } from '../repair/nearly-string'

/** So many strings are tried as the beginning of a document. */
const MOST_TRIED = 100
/** In UTF-16 units, of all that is joined. */
const MOST_JOINED = 1_000_000

/** A string of a program that a document begins in: a quote, and behind it a brace. */
const BEGINNING = /["'`](?=(?:\s|\\[nrt])*\{)/g
/** What joins two strings: operators, line breaks, and names for line breaks. */
const JOINT = /\s*(?:(?:[+.&\\]|<<|_(?=\s)|vb\w+|Environment\.NewLine)\s*)*/y
/** Something computed between two operators. */
const COMPUTED = /[A-Za-z_$][\w$.]*(?:\([^()\n]*\))?(?=\s*[+.&])/y

/**
 * The documents that a program puts together of several strings (`"{" + "\"RecordType\": …"`), or writes with escapes
 * of its language, as they are when it runs. What is computed between them stands there as `${…}`.
 */
export function joinedLiterals(text: string): string {
  const found: string[] = []
  let behind = 0
  let joined = 0
  let tried = 0
  for (const { index } of text.matchAll(BEGINNING)) {
    if (index < behind || joined > MOST_JOINED || ++tried > MOST_TRIED) continue
    const run = readRun(text, index)
    if (!run) continue
    found.push(run.text)
    joined += run.text.length
    behind = run.end
  }
  return found.join('\n')
}

interface Run {
  readonly text: string
  readonly end: number
}

/** One string and all that is joined to it; null where the first does not end. */
function readRun(text: string, start: number): Run | null {
  const doubled = isDoubled(text, start)
  const first = readLiteral(text, start, doubled)
  if (!first) return null
  let run = first
  while (run.text.length < MOST_JOINED) {
    const joint = matchAt(JOINT, text, run.end)
    let at = run.end + joint.length
    const computed = /[+.&]\s*$/.test(joint) ? matchAt(COMPUTED, text, at) : ''
    if (computed !== '') at += computed.length + matchAt(JOINT, text, at + computed.length).length
    const next = /["'`]/.test(text.charAt(at)) ? readLiteral(text, at, doubled) : null
    if (!next) return run
    run = { text: run.text + (computed === '' ? '' : `\${${computed}}`) + next.text, end: next.end }
  }
  return run
}

/** Whether quotes are doubled inside the strings, as in Visual Basic and in verbatim strings of C#. */
function isDoubled(text: string, start: number): boolean {
  return text.charAt(start) === '"' && /@\$?$/.test(text.slice(Math.max(0, start - 2), start))
    ? true
    : text.charAt(start) === '"' && /&\s*(?:vb\w+\s*&\s*)?_\s*$/m.test(text.slice(start, start + 200))
}

function readLiteral(text: string, start: number, doubled: boolean): Run | null {
  const quote = text.charAt(start)
  let value = ''
  for (let at = start + 1; at < text.length; ) {
    const sign = text.charAt(at)
    if (sign === quote) {
      if (!doubled || text.charAt(at + 1) !== quote) return { text: value, end: at + 1 }
      value += quote
      at += 2
    } else if (sign === '\\' && !doubled) {
      const escape = readEscape(text, at)
      value += escape.value
      at = escape.end
    } else {
      if (sign === '\n' && quote !== '`' && !doubled) return null
      value += sign
      at++
    }
  }
  return null
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}
