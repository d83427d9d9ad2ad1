import { documentSchema } from '../../formats/document-schema'
import type { JsonSchema } from '../../model/json-schema'
import { RULE_TYPES } from '../../rules'

let schema: JsonSchema | null = null

/** The schema of the document with every rule type that can be edited, made when it is first needed. */
export function policySchema(): JsonSchema {
  schema ??= documentSchema(RULE_TYPES)
  return schema
}
