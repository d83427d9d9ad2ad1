import { isJsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import { followed, hclToJson, scopeOf } from '../hcl/hcl-json'
import { placeInHcl } from '../hcl/hcl-place'
import { referenceOf } from '../hcl/hcl-references'
import type { HclScope, HclValues } from '../hcl/hcl-scope'
import { filledTemplate } from '../hcl/hcl-template'
import { type HclBlock, type HclBody, type HclExpression, hclAttribute } from '../hcl/hcl-tree'
import { parseHcl, parseHclExpression } from '../hcl/parse-hcl'
import { describePosition } from '../text-position'
import { isAwsDocument } from './aws-document'
import { importProblem } from './import-problem'
import type { Candidate, Content, Recognised } from './recogniser'
import { documentOfDataSource } from './terraform-data'
import { addressKey, type BlockInstance, instancesOf } from './terraform-instances'
import { RECORD, resourcesIn, routedBeside, terraformRecords } from './terraform-records'
import { valuesOf } from './terraform-values'

const RESOURCE = 'aws_route53_traffic_policy'
/** The same of the provider that is made from CloudFormation's types. */
const CLOUD_CONTROL = 'awscc_route53_traffic_policy'
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
  if (body.ok) return recogniseBody(body.value, text)
  const expression = parseHclExpression(text)
  if (!expression.ok) return body
  return recognised(candidateOf(expression.value, null, new Map(), text)) ?? NOTHING
}

/** The same of a configuration that was read; its offsets are those of the text. */
export function recogniseBody(body: HclBody, text: string): Result<Recognised> {
  const documents = recognised(candidatesOf(body, text))
  const records = recordsIn(body, text)
  if (!documents?.ok) return records ?? NOTHING
  const { kind, candidates } = documents.value
  return success({ kind, candidates: [...candidates, ...routedBeside(records)] })
}

function recognised(candidates: readonly Candidate[]): Result<Recognised> | null {
  if (candidates.length > 0) {
    const openable = candidates.filter(({ content }) => content.kind !== 'none')
    const shut = candidates.filter(({ content }) => content.kind === 'none')
    return success({ kind: 'Terraform configuration', candidates: [...openable, ...shut] })
  }
  return null
}

const NOTHING = failure(
  importProblem(
    'import/no-policy',
    `This Terraform configuration holds no ${RESOURCE}, no ${DATA} and no ${RECORD}.`,
  ),
)

function candidatesOf(body: HclBody, text: string): readonly Candidate[] {
  const values = valuesOf(body)
  const data = labelled(body, 'data', DATA)
  const resources = [RESOURCE, CLOUD_CONTROL].flatMap((type) =>
    labelled(body, 'resource', type).flatMap((block) =>
      eachOf(block, values, text, (instance) => resourceCandidate(instance, data, text)),
    ),
  )
  // A document that a resource takes is opened under the resource's name.
  const used = new Set(resources.flatMap(({ source }) => source ?? []))
  const documents = data
    .filter((block) => !used.has(block))
    .flatMap((block) => eachOf(block, values, text, (instance) => [dataCandidate(instance)]))
  const found = [...resources.map(({ candidate }) => candidate), ...documents]
  return found.length > 0 ? found : anywhere(body, values, text)
}

/** The record sets of a configuration, which amount to policies too. */
function recordsIn(body: HclBody, text: string): Result<Recognised> | null {
  const problems: Problem[] = []
  const scope = scopeOf(valuesOf(body), losing(problems, text))
  const found = terraformRecords(resourcesIn(body, scope))
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

/** A block as it stands in the text, for one of those that it is made for. */
interface Instance extends BlockInstance {
  /** What was said of it so far; what is said later is added. */
  readonly problems: Problem[]
}

/** What is made of each instance of a block. */
function eachOf<T>(
  block: HclBlock,
  values: HclValues,
  text: string,
  make: (instance: Instance) => readonly T[],
): readonly T[] {
  const common: Problem[] = []
  const say = losing(common, text)
  const instances = instancesOf(block, scopeOf(values, say))
  const most = Math.max(1, Math.floor(MOST_REPEATED / text.length))
  if (instances.length > most) {
    say(block.start, `this is made ${instances.length} times, of which the first ${most} are opened.`)
  }
  return instances.slice(0, most).flatMap((instance) => {
    const problems = [...common]
    const scope = { ...scopeOf(values, losing(problems, text)), bound: instance.scope.bound }
    return make({ ...instance, problems, scope })
  })
}

/** In UTF-16 units, of a text for all that it is made for: what is read within a fraction of a second. */
const MOST_REPEATED = 2_000_000

interface ResourceCandidate {
  readonly candidate: Candidate
  /** The data source that makes its document. */
  readonly source?: HclBlock
}

function resourceCandidate(
  instance: Instance,
  data: readonly HclBlock[],
  text: string,
): readonly ResourceCandidate[] {
  const { block, scope, key, problems } = instance
  const [type = '', label = ''] = block.labels
  const head = {
    name: wordIn(block.body, 'name', scope) ?? label + addressKey(key),
    where: `resource ${type}.${label}${addressKey(key)}`,
    ...commentOf(block.body, scope),
  }
  const written = hclAttribute(block.body, 'document')
  if (written === undefined) return []
  const expression = followed(written, scope.values)
  const source = data.find((each) => isDocumentOf(each, referenceOf(expression)))
  const held = source
    ? sourceContent({ ...instance, block: source })
    : contentOf(expression, head.where, instance, text)
  return [{ candidate: { ...head, content: held, problems }, ...(source && { source }) }]
}

/** Whether a reference is to what a data source makes, or one instance of it. */
function isDocumentOf({ labels }: HclBlock, reference: string): boolean {
  return reference.replace(/\[[^\]]*\](?=\.json$)/, '') === `data.${DATA}.${labels[1]}.json`
}

function dataCandidate(instance: Instance): Candidate {
  const name = `${instance.block.labels[1] ?? ''}${addressKey(instance.key)}`
  return {
    name,
    where: `data ${DATA}.${name}`,
    content: sourceContent(instance),
    problems: instance.problems,
  }
}

function sourceContent({ block, scope }: Instance): Content {
  return { kind: 'json', json: documentOfDataSource(block.body, scope) }
}

/** So much is said of one document; what repeats itself is said once. */
const MOST_LOSSES = 50

function losing(into: Problem[], text: string): HclScope['say'] {
  return (offset, message, code = 'import/loss') => {
    const sentence = `At ${describePosition(text, offset)}: ${message}`
    if (into.length < MOST_LOSSES && !into.some((each) => each.message === sentence))
      into.push(importProblem(code, sentence))
  }
}

/** A document that is written out by an expression, whose places can be told. */
function writtenOut(expression: HclExpression, scope: HclScope, text: string): JsonContent {
  const json = hclToJson(expression, scope)
  const placeOf = (path: Problem['path']) =>
    describePosition(text, placeInHcl(expression, path, scope.values))
  return { kind: 'json', json, placeOf }
}

type JsonContent = Extract<Content, { readonly kind: 'json' }>

/** A document written out as a string or by `jsonencode`; with the reason when it is neither. */
function contentOf(
  expression: HclExpression,
  where: string,
  { scope }: Pick<Instance, 'scope'>,
  text: string,
): Content {
  if (expression.kind === 'string' && referenceOf(expression) === '')
    return { kind: 'text', text: filledTemplate(expression.text, scope) }
  const inner =
    expression.kind === 'call' && expression.name === 'jsonencode' ? expression.args[0] : expression
  const held = inner && writtenOut(followed(inner, scope.values), scope, text)
  if (held && isJsonObject(held.json)) return held
  const place = describePosition(text, expression.start)
  const message = `At ${place}: the document of ${where} is not written out in this text${hintOf(expression)}. Open what it comes from, or the output of “terraform show -json”, which has it in full.`
  return { kind: 'none', problems: [importProblem('import/computed', message)] }
}

function hintOf(expression: HclExpression): string {
  const written = 'written' in expression ? expression.written : ''
  return written === '' ? '' : `; it is ${written.length > 60 ? `${written.slice(0, 57)}…` : written}`
}

/** A text argument as far as it is written out; undefined for one that is computed by more than placeholders. */
function wordIn(body: HclBody, name: string, scope: HclScope): string | undefined {
  const expression = hclAttribute(body, name)
  const json = expression && hclToJson(expression, scope)
  if (typeof json !== 'string' || json === '') return undefined
  return expression?.kind === 'string' || !json.includes('${') ? json : undefined
}

function commentOf(body: HclBody, scope: HclScope): { readonly comment?: string } {
  const comment = wordIn(body, 'comment', scope)
  return comment === undefined ? {} : { comment }
}

/** Documents in other places: arguments of modules, locals, inputs. */
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
  const problems: Problem[] = []
  const content = inner && documentIn(inner, scopeOf(values, losing(problems, text)), text)
  if (!content) {
    return expression.kind === 'object'
      ? expression.members.flatMap(({ key, value }) => candidateOf(value, key, values, text))
      : []
  }
  const where = name === null ? null : `argument ${name}, ${describePosition(text, expression.start)}`
  return [{ name, where, content, problems }]
}

function documentIn(expression: HclExpression, scope: HclScope, text: string): Content | null {
  if (expression.kind === 'string') {
    return expression.text.includes('AWSPolicyFormatVersion')
      ? { kind: 'text', text: filledTemplate(expression.text, scope) }
      : null
  }
  if (!['object', 'call', 'either'].includes(expression.kind)) return null
  const held = writtenOut(expression, scope, text)
  return isAwsDocument(held.json) ? held : null
}
