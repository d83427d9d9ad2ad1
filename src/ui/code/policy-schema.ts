import { documentSchema } from '../../formats/document-schema'
import type { JsonSchema } from '../../model/json-schema'

let schema: JsonSchema | null = null

/** The schema of the document, made when it is first needed. */
export function policySchema(): JsonSchema {
  schema ??= documentSchema()
  return schema
}
