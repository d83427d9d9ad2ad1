import { isJsonArray, isJsonObject, type Json, jsonObject } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import type { HclExpression } from './hcl-tree'

/** Values by the reference that names them, such as `local.policy`. */
export type HclValues = ReadonlyMap<string, HclExpression>

/** References that lead to references are followed so far; a loop ends here too. */
const MOST_STEPS = 20

/** What a reference to a value that the same text writes out stands for; anything else as it is. */
export function followed(expression: HclExpression, values: HclValues): HclExpression {
  let current = expression
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = values.get(referenceOf(current))
    if (next === undefined) return current
    current = next
  }
  return expression
}

/** The reference that an expression is, bare or as the only thing in a string; empty for all others. */
export function referenceOf(expression: HclExpression): string {
  if (expression.kind === 'computed') return expression.written
  const only = expression.kind === 'string' ? /^\$\{([^{}"]*)\}\s*$/.exec(expression.text) : null
  return only?.[1]?.trim() ?? ''
}

/**
 * An expression as JSON. What is computed becomes a placeholder that holds it as it is written: `${var.weight}`;
 * lists and objects that are written out elsewhere in the text are put in.
 */
export function hclToJson(expression: HclExpression, values: HclValues, depth = 0): Json {
  if (depth > MOST_DEEP) return placeholder('…')
  const inner = (part: HclExpression) => hclToJson(part, values, depth + 1)
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'number':
      return { number: expression.spelling }
    case 'string': {
      const target = followed(expression, values)
      return isCollection(target) ? inner(target) : expression.text
    }
    case 'tuple':
      return expression.items.map(inner)
    case 'object':
      return jsonObject(expression.members.map(({ key, value }) => [key, inner(value)]))
    case 'call':
      return calledJson(expression.name, expression.args.map(inner)) ?? placeholder(expression.written)
    case 'computed': {
      const target = followed(expression, values)
      return isCollection(target) ? inner(target) : placeholder(expression.written)
    }
  }
}

/** As deep as a document may nest anyway. */
const MOST_DEEP = 100

// A scalar keeps its name, so that what is written back can still be computed there.
function isCollection({ kind }: HclExpression): boolean {
  return kind === 'object' || kind === 'tuple' || kind === 'call'
}

function placeholder(written: string): string {
  return `\${${written.replaceAll(/\s+/g, ' ')}}`
}

/** The functions that only shape what is written out. */
function calledJson(name: string, args: readonly Json[]): Json | undefined {
  const [first] = args
  if (first === undefined) return undefined
  switch (name) {
    case 'jsonencode':
      return toJsonText(first)
    case 'jsondecode':
    case 'tolist':
    case 'toset':
    case 'tomap':
      return typeof first === 'string' ? undefined : first
    case 'tostring':
      return isWord(first) ? wordOf(first) : undefined
    case 'tonumber':
      return isWord(first) && /^-?\d+(\.\d+)?$/.test(wordOf(first)) ? { number: wordOf(first) } : undefined
    case 'merge':
      return args.every(isJsonObject) ? jsonObject(args.flatMap((object) => [...object])) : undefined
    case 'concat':
      return args.every(isJsonArray) ? args.flat() : undefined
    default:
      return undefined
  }
}

type Word = string | boolean | { readonly number: string }

function isWord(json: Json): json is Word {
  return json !== null && !isJsonArray(json) && !isJsonObject(json)
}

function wordOf(word: Word): string {
  return typeof word === 'object' ? word.number : String(word)
}
