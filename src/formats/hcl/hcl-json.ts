import { isJsonArray, isJsonNumber, isJsonObject, type Json, jsonObject } from '../../model/json'
import { calledJson, wordOfJson } from './hcl-calls'
import { conditionOf } from './hcl-condition'
import { loopedJson } from './hcl-loop'
import { lookedUp, referenceOf, withBound, withLiterals } from './hcl-references'
import type { HclScope, HclValues, ReadInner } from './hcl-scope'
import type { HclExpression } from './hcl-tree'

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

/** A scope outside all loops. */
export function scopeOf(values: HclValues, say: HclScope['say'] = () => undefined): HclScope {
  return { values, bound: new Map(), budget: { left: MOST_VALUES }, say }
}

/** Many times what a document of the longest kind holds. */
const MOST_VALUES = 50_000

/**
 * An expression as JSON. What is computed becomes a placeholder that holds it as it is written: `${var.weight}`;
 * lists and objects that are written out elsewhere in the text are put in. A loop over what is written out is run;
 * of one over anything else its body stands once, and of two alternatives one, and the scope is told so.
 */
export function hclToJson(expression: HclExpression, scope: HclScope, depth = 0): Json {
  if (depth > MOST_DEEP || !spend(expression, scope)) return placeholder('…')
  const inner = (part: HclExpression, within = scope) => hclToJson(part, within, depth + 1)
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'number':
      return { number: expression.spelling }
    case 'string':
    case 'computed':
      return referred(expression, scope, inner)
    case 'tuple':
      return expression.items.map((item) => inner(item))
    case 'object':
      return jsonObject(
        expression.members.map(({ key, value }) => [withBound(key, scope.bound), inner(value)]),
      )
    case 'call':
      return called(expression, scope, inner)
    case 'for':
      return loopedJson(expression, expression.start, scope, inner)
    case 'either': {
      const known = conditionOf(expression.condition, scope.bound)
      if (known !== null) return inner(known ? expression.yes : expression.no)
      return either(expression, scope, inner)
    }
  }
}

/** Takes one value from what may still be written out; false when nothing is left of it. */
function spend({ start }: HclExpression, { budget, say }: HclScope): boolean {
  if (budget.left === 1)
    say(start, 'what is made from here on is more than Catchment writes out, and is left out.')
  if (budget.left === 0) return false
  budget.left--
  return true
}

/** As deep as a document may nest anyway. */
const MOST_DEEP = 100

function referred(
  expression: HclExpression & { readonly kind: 'string' | 'computed' },
  { values, bound, say }: HclScope,
  inner: ReadInner,
): Json {
  const named = referenceOf(expression)
  const reference = withLiterals(named, bound)
  const known = lookedUp(named, bound) ?? lookedUp(reference, bound)
  if (known !== undefined) return known
  const target = partOfValue(reference, values)
  // A scalar keeps its name, so that what is written back can still be computed there.
  if (target && isCollection(target)) {
    const [variable] = /^var\.[\w-]+/.exec(reference) ?? []
    if (variable !== undefined)
      say(expression.start, `${variable} is taken to have its default.`, 'import/default')
    return inner(target)
  }
  if (expression.kind === 'string') return withBound(expression.text, bound)
  return withBound(placeholder(expression.written), bound)
}

/** `local.sites`, `local.sites.eu` or `local.sites["eu"]`, where the text writes out `local.sites`. */
function partOfValue(written: string, values: HclValues): HclExpression | undefined {
  const whole = values.get(written)
  if (whole) return followed(whole, values)
  const [, root = '', path = ''] = PART.exec(written) ?? []
  let at = values.get(root)
  for (const [, name, quoted, index] of path.matchAll(/\.([\w-]+)|\["([^"]*)"\]|\[(\d+)\]/g)) {
    const target = at && followed(at, values)
    const key = name ?? quoted
    if (target?.kind === 'tuple' && index !== undefined) at = target.items[Number(index)]
    else if (target?.kind === 'object') at = target.members.find((member) => member.key === key)?.value
    else return undefined
  }
  return at && followed(at, values)
}

const PART = /^((?:local|var)\.[\w-]+)((?:\.[\w-]+|\["[^"]*"\]|\[\d+\])+)$/

function isCollection({ kind }: HclExpression): boolean {
  return kind === 'object' || kind === 'tuple' || kind === 'call' || kind === 'for' || kind === 'either'
}

/** In UTF-16 units: the length that a value may have (route53.md 2.3). */
const LONGEST_PLACEHOLDER = 4_000

function placeholder(written: string): string {
  const short = written.length > LONGEST_PLACEHOLDER ? `${written.slice(0, LONGEST_PLACEHOLDER)}…` : written
  return `\${${short.replaceAll(/\s+/g, ' ')}}`
}

function called(
  { name, args, spread, written, start }: HclExpression & { readonly kind: 'call' },
  scope: HclScope,
  inner: ReadInner,
): Json {
  const plain = args.map((arg) => inner(arg))
  const last = plain.at(-1)
  const given = spread && isJsonArray(last) ? [...plain.slice(0, -1), ...last] : plain
  const lost = (left: Json) =>
    scope.say(start, `what ${wordOfJson(left)} adds is not written out in this text, and is left out.`)
  return calledJson(name, given, lost) ?? withBound(placeholder(written), scope.bound)
}

function either(
  { condition, yes, no, written: text, start }: HclExpression & { readonly kind: 'either' },
  scope: HclScope,
  inner: ReadInner,
): Json {
  const [first, second] = [inner(yes), inner(no)]
  if (isScalar(first) && isScalar(second)) return withBound(placeholder(text), scope.bound)
  const chosen = isFilled(first) || !isFilled(second) ? first : second
  const which = chosen === first ? 'what it is if so' : 'what it is otherwise'
  scope.say(start, `this depends on ${condition}, which is not written out in this text; ${which} is opened.`)
  return chosen
}

function isScalar(json: Json): boolean {
  return json === null || typeof json !== 'object' || isJsonNumber(json)
}

function isFilled(json: Json): boolean {
  return isJsonArray(json) ? json.length > 0 : isJsonObject(json) && json.size > 0
}
