import { type ParseError, printParseErrorCode, visit } from 'jsonc-parser'
import { type OpenBrackets, openBrackets } from './open-brackets'
import { describePosition } from './text-position'

/** The first place at which a text is no JSON, and what to do about it. */
export interface SyntaxFault {
  readonly offset: number
  readonly length: number
  /** A sentence that says where, what was found and what was expected. */
  readonly message: string
}

/** Finds what `JSON.parse` stumbles over; call it only for a text that it refuses. */
export function findSyntaxFault(text: string): SyntaxFault {
  const first = firstError(text)
  if (!first) return { offset: 0, length: 0, message: 'This is no JSON.' }
  const offset = placeOf(text, first)
  return {
    offset,
    length: first.length,
    message: `At ${describePosition(text, offset)}: ${explain(text, first)}`,
  }
}

/** Thrown to stop at the first error: a text may have as many as characters. */
class Found extends Error {
  constructor(readonly error: ParseError) {
    super()
  }
}

function firstError(text: string): ParseError | null {
  const onError = (error: ParseError['error'], offset: number, length: number) => {
    throw new Found({ error, offset, length })
  }
  try {
    visit(text, { onError }, { disallowComments: true, allowTrailingComma: false })
    return null
  } catch (thrown) {
    if (thrown instanceof Found) return thrown.error
    throw thrown
  }
}

// The end is where the last thing ends, not behind the white space that may follow.
function placeOf(text: string, { offset }: ParseError): number {
  return text.slice(offset).trim() === '' ? text.trimEnd().length : offset
}

function explain(text: string, error: ParseError): string {
  const rest = text.slice(error.offset, error.offset + 200)
  if (text.trim() === '') return 'the text is empty.'
  if (isSyntaxBox(text)) return SYNTAX_BOX
  if (text.slice(0, error.offset).trim() === '' && isProgram(text)) return PROGRAM
  const name = printParseErrorCode(error.error)
  const open = text.slice(error.offset).trim() === '' || isOpenString(name, rest) ? openBrackets(text) : null
  if (open) return cutOffText(open)
  // A key cannot begin with a brace, but a template's {{ placeholder }} does.
  const brace = name === 'PropertyNameExpected' && rest.startsWith('{')
  if (brace && /^\{\s*["'}]/.test(rest)) return DOUBLED_BRACE
  const hint = brace ? PLACEHOLDER_HINT : HINTS.find(({ at }) => at.test(rest))
  if (hint) return hint.text
  const found = quoted(rest)
  const before = text.slice(0, error.offset).trimEnd().at(-1)
  if (before === ',' && /^[}\]]/.test(rest)) {
    return `found ${found} after a comma. Remove the comma behind the last member.`
  }
  return EXPLANATIONS[name]?.(found) ?? `found ${found}, which is no JSON.`
}

/** Whether a text is the box of AWS’s documentation that shows the syntax, with alternatives where values would stand. */
export function isSyntaxBox(text: string): boolean {
  return /"true"\s*\|\s*"false"|"StartEndpoint\s*\|\s*StartRule"|"2015-10-01\s*\|\s*2023-05-09"/.test(text)
}

/** Whether a text begins as programs do, and has words of the document in it. */
function isProgram(text: string): boolean {
  const begins =
    /^\s*(?:<\?php\b|#!|(?:import|from|package|using|require|use|const|let|var|new|export|class|def|func|return|public|my|cat|echo|set|aws)\b|[$@][A-Za-z_]\w*\s*=[^=]|[A-Za-z_][\w.]*\s*:?=\s*[^\s"'=\d])/
  return begins.test(text) && /AWSPolicyFormatVersion|StartRule|StartEndpoint|Endpoints/.test(text)
}

const PROGRAM =
  'this is the text of a program, not a document. Repair it where the document is written out in it, else open what the program prints.'

const SYNTAX_BOX =
  'this is the syntax box of AWS’s documentation, not a document: it lists alternatives such as "true" | "false" where one value would stand. Choose one of each and fill in the rest, or begin with an example.'

const DOUBLED_BRACE =
  'found a second brace. Braces are doubled in a text that Python or a template fills in; write each once.'

/** A string that nothing closes before the text ends, on its last line. */
function isOpenString(name: string, rest: string): boolean {
  return name === 'UnexpectedEndOfString' && !rest.trimEnd().includes('\n')
}

function cutOffText({ count, inside, string }: OpenBrackets): string {
  const what =
    string === null ? 'the text ends too early' : `the text ends inside the string ${quoted(string)}`
  const where = inside.length === 0 ? '' : `, in ${inside.map((key) => `“${key}”`).join(' → ')}`
  const open = count === 1 ? 'one bracket is' : `${count} brackets are`
  return `${what}${where}: ${open} still open. It may have been cut off; copy it again as a whole.`
}

const PLACEHOLDER_HINT = {
  at: /^\{\{|^\$\{|^<[^<>]+>/,
  text: 'found a placeholder of a template outside quotes. Fill it in, or put it in double quotes.',
}

const HINTS = [
  {
    at: /^%\s|^%\{/,
    text: 'found a directive of a template. Open what the template makes, or take the directive out.',
  },
  { at: /^<\?xml|^<!|^<\/|^<(\w+)[\s>][^]*<\/\1>/, text: 'found a tag: this is XML or HTML, not JSON.' },
  PLACEHOLDER_HINT,
  { at: /^\.\.\.|^…/, text: 'found an ellipsis where the original left something out. Fill it in.' },
  { at: /^'/, text: 'found a single quote. Keys and strings stand in double quotes.' },
  { at: /^[“”„]/, text: 'found a typographic quote. Keys and strings stand in straight double quotes.' },
  { at: /^\\"/, text: 'found a backslash before a quote, as in a document that was quoted once more.' },
  { at: /^\/[/*]|^#/, text: 'found a comment. JSON has none; remove it.' },
  {
    at: /^[\u00a0\u2000-\u200b\u2028\u2029\ufeff]/,
    text: 'found an invisible character that JSON does not allow.',
  },
] as const

const EXPLANATIONS: Readonly<Record<string, (found: string) => string>> = {
  InvalidSymbol: (found) => `found ${found}. Keys and strings stand in double quotes.`,
  InvalidNumberFormat: (found) => `found ${found}, which is no number.`,
  PropertyNameExpected: (found) => `expected a key in double quotes, but found ${found}.`,
  ValueExpected: (found) => `expected a value, but found ${found}.`,
  ColonExpected: (found) => `expected a colon after the key, but found ${found}.`,
  CommaExpected: (found) => `expected a comma between two members, but found ${found}.`,
  CloseBraceExpected: (found) => `expected a closing brace, but found ${found}.`,
  CloseBracketExpected: (found) => `expected a closing bracket, but found ${found}.`,
  EndOfFileExpected: (found) => `the document ends before this, but then there is ${found}.`,
  UnexpectedEndOfString: (found) => `the string ${found} is not closed on its line.`,
  UnexpectedEndOfNumber: (found) => `the number ${found} is not complete.`,
  InvalidUnicode: (found) => `the string ${found} holds an incomplete \\u escape.`,
  InvalidEscapeCharacter: (found) => `the string ${found} holds a backslash that escapes nothing JSON knows.`,
  InvalidCharacter: (found) => `the string ${found} holds a control character; write it as an escape.`,
}

/** The word, the string or the sign that a text begins with, shortened. */
function quoted(rest: string): string {
  const word = /^("(\\.|[^"\\\r\n])*"?|[^\s{}[\]":,]+|[^])/u.exec(rest)?.[0] ?? ''
  return word.length > 30 ? `“${word.slice(0, 30)}…”` : `“${word}”`
}
