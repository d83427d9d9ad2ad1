import { parseJson } from '../parse-json'
import { positionAt } from '../text-position'
import { isFullDocument } from './embedded'
import { joinedLiterals } from './joined-literals'
import type { Recognised } from './recogniser'

/** So many brackets are tried as the beginning of a document, and so many characters read in all. */
const MOST_TRIED = 500
const MOST_READ = 4_000_000

/** What begins like this is meant to be JSON. */
const LIKE_JSON = /^[\s\ufeff]*[{["]\s*["'{[\]}]/
/** A word by itself, and not a few stray letters at a brace. */
const WORD = /(?<![\p{L}\p{N}])\p{L}{2,}[ \t>]/u

/** What opens a string in a program: after an operator or a bracket, or in a way that only programs have. */
const OPENER = /(?:@\$?"|\$@"|"{3}|'{3}|`|[(=:,]\s*["'`]|r#+"|R"\w*\()\s*$/

/**
 * Documents that stand whole in a text of any other kind: a message, a script, the text output of the AWS CLI, its
 * XML. Null when there is none, and for a document with only stray characters around it: that is damaged, and what to
 * leave out of it is for its owner to say.
 */
export function documentsInProse(text: string): Recognised | null {
  if (LIKE_JSON.test(text) || !/AWSPolicyFormatVersion|Endpoints/.test(text)) return null
  const beginning = text.search(BEGINNING)
  const before = text.slice(0, beginning < 0 ? text.length : beginning)
  if (!WORD.test(before) && !OPENER.test(before)) return null
  for (const plain of spellings(text)) {
    const found = wholeDocuments(plain)
    if (found.some(({ document }) => ADDED.test(document))) break
    if (found.length > 0) return proseWith(found, ({ line }) => `the text, at line ${line}`)
  }
  const joined = wholeDocuments(joinedLiterals(text))
  return joined.length > 0 ? proseWith(joined, () => 'the strings of a program') : null
}

/** What a program adds to the string that a document seems to stand in. */
const ADDED = /(['`])\s*([+.&])\s*[\w$.]+(?:\([^()\n]*\))?\s*\2\s*\1/

function proseWith(found: readonly Whole[], whereOf: (whole: Whole) => string): Recognised {
  const candidates = found.map((whole) => ({
    name: null,
    where: whereOf(whole),
    content: { kind: 'text', text: whole.document } as const,
    problems: [],
  }))
  return { kind: 'Text with a document in it', candidates }
}

/** The text as it is, and as it was before another language quoted it. */
function* spellings(text: string): Generator<string> {
  yield text
  if (text.includes('&quot;')) {
    yield text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  }
  if (text.includes('\\"')) yield text.replaceAll(/\\(["\\])/g, '$1')
  // Doubled in C#, Visual Basic, SQL and tables; behind a backtick in PowerShell.
  if (text.includes('""')) yield text.replaceAll('""', '"')
  if (text.includes('`"')) yield text.replaceAll('`"', '"')
}

/** A document opens with its first key, perhaps quoted for another language. */
const BEGINNING = /\{\s*(?:[\\`]?"|&quot;)/

interface Whole {
  readonly document: string
  /** From 1. */
  readonly line: number
}

function wholeDocuments(text: string): readonly Whole[] {
  const found: Whole[] = []
  let read = 0
  let tried = 0
  const beginning = new RegExp(BEGINNING, 'g')
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    if (++tried > MOST_TRIED || read > MOST_READ) break
    const end = closingBrace(text, match.index)
    read += (end ?? text.length) - match.index
    if (end === null) continue
    const document = text.slice(match.index, end)
    const parsed = parseJson(document)
    if (!parsed.ok || !isFullDocument(parsed.value.root.json)) continue
    found.push({ document, line: positionAt(text, match.index).line })
    beginning.lastIndex = end
  }
  return found
}

/** Offset behind the brace that closes the one at `start`; null when none does. */
function closingBrace(text: string, start: number): number | null {
  let depth = 0
  let inString = false
  for (let at = start; at < text.length; at++) {
    const sign = text.charAt(at)
    if (inString) {
      if (sign === '\\') at++
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
  }
  return null
}
