import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
  type YAMLError,
} from 'yaml'
import { type Json, jsonObject } from '../../model/json'
import { failure, type Result, success } from '../../model/result'
import type { JsonMember, JsonNode } from '../json-node'
import { DEEPEST_NESTING, type JsonDocument } from '../parse-json'
import { importProblem } from './import-problem'
import { pruneYaml } from './prune-yaml'
import { tagged } from './yaml-tags'

/** In UTF-16 units, of the parts that can hold a policy: what is read within a second. */
export const LONGEST_YAML = 200_000
/** Values that a text may hold once its aliases are written out. */
const MOST_VALUES = 100_000

/** Reads YAML as trees of values, one for each document in it; CloudFormation's short forms become long ones. */
export function readYaml(whole: string): Result<readonly JsonDocument[]> {
  const { text, lines: numbers } = pruneYaml(whole)
  if (text.length > LONGEST_YAML) {
    const most = LONGEST_YAML.toLocaleString('en-GB')
    const message = `This text has more than ${most} characters, which is more than Catchment reads of YAML. Open the part that holds the policy.`
    return failure(importProblem('import/yaml', message))
  }
  const deep = tooDeepAt(text)
  if (deep !== null) {
    const message = `At line ${numbers[deep - 1] ?? deep}: this text nests more than ${DEEPEST_NESTING} levels deep.`
    return failure(importProblem('import/yaml', message))
  }
  const counter = new LineCounter()
  const documents = parse(text, counter)
  if (!documents) return failure(importProblem('import/yaml', 'This text is no YAML that can be read.'))
  const [wrong] = documents.flatMap(({ errors }) => errors)
  if (wrong) return failure(importProblem('import/yaml', describe(wrong, counter, numbers)))
  const roots = documents.map((document) => toTree(document, text))
  if (roots.some((root) => root === null)) {
    const message =
      'This YAML refers to its own parts so often that it would unfold to more than any policy needs.'
    return failure(importProblem('import/too-many-aliases', message))
  }
  return success(roots.flatMap((root) => (root ? [{ text, root, problems: [] }] : [])))
}

function parse(text: string, lineCounter: LineCounter): readonly Document.Parsed[] | null {
  try {
    const documents = parseAllDocuments(text, {
      lineCounter,
      schema: 'core',
      uniqueKeys: false,
      keepSourceTokens: false,
      prettyErrors: false,
      logLevel: 'silent',
    })
    return 'empty' in documents ? [] : documents
  } catch {
    // The library gives up on some texts by throwing; that they are no YAML is all there is to say.
    return null
  }
}

function describe(error: YAMLError, counter: LineCounter, numbers: readonly number[]): string {
  const { line, col } = counter.linePos(error.pos[0])
  const reason = error.message.charAt(0).toLowerCase() + error.message.slice(1)
  const remedy = error.code === 'TAB_AS_INDENT' ? ' Indent with spaces instead.' : ''
  return `At line ${numbers[line - 1] ?? line}, column ${col}: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}${remedy}`
}

/** The line that is indented, or opens brackets, too deep for the recursion of readers; null when none is. */
function tooDeepAt(text: string): number | null {
  let line = 1
  let depth = 0
  let lineDepth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\n') {
      line++
      lineDepth = 0
    } else if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
    // A line can nest by itself: “- - - a”, “? ? ? a”.
    else if ((sign === '-' || sign === '?' || sign === ':') && /\s/.test(text[at + 1] ?? ' ')) lineDepth++
    if (depth > DEEPEST_NESTING || lineDepth > DEEPEST_NESTING) return line
  }
  return null
}

/** The tree of one document; null when its aliases unfold to too much. */
function toTree(document: Document.Parsed, text: string): JsonNode | null {
  let values = 0
  const anchors = new Map<string, Node>()
  const root = document.contents
  try {
    return root === null ? leaf(null, null) : visit(root, 0)
  } catch (error) {
    if (error instanceof TooMuch) return null
    throw error
  }

  function visit(node: ParsedNode | Node, depth: number): JsonNode {
    if (++values > MOST_VALUES || depth > DEEPEST_NESTING) throw new TooMuch()
    if (isAlias(node)) return visitAlias(node, depth)
    if (node.anchor !== undefined) anchors.set(node.anchor, node)
    const read = bare(node, depth)
    const tag = node.tag
    return tag?.startsWith('!') && !tag.startsWith('!!') ? { ...read, ...tagged(tag, read) } : read
  }

  function bare(node: Node, depth: number): JsonNode {
    if (isSeq(node)) {
      const items = node.items.map((item) => (isNode(item) ? visit(item, depth + 1) : leaf(null, null)))
      return {
        ...leaf(
          items.map(({ json }) => json),
          node,
        ),
        items,
      }
    }
    if (isMap(node)) {
      const members = node.items.flatMap(({ key, value }): JsonMember[] => {
        const name = isScalar(key) ? spelledKey(key) : ''
        const inner = isNode(value) ? visit(value, depth + 1) : leaf(null, null)
        if (name === '<<' && inner.members.length > 0) return [...inner.members]
        const [keyStart = 0, keyEnd = 0] = isNode(key) ? (key.range ?? []) : []
        return [{ key: name, keyStart, keyEnd, value: inner }]
      })
      // What is merged in gives way to what is written beside it.
      const own = new Map(
        members.toSorted((a, b) => merged(a, node) - merged(b, node)).map((member) => [member.key, member]),
      )
      const kept = members.filter((member) => own.get(member.key) === member)
      return { ...leaf(jsonObject(kept.map(({ key, value }) => [key, value.json])), node), members: kept }
    }
    return leaf(isScalar(node) ? scalar(node) : null, node)
  }

  /** Zero for what a merge brought in, one for what stands in the map itself. */
  function merged(member: JsonMember, node: Node): number {
    const [start = 0, , end = 0] = node.range ?? []
    return member.keyStart >= start && member.keyStart < end ? 1 : 0
  }

  function visitAlias(node: Alias, depth: number): JsonNode {
    const target = anchors.get(node.source)
    return target === undefined ? leaf(null, node) : visit(target, depth + 1)
  }

  function leaf(json: Json, node: Node | null): JsonNode {
    const [start = 0, end = text.length] = node?.range ?? []
    return { json, start, end, members: [], items: [] }
  }
}

class TooMuch extends Error {}

function isNode(value: unknown): value is Node {
  return isAlias(value) || isMap(value) || isSeq(value) || isScalar(value)
}

function spelledKey(key: Scalar): string {
  return key.source ?? String(key.value)
}

function scalar(node: Scalar): Json {
  const { value, source } = node
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value !== 'number' || !Number.isFinite(value)) return source ?? ''
  // A number stays as it is spelled where JSON spells numbers so.
  return { number: source !== undefined && JSON_NUMBER.test(source) ? source : String(value) }
}

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
