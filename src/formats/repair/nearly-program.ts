import { RECORD_TYPES } from '../../model/dns/record-types'
import { ENDPOINT_TYPES } from '../../model/endpoint'
import { RULE_TYPES, RULES } from '../../rules'
import { quotedString } from './nearly-string'

/** How an object or a list is written, and what it is in JSON. */
export interface Shape {
  readonly opening: string
  readonly closing: string
  readonly kind: '{' | '['
}

const OBJECT: Shape = { opening: '{', closing: '}', kind: '{' }
const ARRAY_WORD = /array\s*\(/iy
/** Tables and lists of PowerShell; maps and lists of Go. */
const TABLE = /@\{|map\[\w+\](?:interface\{\}|\w+)\{/y
const LIST_IN_PARENTHESES = /@\(/y
const LIST_IN_BRACES = /\[\](?:map\[\w+\])?(?:interface\{\}|\w+)\{/y
/** The first member of an array of PHP that has keys. */
const FIRST_KEY =
  /(?:\s|\/\/[^\n]*|#[^\n]*|\/\*[^]*?\*\/)*(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\w$:]+)\s*=>/y

/** The object or list that begins at an offset, as a program writes it; arrays of PHP are either, by their keys. */
export function shapeAt(text: string, at: number): Shape | null {
  if (text.charAt(at) === '{') return OBJECT
  const table = found(TABLE, text, at)
  if (table !== '') return { opening: table, closing: '}', kind: '{' }
  const inBraces = found(LIST_IN_BRACES, text, at)
  if (inBraces !== '') return { opening: inBraces, closing: '}', kind: '[' }
  const inParentheses = found(LIST_IN_PARENTHESES, text, at)
  if (inParentheses !== '') return { opening: inParentheses, closing: ')', kind: '[' }
  const opening = text.charAt(at) === '[' ? '[' : found(ARRAY_WORD, text, at)
  if (opening === '') return null
  const hasKeys = found(FIRST_KEY, text, at + opening.length) !== ''
  return { opening, closing: opening === '[' ? ']' : ')', kind: hasKeys ? '{' : '[' }
}

/** What a program computes, as the text that stands for it, with placeholders for what only it knows. */
export interface Computed {
  readonly value: string
  readonly end: number
}

/** A variable, perhaps with members, places and calls. */
const NAME =
  /\$?[A-Za-z_]\w*(?:(?:\.|->|::|\?\.)\$?[A-Za-z_]\w*|\[[^\][\n]*\]|\((?:[^()\n]|\([^()\n]*\))*\))*/y
const PREFIX = /[fFrRbBuU]{1,2}(?=["'])/y
const JOINT = /\s*(?:\+|\.(?=[\s"'$]))\s*/y

/** Strings and names that a program puts together, or a string that it fills in; null for a value by itself. */
export function computedAt(text: string, start: number): Computed | null {
  const first = operandAt(text, start)
  if (!first) return null
  let { value, end } = first
  for (;;) {
    const joint = found(JOINT, text, end)
    const next = joint === '' ? null : operandAt(text, end + joint.length)
    if (!next) break
    value += next.value
    end = next.end
  }
  const isAlone = end === first.end
  return isAlone && !first.isFilledIn ? null : { value, end }
}

interface Operand extends Computed {
  readonly isFilledIn: boolean
}

function operandAt(text: string, start: number): Operand | null {
  const prefix = found(PREFIX, text, start)
  const at = start + prefix.length
  if (/["'`]/.test(text.charAt(at))) {
    const read = quotedString(text, at)
    const value: unknown = read ? JSON.parse(read.json) : null
    if (!read || typeof value !== 'string') return null
    const filled = /f/i.test(prefix) ? placeholders(value) : value
    return { value: filled, end: read.end, isFilledIn: prefix !== '' }
  }
  const name = found(NAME, text, start)
  return name === ''
    ? null
    : { value: placeholderOf(name), end: start + name.length, isFilledIn: /->|\]$/.test(name) }
}

/** What stands for a variable or a call: `$ip` and `ip` are `${ip}`. */
export function placeholderOf(expression: string): string {
  return `\${${expression.replace(/^\$/, '')}}`
}

/** What a template with doubled braces fills in, as a placeholder: `{ip}` is `${ip}`; its `{{` is a brace. */
export function placeholders(text: string): string {
  return text.replaceAll(/\{\{|\}\}|\{([A-Za-z_][^{}"]*)\}/g, (whole, name?: string) =>
    name === undefined ? whole.slice(1) : `\${${name}}`,
  )
}

const FORMAT_WORDS = new Set<string>([
  ...Object.keys(RECORD_TYPES),
  ...ENDPOINT_TYPES,
  ...RULE_TYPES.map((type) => RULES[type].documentType),
])

/** Whether a word without quotes is one of the format, so that it is no variable. */
export function isFormatWord(word: string): boolean {
  return FORMAT_WORDS.has(word)
}

function found(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}
