import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { getLocation, parse } from 'jsonc-parser'
import { schemaAt, wordsOf } from '../../formats/schema-lookup'
import { policySchema } from './policy-schema'

/** Keys that name a member, and where those members are. */
const REFERENCES: Readonly<Record<string, 'Endpoints' | 'Rules'>> = {
  StartRule: 'Rules',
  RuleReference: 'Rules',
  StartEndpoint: 'Endpoints',
  EndpointReference: 'Endpoints',
}

/** Offers the keys, words and ids that may stand at the caret, also while the text is half written. */
export function completeFromSchema(context: CompletionContext): CompletionResult | null {
  const text = context.state.doc.toString()
  const { path, isAtPropertyKey, previousNode } = getLocation(text, context.pos)
  const document: unknown = parse(text)
  const word = context.matchBefore(/"?[\w:./*-]*/)
  const from = word?.from ?? context.pos
  if (!context.explicit && (word === null || word.from === word.to)) return null
  // A whole string that the caret is in is replaced, closing quote and all.
  const closing = text[context.pos] === '"' && word?.text.startsWith('"') === true
  const to = previousNode && previousNode.offset === from && closing ? context.pos + 1 : context.pos
  const options = isAtPropertyKey ? keys(document, path.slice(0, -1), text.slice(to)) : words(document, path)
  return options.length === 0 ? null : { from, to, options, validFor: /^"?[\w:./*-]*$/ }
}

function keys(document: unknown, path: readonly (string | number)[], rest: string): readonly Completion[] {
  const { properties = {} } = schemaAt(policySchema(), document, path) ?? {}
  const present = new Set(Object.keys(memberAt(document, path)))
  const colon = /^\s*:/.test(rest) ? '' : ': '
  return Object.entries(properties)
    .filter(([key]) => !present.has(key))
    .map(([key, { description, title }]) => {
      const info = description ?? title
      return {
        label: JSON.stringify(key),
        type: 'property',
        apply: `${JSON.stringify(key)}${colon}`,
        ...(info === undefined ? {} : { info }),
      }
    })
}

function words(document: unknown, path: readonly (string | number)[]): readonly Completion[] {
  const members = REFERENCES[String(path.at(-1))]
  if (members) {
    return Object.keys(memberAt(document, [members])).map((id) => ({
      label: JSON.stringify(id),
      type: 'variable',
      detail: members === 'Rules' ? 'rule' : 'endpoint',
    }))
  }
  const schema = schemaAt(policySchema(), document, path)
  return schema ? wordsOf(schema).map((label) => ({ label, type: 'enum' })) : []
}

/** The object at a path of a plain JSON value; an empty one where there is none. */
function memberAt(document: unknown, path: readonly (string | number)[]): object {
  let value = document
  for (const part of path) {
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === String(part))?.[1]
        : undefined
  }
  return typeof value === 'object' && value !== null ? value : {}
}
