import type { JsonSchema } from '../model/json-schema'
import type { JsonPath } from '../model/problem'

/**
 * What a schema says of the value at a path; null where it says nothing. Of alternatives that differ by a constant
 * (`RuleType`), the one that `document`, a plain JSON value that may be half written, has chosen.
 */
export function schemaAt(root: JsonSchema, document: unknown, path: JsonPath): JsonSchema | null {
  let value = document
  let schema = chosen(root, root, value)
  for (const part of path) {
    value = memberOf(value, part)
    const next: JsonSchema | boolean | undefined =
      typeof part === 'number' ? schema?.items : (schema?.properties?.[part] ?? schema?.additionalProperties)
    if (typeof next !== 'object') return null
    schema = chosen(root, next, value)
  }
  return schema
}

function memberOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === String(key))?.[1]
    : undefined
}

function chosen(root: JsonSchema, schema: JsonSchema, value: unknown): JsonSchema | null {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.slice('#/$defs/'.length)]
    return target ? chosen(root, target, value) : null
  }
  if (!schema.oneOf || schema.properties) return schema
  const alternatives = schema.oneOf.flatMap((each) => chosen(root, each, value) ?? [])
  return alternatives.find((each) => isChosen(each, value)) ?? { ...schema, properties: tags(alternatives) }
}

function isChosen({ properties = {} }: JsonSchema, value: unknown): boolean {
  return Object.entries(properties).some(
    ([key, { const: constant }]) => constant !== undefined && memberOf(value, key) === constant,
  )
}

/** While nothing is chosen yet, only the key that chooses is known, with all its values. */
function tags(alternatives: readonly JsonSchema[]): Readonly<Record<string, JsonSchema>> {
  const words = new Map<string, string[]>()
  for (const { properties = {} } of alternatives) {
    for (const [key, { const: constant }] of Object.entries(properties)) {
      if (constant !== undefined) words.set(key, [...(words.get(key) ?? []), constant])
    }
  }
  return Object.fromEntries([...words].map(([key, each]) => [key, { enum: each }]))
}

/** The words that a value may be, as they are written in JSON: `"geo"`, `true`. */
export function wordsOf(schema: JsonSchema): readonly string[] {
  const own = [...(schema.const === undefined ? [] : [schema.const]), ...(schema.enum ?? [])]
  return [
    ...(schema.type === 'boolean' ? ['true', 'false'] : []),
    ...own.map((word) => JSON.stringify(word)),
    ...(schema.anyOf ?? []).flatMap(wordsOf),
  ]
}
