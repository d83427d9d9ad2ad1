import { PLACEHOLDER } from './field'

/** The part of JSON Schema (draft 2020-12) that describes the traffic policy document. */
export interface JsonSchema {
  readonly $schema?: string
  readonly $id?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly title?: string
  readonly description?: string
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean'
  readonly const?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
  readonly dependentSchemas?: Readonly<Record<string, JsonSchema>>
  readonly examples?: readonly string[]
}

/** Text that a template fills in later stands for any value (route53.md 10). */
const FILLED_IN_LATER: JsonSchema = {
  type: 'string',
  pattern: PLACEHOLDER.source,
  description: 'A placeholder such as ${name}, filled in later',
}

/** One of some words, or a placeholder. */
export function oneOfWords(description: string, words: readonly string[]): JsonSchema {
  return { description, anyOf: [{ enum: words }, FILLED_IN_LATER] }
}

/** Any text but an empty one. */
export function someText(description: string, ...examples: readonly string[]): JsonSchema {
  return { type: 'string', minLength: 1, description, ...(examples.length > 0 ? { examples } : {}) }
}

/** True or false, bare or in quotes: AWS's own pages write both (route53.md 1.3). */
export function flagSchema(description: string): JsonSchema {
  return { description, anyOf: [{ type: 'boolean' }, { enum: ['true', 'false'] }, FILLED_IN_LATER] }
}

/** A number, in quotes or not (route53.md 1.3); `pattern` says how the quoted one may be spelled. */
export function numberSchema(
  description: string,
  number: Pick<JsonSchema, 'type' | 'minimum' | 'maximum' | 'multipleOf'>,
  pattern: string,
): JsonSchema {
  return { description, anyOf: [number, { type: 'string', pattern }, FILLED_IN_LATER] }
}
