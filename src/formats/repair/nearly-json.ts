import { DEEPEST_NESTING } from '../parse-json'
import { computedAt, isFormatWord, placeholderOf, placeholders, type Shape, shapeAt } from './nearly-program'
import { quotedString, SMART_QUOTES } from './nearly-string'
import type { TextEdit } from './text-edit'

/** What is done to make JSON of a text, by code; a title for each. */
export const TEXT_REPAIRS = {
  'repair/surroundings': 'Leave out what surrounds the document',
  'repair/comments': 'Remove comments',
  'repair/commas': 'Remove commas that nothing follows, and add those that are missing',
  'repair/quotes': 'Put keys and strings in straight double quotes',
  'repair/bare-words': 'Put words without quotes in quotes',
  'repair/colons': 'Write a colon after each key',
  'repair/literals': 'Write numbers, true, false and null as JSON does',
  'repair/characters': 'Replace characters that JSON does not allow',
  'repair/braces': 'Write braces once that a template doubles',
  'repair/arrays': 'Write arrays, tables and maps of a program as objects and lists',
  'repair/computed': 'Keep what a program computes as a placeholder',
  'repair/outer-braces': 'Put braces around members that have none',
  'repair/cut-off': 'Close the brackets that stand open where the text was cut off',
} as const
export type TextRepairCode = keyof typeof TEXT_REPAIRS

export interface CodedEdit extends TextEdit {
  readonly code: TextRepairCode
}

/**
 * The edits that make strict JSON of what people write for it, from the bracket at `start` on: JavaScript, Python,
 * JSON5, what chat programs and word processors make of quotes, templates, a text that was cut off between two
 * members. Null when the text is something else, or is cut off anywhere else, so that nobody can tell what stood there.
 */
export function nearlyJson(text: string, start: number): readonly CodedEdit[] | null {
  const reader = new NearlyJson(text, start)
  try {
    return reader.read()
  } catch (error) {
    if (error instanceof Hopeless) return null
    throw error
  }
}

class Hopeless extends Error {}

const SPACE = /[ \t\r\n]+/y
/** What is no space in JSON; also the escapes of line breaks where a string lost its quotes. */
const ODD_SPACE = /(?:\\[nrt]|[\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff\v\f])+/y
const COMMENT = /\/\/[^\n]*|#[^\n]*|\/\*[^]*?\*\//y
const NUMBER = /[-+]?(\d[\d_]*\.?\d*|\.\d+)([eE][-+]?\d+)?(?=[\s,}\])/#;\\]|$)/y
const STRICT_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/
/** A template’s placeholder without quotes. */
const PLACEHOLDER = /\$\{[^{}\n]*\}|\{\{[^{}\n]*\}\}|<[^<>\n]+>|%(\[\d+\])?[sdvq]\b/y
/** A symbol of Ruby. */
const SYMBOL = /:[A-Za-z_]\w*/y
/** A key that JavaScript takes from a variable. */
const COMPUTED_KEY = /\[\s*[A-Za-z_$][\w$.]*\s*\](?=\s*:)/y
const WORD = /[\p{L}_$*][\p{L}\p{N}_$.*:/-]*/uy
/** The arguments of a function. */
const CALL = /\((?:[^()\n]|\([^()\n]*\))*\)/y
const WORDS: Readonly<Record<string, string>> = {
  $true: 'true',
  $false: 'false',
  $null: 'null',
  true: 'true',
  false: 'false',
  null: 'null',
  none: 'null',
  nil: 'null',
  undefined: 'null',
}

/** Reads on in a text and notes what must change. */
class NearlyJson {
  private at: number
  private depth = 0
  private readonly edits: CodedEdit[] = []
  /** Whether braces are doubled, as in a text that Python formats. */
  private readonly doubled: boolean
  /** Whether the document stands in a program, in which a word without quotes is a variable. */
  private readonly inProgram: boolean
  private strings = 0
  private readonly keys = new Set<string>()
  /** Words without quotes that may be variables, with what they are called. */
  private readonly words = new Map<CodedEdit, string>()

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.at = start
    this.inProgram = /(?:[=(:,>@]|\breturn|\binterface\{\}|\]any)\s*$/.test(
      text.slice(Math.max(0, start - 50), start),
    )
    this.doubled = /^\{\{\s*["'}]/.test(text.slice(start, start + 200))
  }

  read(): readonly CodedEdit[] {
    if (this.start > 0 && this.text.slice(0, this.start).trim() !== '')
      this.edit('repair/surroundings', 0, this.start, '')
    this.value()
    const end = this.at
    if (/[^\s;)]/.test(this.text.slice(end)) && this.start === 0 && !/^\s*[;)`]/.test(this.text.slice(end))) {
      // Something follows a document that stands at the very beginning: perhaps another one.
      if (/^\s*[,{["]/.test(this.text.slice(end))) throw new Hopeless()
    }
    if (this.text.slice(end).trim() !== '') this.edit('repair/surroundings', end, this.text.length, '')
    return this.edits.map((edit) => this.withVariable(edit))
  }

  /** In a program that writes strings in quotes a word without them is a variable, unless it names something here. */
  private withVariable(edit: CodedEdit): CodedEdit {
    const word = this.words.get(edit)
    if (word === undefined || !this.inProgram || this.strings === 0) return edit
    if (this.keys.has(word) || isFormatWord(word)) return edit
    return { ...edit, text: JSON.stringify(placeholderOf(word)) }
  }

  private edit(code: TextRepairCode, start: number, end: number, text: string): CodedEdit {
    const edit = { code, start, end, text }
    this.edits.push(edit)
    return edit
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? null
    if (found !== null) this.at += found.length
    return found
  }

  private get sign(): string {
    return this.text.charAt(this.at)
  }

  private space(): void {
    for (;;) {
      const before = this.at
      this.match(SPACE)
      const odd = this.at
      if (this.match(ODD_SPACE) !== null) this.edit('repair/characters', odd, this.at, ' ')
      const comment = this.at
      if (this.match(COMMENT) !== null) this.edit('repair/comments', comment, this.at, '')
      if (this.at === before) return
    }
  }

  private value(): void {
    this.space()
    if (!this.doubled && this.text.startsWith('{{', this.at) && this.placeholder()) return
    const shape = shapeAt(this.text, this.at)
    if (shape) this.collection(shape)
    else if (this.inProgram && this.computed()) this.strings++
    else if (this.string('repair/quotes')) this.strings++
    else if (!this.number() && !this.placeholder()) this.word()
  }

  private computed(): boolean {
    const found = computedAt(this.text, this.at)
    if (!found) return false
    this.edit('repair/computed', this.at, found.end, JSON.stringify(found.value))
    this.at = found.end
    return true
  }

  private collection({ opening, closing, kind }: Shape): void {
    if (++this.depth > DEEPEST_NESTING) throw new Hopeless()
    const close = kind === '{' ? '}' : ']'
    this.bracket(opening, kind)
    let comma: number | null = null
    let members = 0
    for (;;) {
      const end = this.at
      this.space()
      if (this.sign === '') {
        // Something must have been said before the end.
        if (members === 0 && this.depth === 1) throw new Hopeless()
        if (comma !== null) this.drop(comma)
        const last = this.text.trimEnd().length
        this.edit('repair/cut-off', last, last, close)
        this.depth--
        return
      }
      if (this.sign === closing) {
        if (comma !== null) this.drop(comma)
        this.bracket(closing, close)
        this.depth--
        return
      }
      if (this.sign === ',' || this.sign === ';') {
        if (comma !== null || members === 0) this.edit('repair/commas', this.at, this.at + 1, '')
        else if (this.sign === ';') this.edit('repair/commas', this.at, this.at + 1, ',')
        if (members > 0) comma ??= this.at
        this.at++
        continue
      }
      if (members > 0 && comma === null) this.insertComma(end)
      comma = null
      if (kind === '{') this.member()
      else this.value()
      members++
    }
  }

  /** Passes over a bracket; of a doubled brace one goes. */
  private bracket(sign: string, json: string): void {
    if (sign !== json) this.edit('repair/arrays', this.at, this.at + sign.length, json)
    this.at += sign.length
    if (!this.doubled || (sign !== '{' && sign !== '}')) return
    if (this.sign !== sign) throw new Hopeless()
    this.edit('repair/braces', this.at, this.at + 1, '')
    this.at++
  }

  /** Throws where the text ends: what stands there may be only the beginning of something. */
  private whole(): void {
    if (this.sign === '' && this.depth > 0) throw new Hopeless()
  }

  /** Edits stay in order, though a trailing comma is known as such only when the bracket comes. */
  private drop(comma: number): void {
    this.insert({ code: 'repair/commas', start: comma, end: comma + 1, text: '' })
  }

  private insertComma(at: number): void {
    this.insert({ code: 'repair/commas', start: at, end: at, text: ',' })
  }

  private insert(edit: CodedEdit): void {
    let index = this.edits.length
    while (index > 0 && (this.edits[index - 1]?.start ?? 0) >= edit.start) index--
    const next = this.edits[index]
    // A semicolon that became a comma, and then had nothing behind it.
    if (next?.start === edit.start && next.end === edit.end) this.edits.splice(index, 1, edit)
    else this.edits.splice(index, 0, edit)
  }

  private member(): void {
    const key = this.at
    const computed = this.match(COMPUTED_KEY)
    if (computed !== null) {
      this.edit('repair/computed', key, this.at, JSON.stringify(placeholderOf(computed.slice(1, -1).trim())))
    } else if (this.match(SYMBOL) !== null) {
      this.edit('repair/quotes', key, this.at, JSON.stringify(this.text.slice(key + 1, this.at)))
    } else if (!this.string('repair/quotes') && !this.placeholder()) {
      if (this.match(WORD) === null && this.match(NUMBER) === null) throw new Hopeless()
      const word = this.text.slice(key, this.at)
      // A colon belongs to the key’s end, not to the word.
      const name = word.replace(/:.*$/s, '')
      this.at = key + name.length
      if (name === '') throw new Hopeless()
      this.edit('repair/quotes', key, this.at, JSON.stringify(name))
    }
    this.keys.add(this.text.slice(key, this.at).replace(/^["':]|["']$/g, ''))
    this.space()
    const colon = this.at
    const sign = this.match(/=>|:=|[:=]/y)
    if (sign === null) throw new Hopeless()
    if (sign !== ':') this.edit('repair/colons', colon, this.at, ':')
    this.value()
  }

  private string(code: TextRepairCode): boolean {
    if (!/["'`]/.test(this.sign) && !SMART_QUOTES.includes(this.sign)) return false
    const start = this.at
    const read = quotedString(this.text, start)
    if (!read) throw new Hopeless()
    this.at = read.end
    const json = this.doubled ? placeholders(read.json) : read.json
    if (json !== this.text.slice(start, read.end)) {
      const straight = this.text.charAt(start) === '"'
      this.edit(
        json !== read.json ? 'repair/braces' : straight ? 'repair/characters' : code,
        start,
        read.end,
        json,
      )
    }
    return true
  }

  private number(): boolean {
    const start = this.at
    const found = this.match(NUMBER)
    if (found === null) return false
    this.whole()
    if (!STRICT_NUMBER.test(found)) {
      const plain = Number(found.replaceAll('_', ''))
      if (!Number.isFinite(plain)) throw new Hopeless()
      this.edit('repair/literals', start, this.at, String(plain))
    }
    return true
  }

  private placeholder(): boolean {
    const start = this.at
    const found = this.match(PLACEHOLDER)
    if (found === null) return false
    // A placeholder may be a part of a word.
    this.match(/[\w.:/-]*/y)
    this.edit('repair/bare-words', start, this.at, JSON.stringify(this.text.slice(start, this.at)))
    return true
  }

  private word(): void {
    const start = this.at
    // An address begins with a digit and is no number.
    const found = this.match(WORD) ?? this.match(/\d[\w.:/-]*/y)
    if (found === null) throw new Hopeless()
    if (!Object.hasOwn(WORDS, found.toLowerCase())) this.whole()
    const known = Object.hasOwn(WORDS, found.toLowerCase()) ? WORDS[found.toLowerCase()] : undefined
    // What a program calls is computed; its place is held by a placeholder.
    const call = known === undefined ? this.match(CALL) : null
    const text = call === null ? found : placeholderOf(found + call)
    if (known === undefined) {
      const edit = this.edit('repair/bare-words', start, this.at, JSON.stringify(text))
      if (call === null) this.words.set(edit, found)
    } else if (known !== found) this.edit('repair/literals', start, this.at, known)
  }
}
