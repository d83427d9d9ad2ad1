import { isJsonArray, isJsonNumber, isJsonObject, type Json, jsonObject } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import { listed } from './hcl-lists'
import { scalarText } from './hcl-references'

/** A value in a sentence: a scalar as it reads, anything else by its JSON. */
export function wordOfJson(json: Json): string {
  return scalarText(json) ?? toJsonText(json)
}

/**
 * What a function makes of arguments that are written out; undefined for a function that computes, or whose
 * arguments are placeholders. `lost` is told an argument that the result goes without.
 */
export function calledJson(
  name: string,
  args: readonly Json[],
  lost: (left: Json) => void,
): Json | undefined {
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
      return scalarText(first)
    case 'tonumber':
      return /^-?\d+(\.\d+)?$/.test(scalarText(first) ?? '') ? { number: wordOfJson(first) } : undefined
    case 'merge':
      return known(args, isJsonObject, lost, (objects) => jsonObject(objects.flatMap((each) => [...each])))
    case 'concat':
      return known(args, isJsonArray, lost, (lists) => lists.flat())
    case 'flatten':
      return isJsonArray(first) ? flattened(first) : undefined
    case 'keys':
      return isJsonObject(first) ? [...first.keys()].toSorted() : undefined
    case 'values':
      return isJsonObject(first)
        ? [...first].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
        : undefined
    case 'try':
    case 'coalesce':
    case 'nonsensitive':
      return typeof first === 'object' && first !== null && !isJsonNumber(first) ? first : undefined
    default:
      return listed(name, args) ?? textOf(name, args)
  }
}

/** What is made of the arguments of the right kind; undefined when none is. */
function known<T extends Json>(
  args: readonly Json[],
  is: (json: Json) => json is T,
  lost: (left: Json) => void,
  make: (args: readonly T[]) => Json,
): Json | undefined {
  const right = args.filter(is)
  if (right.length === 0) return undefined
  for (const left of args) if (!is(left) && left !== null) lost(left)
  return make(right)
}

function flattened(list: readonly Json[]): readonly Json[] {
  return list.flatMap((item) => (isJsonArray(item) ? flattened(item) : [item]))
}

/** Functions of texts, where every argument is one. */
function textOf(name: string, args: readonly Json[]): string | undefined {
  const [first = null, second = null] = args
  if (name === 'join') {
    const words = isJsonArray(second) ? second.map(plainText) : [undefined]
    const between = plainText(first)
    return between === undefined || words.includes(undefined) ? undefined : words.join(between)
  }
  const words = args.map(plainText)
  const [text = ''] = words
  if (words.includes(undefined)) return undefined
  if (name === 'lower') return text.toLowerCase()
  if (name === 'upper') return text.toUpperCase()
  if (name === 'trimspace') return text.trim()
  return name === 'format' ? formatted(text, words.slice(1)) : undefined
}

/** A scalar without a placeholder in it. */
function plainText(json: Json): string | undefined {
  const text = scalarText(json)
  return text === undefined || /[$%]\{/.test(text) ? undefined : text
}

/** A format of plain verbs alone, numbers perhaps filled up with zeros. */
function formatted(format: string, words: readonly (string | undefined)[]): string | undefined {
  const verbs = format.match(/%[^%]/g) ?? []
  if (verbs.length !== words.length || format.replaceAll(VERB, '').includes('%')) return undefined
  const rest = [...words]
  return format.replaceAll(VERB, (_, width: string | undefined, verb: string) =>
    verb === '%' ? '%' : (rest.shift() ?? '').padStart(Number(width ?? 0), '0'),
  )
}

const VERB = /%(?:0(\d)(?=d))?([sdv%])/g
