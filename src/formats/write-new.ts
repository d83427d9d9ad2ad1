import { isJsonArray, isJsonObject, type Json } from '../model/json'
import { toJsonText } from '../model/json-text'
import type { JsonNode } from './json-node'
import { hasBreak, marginAfter, marginAt, partCount, shifted } from './spacing'
import { filledUnder, mostAlike, plainSpacing, sameKind, spacingOf, type TextStyle } from './text-style'

/** Where a new value goes. */
export interface NewPlace {
  /** Indentation of the line on which it begins. */
  readonly margin: string
  /** The key it stands under, for another value under this key to go by. */
  readonly key: string | null
  /** The values beside it, the most alike of which it is written like. */
  readonly siblings: readonly JsonNode[]
  /** Whether its container has a line for each member. */
  readonly tall: boolean
  /** What stands between a key and its value around it. */
  readonly colon: string
}

/** The text of a value that was not there before, in the hand of its siblings or else of the whole text. */
export function writeNew(style: TextStyle, json: Json, place: NewPlace): string {
  if (!isJsonArray(json) && !isJsonObject(json)) return toJsonText(json)
  if ((isJsonArray(json) ? json.length : json.size) === 0) return toJsonText(json)
  const model =
    mostAlike(json, place.siblings) ?? (place.key === null ? undefined : filledUnder(style, place.key, json))
  const spacing = model
    ? shifted(spacingOf(style, model), marginAt(style.text, model.start, style.lineStarts), place.margin)
    : plainSpacing(style, json, place)
  const tall = hasBreak(spacing.opening)
  const margin = tall ? marginAfter(spacing.opening) : place.margin
  const write = (value: Json, key: string | null, siblings: readonly JsonNode[]) =>
    writeNew(style, value, { margin, key, siblings, tall, colon: spacing.colon })
  if (isJsonArray(json)) {
    const items = json.map((item) => write(item, null, model?.items ?? []))
    return `[${spacing.opening}${items.join(spacing.separator)}${spacing.closing}]`
  }
  const members = [...json].map(
    ([key, value]) =>
      JSON.stringify(key) + spacing.colon + write(value, key, siblingsUnder(model, key, value)),
  )
  return `{${spacing.opening}${members.join(spacing.separator)}${spacing.closing}}`
}

/** Members of a model under the same key, else all of the same kind. */
function siblingsUnder(model: JsonNode | undefined, key: string, value: Json): readonly JsonNode[] {
  const members = model?.members.filter((member) => sameKind(member.value.json, value)) ?? []
  const same = members.filter((member) => member.key === key && partCount(member.value) > 0)
  return (same.length > 0 ? same : members).map((member) => member.value)
}
