import { isJsonNumber, isJsonObject, type Json } from '../../model/json'
import { toJsonText } from '../../model/json-text'
import { quote } from '../../model/problem-kind'

/**
 * What the repair of a location does, with what stands there and what will: `Write Location “fra” as Region
 * aws:route53:eu-central-1`.
 */
export function siteTitle(key: string, before: Json, members: readonly (readonly [string, Json])[]): string {
  const after = members.map(([name, value]) => `${name} ${written(value)}`).join(', ')
  return `Write ${key} ${shown(before)} as ${after}`
}

/** A value in the title of a repair, as it stands in the document; shortened where it is long. */
export function shown(json: Json): string {
  return typeof json === 'string' ? quote(json) : shortened(toJsonText(json))
}

function written(value: Json): string {
  if (typeof value === 'string') return value
  if (isJsonNumber(value)) return value.number
  if (!isJsonObject(value)) return toJsonText(value)
  return `{ ${[...value].map(([name, held]) => `${name} ${written(held)}`).join(', ')} }`
}

/** In UTF-16 units; what is longer is shown by its beginning. */
const LONGEST = 80

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}…` : text
}
