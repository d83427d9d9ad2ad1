import { isJsonArray, isJsonNumber, isJsonObject } from '../../model/json'
import type { JsonMember, JsonNode } from '../json-node'
import type { HclAttribute, HclBlock, HclBody, HclExpression } from './hcl-tree'
import { parseHclExpression } from './parse-hcl'

/** How many labels the blocks of a file have (Terraform’s JSON syntax); `locals` and `terraform` have none. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['module', 1],
  ['variable', 1],
  ['output', 1],
  ['provider', 1],
  ['locals', 0],
  ['terraform', 0],
])
/** What is a block of its own inside a block; an object under any other key is a value. */
const INNER_BLOCKS = new Set([
  'endpoint',
  'rule',
  'primary',
  'secondary',
  'location',
  'geo_proximity_location',
  'region',
  'items',
  'lifecycle',
  'content',
])

/** A file in Terraform’s JSON syntax as the tree that the same file in HCL has. */
export function hclOfJson(root: JsonNode): HclBody {
  const files = objectsIn(root)
  const blocks = files.flatMap(({ members }) =>
    ownMembers(members).flatMap(({ key, value, keyStart }) =>
      labelledBlocks(key, value, LABELS.get(key) ?? 0, [], keyStart),
    ),
  )
  return { attributes: [], blocks }
}

function labelledBlocks(
  type: string,
  node: JsonNode,
  labels: number,
  given: readonly string[],
  start: number,
): readonly HclBlock[] {
  if (labels === 0) return objectsIn(node).map((each) => ({ type, labels: given, body: bodyOf(each), start }))
  return objectsIn(node).flatMap(({ members }) =>
    ownMembers(members).flatMap(({ key, value, keyStart }) =>
      labelledBlocks(type, value, labels - 1, [...given, key], keyStart),
    ),
  )
}

/** An object, or the objects of a list, which stand for one block each. */
function objectsIn(node: JsonNode): readonly JsonNode[] {
  if (isJsonObject(node.json)) return [node]
  return node.items.flatMap(objectsIn)
}

function ownMembers(members: readonly JsonMember[]): readonly JsonMember[] {
  // The key of comments.
  return members.filter(({ key }) => key !== '//')
}

function bodyOf({ members }: JsonNode): HclBody {
  const attributes: HclAttribute[] = []
  const blocks: HclBlock[] = []
  for (const { key, value, keyStart } of ownMembers(members)) {
    if (key === 'dynamic') blocks.push(...labelledBlocks(key, value, 1, [], keyStart))
    else if (INNER_BLOCKS.has(key) && isBlocks(value))
      blocks.push(...labelledBlocks(key, value, 0, [], keyStart))
    else attributes.push({ name: key, value: hclOfValue(value) })
  }
  return { attributes, blocks }
}

function isBlocks({ json, items }: JsonNode): boolean {
  return isJsonObject(json) || (items.length > 0 && items.every((item) => isJsonObject(item.json)))
}

/** A value as the expression that it is: a string holds a template, which may be all of it. */
function hclOfValue(node: JsonNode): HclExpression {
  const { json, start } = node
  if (typeof json === 'string') return hclOfString(json, start)
  if (isJsonNumber(json)) return { kind: 'number', spelling: json.number, start }
  if (isJsonArray(json)) return { kind: 'tuple', items: node.items.map(hclOfValue), start }
  if (!isJsonObject(json)) return { kind: 'literal', value: json, start }
  const members = ownMembers(node.members).map(({ key, value }) => ({ key, value: hclOfValue(value) }))
  return { kind: 'object', members, start }
}

function hclOfString(text: string, start: number): HclExpression {
  const only = /^\$\{([^]*)\}$/.exec(text)?.[1]
  const expression = only === undefined ? null : parseHclExpression(only)
  if (expression?.ok) return startingAt(expression.value, start)
  return { kind: 'string', text: text.replaceAll(/([$%])\1\{/g, '$1{'), start }
}

/** An expression whose places are all that of the string around it. */
function startingAt(expression: HclExpression, start: number): HclExpression {
  const at = (part: HclExpression) => startingAt(part, start)
  switch (expression.kind) {
    case 'tuple':
      return { ...expression, items: expression.items.map(at), start }
    case 'object':
      return {
        ...expression,
        members: expression.members.map(({ key, value }) => ({ key, value: at(value) })),
        start,
      }
    case 'call':
      return { ...expression, args: expression.args.map(at), start }
    case 'either':
      return { ...expression, yes: at(expression.yes), no: at(expression.no), start }
    case 'for': {
      const { over, key, value } = expression
      return { ...expression, over: at(over), key: key && at(key), value: at(value), start }
    }
    case 'literal':
    case 'number':
    case 'string':
    case 'computed':
      return { ...expression, start }
  }
}
