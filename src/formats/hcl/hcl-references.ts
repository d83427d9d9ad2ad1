import { isJsonArray, isJsonNumber, isJsonObject, type Json } from '../../model/json'
import type { HclExpression } from './hcl-tree'

/** Values by the name of a loop. */
export type Bound = ReadonlyMap<string, Json>

/** The reference that an expression is, bare or as the only thing in a string; empty for all others. */
export function referenceOf(expression: HclExpression): string {
  if (expression.kind === 'computed') return expression.written
  const only = expression.kind === 'string' ? /^\$\{([^{}"]*)\}\s*$/.exec(expression.text) : null
  return only?.[1]?.trim() ?? ''
}

const REFERENCE = /^([\p{ID_Start}_][\p{ID_Continue}-]*)((?:\.[\w-]+|\["[^"]*"\]|\[\d+\])*)$/u
const STEP = /\.([\w-]+)|\["([^"]*)"\]|\[(\d+)\]/g

/** What a reference that begins with the name of a loop stands for; undefined for any other. */
export function lookedUp(reference: string, bound: Bound): Json | undefined {
  const [, root = '', path = ''] = REFERENCE.exec(reference) ?? []
  let at = bound.get(root)
  for (const [, name, quoted, index] of path.matchAll(STEP)) {
    const key = name ?? quoted ?? index ?? ''
    if (isJsonObject(at)) at = at.get(key)
    else if (isJsonArray(at)) at = at[Number(key)]
    else return undefined
  }
  return at
}

/** A text with the names of loops put in wherever a `${…}` of it refers to them. */
export function withBound(text: string, bound: Bound): string {
  if (bound.size === 0) return text
  return text.replaceAll(/\$\{([^{}]*)\}/g, (_, inner: string) => {
    const known = lookedUp(inner.trim(), bound)
    const word = known === undefined ? undefined : scalarText(known)
    return word ?? `\${${withLiterals(inner, bound)}}`
  })
}

const TOKEN =
  /"(?:[^"\\]|\\.)*"|(?<![\w.])[\p{ID_Start}_][\p{ID_Continue}-]*(?:\.[\w-]+|\["[^"]*"\]|\[\d+\])*/gu

/** An expression with the names of loops as literals, so that one turn reads unlike another. */
export function withLiterals(expression: string, bound: Bound): string {
  return expression.replaceAll(TOKEN, (token) => {
    const known = token.startsWith('"') ? undefined : lookedUp(token, bound)
    const word = known === undefined ? undefined : scalarText(known)
    if (word === undefined) return token
    return typeof known === 'string' ? JSON.stringify(word) : word
  })
}

/** A scalar as HCL writes it into a text; undefined for anything else. */
export function scalarText(json: Json): string | undefined {
  if (typeof json === 'string') return json
  if (typeof json === 'boolean') return String(json)
  return isJsonNumber(json) ? json.number : undefined
}
