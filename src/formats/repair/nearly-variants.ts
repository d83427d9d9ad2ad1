import { type CodedEdit, nearlyJson } from './nearly-json'
import { editText } from './text-edit'

/** A text made JSON in one of the ways in which it could be meant. */
export interface MendedText {
  readonly text: string
  readonly edits: readonly CodedEdit[]
}

/** The ways in which a text that nearly is JSON can be meant, the most plausible first; each is JSON. */
export function* nearlyVariants(text: string): Generator<MendedText> {
  const first = prepared(text)
  const start = first ? editText(text, first) : text
  for (const at of beginningsOf(start)) {
    const edits = nearlyJson(start, at)
    const all = edits && [...(first ?? []), ...edits]
    if (edits && all && all.length > 0) yield { text: editText(start, edits), edits: all }
  }
}

/** What must be done before the text can be read at all; null when nothing must. */
function prepared(text: string): readonly CodedEdit[] | null {
  if (/(?:@\$?|\$@)"\s*\{/.test(text)) return withoutDoubledQuotes(text)
  return MEMBERS.test(text) ? withBraces(text) : null
}

/** A verbatim string of C#, in which every quote is doubled. */
function withoutDoubledQuotes(text: string): readonly CodedEdit[] {
  return [...text.matchAll(/""/g)].map(({ index }) => ({
    code: 'repair/quotes',
    start: index,
    end: index + 2,
    text: '"',
  }))
}

/** A text that begins with a member, as when the braces around it were not copied. */
const MEMBERS =
  /^\s*(?:["“”][^"“”\n{}]{1,100}["“”]\s*:\s*["“[{\d-]|(?:AWSPolicyFormatVersion|RecordType|StartRule|StartEndpoint|Endpoints|Rules)\s*:\s*["'[{])/

function withBraces(text: string): readonly CodedEdit[] {
  const end = text.trimEnd().length
  const start = text.length - text.trimStart().length
  return [
    { code: 'repair/outer-braces', start, end: start, text: '{' },
    { code: 'repair/outer-braces', start: end, end, text: '}' },
  ]
}

const FARTHEST_BEGINNING = 5_000
/** Keys that stand in a document itself, not in what surrounds it. */
const OWN_KEY = /AWSPolicyFormatVersion|\bStartRule\b|\bStartEndpoint\b|\bRecordType\b/

/** Offsets of brackets that the document may begin with: the first of all, and the one around its own keys. */
function beginningsOf(text: string): readonly number[] {
  const head = text.slice(0, FARTHEST_BEGINNING)
  const found =
    /(?:^|[=(:]\s*(?:[a-z]{0,2}(?:"""|'''))?|\breturn\s+|\n)\s*([{[])/i.exec(head) ?? /([{[])/.exec(head)
  const first = found ? found.index + found[0].length - 1 : null
  const ownKey = text.search(OWN_KEY)
  const candidates = [first, braceAround(text, ownKey), arrayAround(text, ownKey)]
  return [...new Set(candidates.filter((at) => at !== null))].toSorted((a, b) => a - b)
}

/** Offset of the brace that is open at an offset; null when none is. */
function braceAround(text: string, offset: number): number | null {
  let depth = 0
  for (let at = offset - 1; at >= 0; at--) {
    const sign = text.charAt(at)
    if (sign === '}') depth++
    // Of a brace that a template doubles the first.
    else if (sign === '{' && depth-- === 0) return text.charAt(at - 1) === '{' ? at - 1 : at
  }
  return null
}

/** Offset of the array of PHP that an offset stands in; null where it stands in none. */
function arrayAround(text: string, offset: number): number | null {
  let depth = 0
  for (let at = offset - 1; at >= 0; at--) {
    const sign = text.charAt(at)
    if (sign === ']' || sign === ')') depth++
    else if ((sign === '[' || sign === '(') && depth-- === 0) {
      if (sign === '[') return at
      const word = /array\s*$/i.exec(text.slice(Math.max(0, at - 20), at))
      return word ? at - word[0].length : null
    }
  }
  return null
}
