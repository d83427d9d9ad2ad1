import { isJsonArray, isJsonNumber, isJsonObject, type Json } from '../../model/json'
import type { Content } from './recogniser'

/** A member that holds a document, as an object or as its text; null when it is neither. */
export function contentOf(member: Json | undefined): Content | null {
  if (typeof member === 'string') return { kind: 'text', text: member }
  return isJsonObject(member) ? { kind: 'json', json: member } : null
}

/** A scalar as people read it; undefined for anything else. */
export function wordOf(json: Json | undefined): string | undefined {
  if (typeof json === 'string') return json === '' ? undefined : json
  return isJsonNumber(json) ? json.number : undefined
}

/** The items of a list; none for anything else. */
export function itemsOf(json: Json | undefined): readonly Json[] {
  return isJsonArray(json) ? json : []
}
