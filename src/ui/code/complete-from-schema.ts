import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  pickedCompletion,
  startCompletion,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { getLocation, parse } from 'jsonc-parser'
import { schemaAt, wordsOf } from '../../formats/schema-lookup'
import { nameOfCode } from './name-of-code'
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
  const from = wordStart(context, previousNode)
  if (from === null) return null
  const document: unknown = parse(text)
  const options = isAtPropertyKey ? keys(document, path.slice(0, -1)) : words(document, path)
  return options.length === 0 ? null : { from, options, validFor: /^"?[^"\n]*$/ }
}

/** Where the string or bare word at the caret begins; null where nothing is offered unless asked for. */
function wordStart(
  context: CompletionContext,
  node: { readonly offset: number; readonly length: number } | undefined,
): number | null {
  const { state, pos, explicit } = context
  const end = node ? node.offset + node.length : -1
  if (node && node.offset < pos && pos <= end && state.sliceDoc(node.offset, node.offset + 1) === '"') {
    const isComplete = pos === end && node.length > 1 && state.sliceDoc(end - 1, end) === '"'
    return isComplete && !explicit ? null : node.offset
  }
  const bare = context.matchBefore(/[\w.+-]+/)
  return bare?.from ?? (explicit ? pos : null)
}

function keys(document: unknown, path: readonly (string | number)[]): readonly Completion[] {
  const { properties = {} } = schemaAt(policySchema(), document, path) ?? {}
  const present = new Set(Object.keys(memberAt(document, path)))
  return Object.entries(properties)
    .filter(([key]) => !present.has(key))
    .map(([key, { description, title }]) => {
      const info = description ?? title
      const word = JSON.stringify(key)
      return {
        label: word,
        type: 'property',
        apply: write(word, 'key'),
        ...(info === undefined ? {} : { info }),
      }
    })
}

function words(document: unknown, path: readonly (string | number)[]): readonly Completion[] {
  const key = String(path.at(-1))
  const members = REFERENCES[key]
  if (members) {
    return Object.keys(memberAt(document, [members])).map((id) => {
      const word = JSON.stringify(id)
      const detail = members === 'Rules' ? 'rule' : 'endpoint'
      return { label: word, type: 'variable', detail, apply: write(word, 'value') }
    })
  }
  const schema = schemaAt(policySchema(), document, path)
  return (schema ? wordsOf(schema) : []).map((word) => {
    const name = nameOfCode(key, word.replaceAll('"', ''))
    // Bare words come first: AWS’s console writes flags without quotes.
    const option = { type: 'enum', apply: write(word, 'value'), boost: word.startsWith('"') ? 0 : 1 }
    // A code is found by its name too: `"Ger` finds DE.
    return name === null
      ? { ...option, label: word }
      : { ...option, label: `${word} "${name}`, displayLabel: word, detail: name }
  })
}

/** Puts a word in the place of what was begun, with what is left of a string behind the caret. */
function write(word: string, kind: 'key' | 'value') {
  return (view: EditorView, completion: Completion, from: number, to: number): void => {
    const { state } = view
    const behind = state.sliceDoc(to, state.doc.lineAt(to).to)
    const isString = state.sliceDoc(from, from + 1) === '"'
    const rest = isString ? (/^[\w:./*-]*"/.exec(behind)?.[0] ?? '') : ''
    const colon = kind === 'value' || /^\s*:/.test(behind.slice(rest.length)) ? '' : ': '
    view.dispatch({
      ...insertCompletionText(state, `${word}${colon}`, from, to + rest.length),
      annotations: pickedCompletion.of(completion),
    })
    if (colon !== '') startCompletion(view)
  }
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
