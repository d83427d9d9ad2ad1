import { isJsonArray, isJsonNumber, isJsonObject, type Json, jsonNumber, jsonObject } from '../../model/json'
import { scalarText } from './hcl-references'

/** So long a list `range` makes. */
const LONGEST_RANGE = 5_000

/** What a function makes of lists and maps that are written out; undefined for any other, or other arguments. */
export function listed(name: string, [first, second, third]: readonly Json[]): Json | undefined {
  if (name === 'range') return range([first, second, third])
  if (isJsonArray(first)) return ofList(name, first, second)
  if (!isJsonObject(first)) return undefined
  if (name === 'length') return jsonNumber(first.size)
  return name === 'lookup' && typeof second === 'string' ? (first.get(second) ?? third) : undefined
}

function ofList(name: string, list: readonly Json[], second: Json | undefined): Json | undefined {
  switch (name) {
    case 'length':
      return jsonNumber(list.length)
    case 'element': {
      const index = numberOf(second)
      return index === undefined || list.length === 0 ? undefined : list[index % list.length]
    }
    case 'zipmap':
      return isJsonArray(second)
        ? jsonObject(list.map((key, index) => [scalarText(key) ?? '', second[index] ?? null] as const))
        : undefined
    case 'distinct':
      return list.filter((item, index) => list.findIndex((each) => sameScalar(each, item)) === index)
    case 'sort':
      return list.every((item) => typeof item === 'string') ? list.toSorted() : undefined
    case 'reverse':
      return list.toReversed()
    case 'compact':
      return list.filter((item) => item !== null && item !== '')
    default:
      return undefined
  }
}

function sameScalar(a: Json, b: Json): boolean {
  const word = scalarText(a)
  return a === b || (word !== undefined && word === scalarText(b))
}

function range(bounds: readonly (Json | undefined)[]): Json | undefined {
  const given = bounds.filter((bound) => bound !== undefined)
  const [one, two, step = 1] = given.map(numberOf)
  if (one === undefined || step === 0 || given.some((bound) => numberOf(bound) === undefined))
    return undefined
  const [from, to] = two === undefined ? [0, one] : [one, two]
  const length = Math.max(0, Math.ceil((to - from) / step))
  return length > LONGEST_RANGE
    ? undefined
    : Array.from({ length }, (_, index) => jsonNumber(from + index * step))
}

function numberOf(json: Json | undefined): number | undefined {
  const value = isJsonNumber(json) ? Number(json.number) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}
