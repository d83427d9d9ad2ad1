import { isJsonObject, type Json } from '../../model/json'
import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import { followed, hclToJson, scopeOf } from '../hcl/hcl-json'
import { placeInHcl } from '../hcl/hcl-place'
import { referenceOf } from '../hcl/hcl-references'
import type { HclValues } from '../hcl/hcl-scope'
import { type HclBlock, type HclBody, type HclExpression, hclAttribute } from '../hcl/hcl-tree'
import { parseHcl, parseHclExpression } from '../hcl/parse-hcl'
import { describePosition } from '../text-position'
import { isAwsDocument } from './aws-document'
import { importProblem } from './import-problem'
import type { Candidate, Recognised } from './recogniser'
import { documentOfDataSource } from './terraform-data'
import { RECORD, recordValues, terraformRecords } from './terraform-records'

const RESOURCE = 'aws_route53_traffic_policy'
const DATA = 'aws_route53_traffic_policy_document'

/** Whether a text that is no JSON reads like HCL. */
export function looksLikeHcl(text: string, name: string | null): boolean {
  if (name !== null && /\.(tf|hcl|tofu)$/i.test(name)) return true
  return /^[ \t]*((resource|data|module|variable|provider|output)\s+"|(locals|terraform)\s*\{|jsonencode\s*\()/m.test(
    text,
  )
}

/**
 * The policies of a Terraform configuration: resources with a document written out by `jsonencode` or as a
 * string, data sources that make one, and documents that stand anywhere else.
 */
export function recogniseHcl(text: string): Result<Recognised> {
  const body = parseHcl(text)
  const expression = body.ok ? null : parseHclExpression(text)
  if (!body.ok && !expression?.ok) return body
  const candidates = body.ok
    ? candidatesOf(body.value, text)
    : expression?.ok
      ? candidateOf(expression.value, null, new Map(), text)
      : []
  if (candidates.length > 0) {
    const openable = candidates.filter(({ content }) => content.kind !== 'none')
    const shut = candidates.filter(({ content }) => content.kind === 'none')
    return success({ kind: 'Terraform configuration', candidates: [...openable, ...shut] })
  }
  const records = body.ok ? recordsIn(body.value, text) : null
  if (records) return records
  const message = `This Terraform configuration holds no ${RESOURCE}, no ${DATA} and no ${RECORD}.`
  return failure(importProblem('import/no-policy', message))
}

function candidatesOf(body: HclBody, text: string): readonly Candidate[] {
  const values = valuesOf(body)
  const data = labelled(body, 'data', DATA)
  const resources = labelled(body, 'resource', RESOURCE).flatMap((block) =>
    resourceCandidate(block, data, values, text),
  )
  // A document that a resource takes is opened under the resource's name.
  const used = new Set(resources.flatMap(({ source }) => source ?? []))
  const documents = data
    .filter((block) => !used.has(block))
    .map((block): Candidate => dataCandidate(block, values, text))
  const found = [...resources.map(({ candidate }) => candidate), ...documents]
  return found.length > 0 ? found : anywhere(body, values, text)
}

/** The record sets of a configuration, which amount to policies too. */
function recordsIn(body: HclBody, text: string): Result<Recognised> | null {
  const problems: Problem[] = []
  const scope = scopeOf(valuesOf(body), losing(problems, text))
  const found = terraformRecords(recordValues(labelled(body, 'resource', RECORD), scope))
  if (!found?.ok) return found
  const candidates = found.value.candidates.map((each) => ({
    ...each,
    problems: [...problems, ...each.problems],
  }))
  return success({ ...found.value, candidates })
}

function labelled(body: HclBody, type: string, label: string): readonly HclBlock[] {
  return body.blocks.filter((block) => block.type === type && block.labels[0] === label)
}

/** What `local.…` stands for in this text. */
function valuesOf(body: HclBody): HclValues {
  const locals = body.blocks.filter(({ type }) => type === 'locals')
  return new Map(
    locals.flatMap((block) => block.body.attributes.map(({ name, value }) => [`local.${name}`, value])),
  )
}

interface ResourceCandidate {
  readonly candidate: Candidate
  /** The data source that makes its document. */
  readonly source?: HclBlock
}

function resourceCandidate(
  block: HclBlock,
  data: readonly HclBlock[],
  values: HclValues,
  text: string,
): readonly ResourceCandidate[] {
  const label = block.labels[1] ?? ''
  const head = {
    name: stringOf(hclAttribute(block.body, 'name')) ?? label,
    where: `resource ${RESOURCE}.${label}`,
    ...commentOf(block.body),
  }
  const written = hclAttribute(block.body, 'document')
  if (written === undefined) return []
  const expression = followed(written, values)
  const source = data.find((each) => referenceOf(expression) === `data.${DATA}.${each.labels[1]}.json`)
  if (source) {
    return [
      {
        candidate: { ...head, ...sourceContent(source, values, text) },
        source,
      },
    ]
  }
  return [{ candidate: { ...head, ...contentOf(expression, head.where, values, text) } }]
}

function dataCandidate(block: HclBlock, values: HclValues, text: string): Candidate {
  const label = block.labels[1] ?? ''
  return { name: label, where: `data ${DATA}.${label}`, ...sourceContent(block, values, text) }
}

/** A document with what is lost of it. */
type Held = Pick<Candidate, 'content' | 'problems'>

function sourceContent(block: HclBlock, values: HclValues, text: string): Held {
  const problems: Problem[] = []
  const json = documentOfDataSource(block.body, scopeOf(values, losing(problems, text)))
  return { content: { kind: 'json', json }, problems }
}

/** So much is said of one document; what repeats itself is said once. */
const MOST_LOSSES = 50

function losing(into: Problem[], text: string): (offset: number, message: string) => void {
  return (offset, message) => {
    const sentence = `At ${describePosition(text, offset)}: ${message}`
    if (into.length < MOST_LOSSES && !into.some((each) => each.message === sentence))
      into.push(importProblem('import/loss', sentence))
  }
}

/** A document that is written out by an expression, whose places can be told. */
function writtenOut(
  expression: HclExpression,
  values: HclValues,
  text: string,
): Held & { readonly json: Json } {
  const problems: Problem[] = []
  const json = hclToJson(expression, scopeOf(values, losing(problems, text)))
  const placeOf = (path: Problem['path']) => describePosition(text, placeInHcl(expression, path, values))
  return { json, content: { kind: 'json', json, placeOf }, problems }
}

/** A document written out as a string or by `jsonencode`; with the reason when it is neither. */
function contentOf(expression: HclExpression, where: string, values: HclValues, text: string): Held {
  if (expression.kind === 'string' && referenceOf(expression) === '')
    return { content: { kind: 'text', text: expression.text }, problems: [] }
  const inner =
    expression.kind === 'call' && expression.name === 'jsonencode' ? expression.args[0] : expression
  const held = inner && writtenOut(followed(inner, values), values, text)
  if (held && isJsonObject(held.json)) return held
  const place = describePosition(text, expression.start)
  const message = `At ${place}: the document of ${where} is not written out in this text${hintOf(expression)}. Open what it comes from, or the output of “terraform show -json”, which has it in full.`
  return { content: { kind: 'none', problems: [importProblem('import/computed', message)] }, problems: [] }
}

function hintOf(expression: HclExpression): string {
  const written = 'written' in expression ? expression.written : ''
  return written === '' ? '' : `; it is ${written.length > 60 ? `${written.slice(0, 57)}…` : written}`
}

/** Documents in other places: arguments of modules, locals. */
function anywhere(body: HclBody, values: HclValues, text: string): readonly Candidate[] {
  return [
    ...body.attributes.flatMap(({ name, value }) => candidateOf(value, name, values, text)),
    ...body.blocks.flatMap((block) => anywhere(block.body, values, text)),
  ]
}

function candidateOf(
  expression: HclExpression,
  name: string | null,
  values: HclValues,
  text: string,
): readonly Candidate[] {
  const inner =
    expression.kind === 'call' && expression.name === 'jsonencode' ? expression.args[0] : expression
  const held = inner && documentIn(inner, values, text)
  if (!held) return []
  const where = name === null ? null : `argument ${name}, ${describePosition(text, expression.start)}`
  return [{ name, where, ...held }]
}

function documentIn(expression: HclExpression, values: HclValues, text: string): Held | null {
  if (expression.kind === 'string') {
    return /AWSPolicyFormatVersion/.test(expression.text)
      ? { content: { kind: 'text', text: expression.text }, problems: [] }
      : null
  }
  if (!['object', 'call', 'either'].includes(expression.kind)) return null
  const held = writtenOut(expression, values, text)
  return isAwsDocument(held.json) ? held : null
}

function stringOf(expression: HclExpression | undefined): string | undefined {
  return expression?.kind === 'string' && expression.text !== '' ? expression.text : undefined
}

function commentOf(body: HclBody): { readonly comment?: string } {
  const comment = stringOf(hclAttribute(body, 'comment'))
  return comment === undefined ? {} : { comment }
}
