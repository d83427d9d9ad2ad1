import { inSentence } from '../../model/in-sentence'
import { isJsonArray, isJsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { type Failure, failure, type Result, success } from '../../model/result'
import { importDocument } from '../aws'
import { openLink, payloadOf } from '../link'
import type { JsonDocument } from '../parse-json'
import { parseUnquoted } from '../unwrap'
import { decodedText } from './encoded'
import { fencedIn } from './fenced'
import { foreignText } from './foreign'
import { importProblem } from './import-problem'
import { withoutLineSigns } from './line-signs'
import { linkInText } from './link-in-text'
import { nearlyDocument } from './nearly-document'
import type { ReadCandidates } from './open-read'
import { documentsInProse } from './prose'
import { readYaml } from './read-yaml'
import { recognise } from './recognise'
import type { Recognised, Tree } from './recogniser'
import { severalValues } from './several-values'
import { looksLikeHcl, recogniseHcl } from './terraform-hcl'

/** Finds out what a text is, and the policies in it. `name` is that of the file, if it is known. */
export function readCandidates(text: string, name: string | null): Result<ReadCandidates> {
  const payload = payloadOf(text)
  if (payload !== null) return fromLink(payload)
  const document = parseUnquoted(text)
  if (document.ok) return fromTrees([document.value], 'JSON', name) ?? unrecognised(document.value)
  if (!document.problems.some(({ code }) => code === 'json/syntax')) return document
  return fromOther(text, name, document)
}

/** A text that is no JSON; `notJson` says why, for texts that are nothing else either. */
function fromOther(text: string, name: string | null, notJson: Failure): Result<ReadCandidates> {
  const decoded = decodedText(text)
  const inner = decoded === null ? null : readCandidates(decoded, name)
  if (inner?.ok) return inner
  const values = severalValues(text)
  const several = values && fromTrees(values, 'JSON', name)
  if (several?.ok) return several
  const plain = withoutLineSigns(text)
  const signed = plain === null ? null : readCandidates(plain, name)
  if (signed?.ok) return signed
  const fenced = inFences(fencedIn(text), name)
  if (fenced) return fenced
  if (looksLikeHcl(text, name)) return withoutProblems(recogniseHcl(text))
  const yaml = mayBeYaml(text) ? readYaml(text) : null
  const found = yaml?.ok ? fromTrees(yaml.value, 'YAML', name) : null
  if (found) return found
  const isYaml = name !== null && /\.(ya?ml|template)$/i.test(name)
  const foreign = foreignText(text)
  if (isYaml && yaml && !yaml.ok && !foreign) return yaml
  const prose = documentsInProse(text)
  if (prose) return success({ ...prose, problems: [] })
  const link = linkInText(text)
  if (link !== null) return fromLink(link)
  if (foreign) return foreign
  if (yaml && !yaml.ok && /^(\w+:|---)(\s|$)/m.test(text)) return yaml
  const structured =
    yaml?.ok && yaml.value.some(({ root }) => isJsonObject(root.json) || isJsonArray(root.json))
  if (!yaml?.ok || !structured) return notJson
  const [only, second] = yaml.value
  return (second === undefined && only && nearlyDocument(only.root.json)) || nothingKnown()
}

/** What code blocks hold together; the failure of the first where none holds anything, null where there are none. */
function inFences(blocks: readonly string[], name: string | null): Result<ReadCandidates> | null {
  const read = blocks.slice(0, MOST_BLOCKS).map((block) => readCandidates(block, name))
  const found = read.flatMap((each) => (each.ok ? each.value : []))
  const [first] = found
  if (!first) return read[0] ?? null
  const unread = read.flatMap((each, index): readonly Problem[] => {
    if (each.ok || !blocks[index]?.includes('AWSPolicyFormatVersion')) return []
    const why = each.problems[0]?.message ?? ''
    return [
      importProblem(
        'import/loss',
        `The policy in code block ${index + 1} is left out. In it, ${inSentence(why)}`,
      ),
    ]
  })
  return success({
    kind: first.kind,
    candidates: found.flatMap(({ candidates }) => candidates),
    problems: [...found.flatMap(({ problems }) => problems), ...unread],
  })
}

/** So many code blocks of a text are read. */
const MOST_BLOCKS = 200

/** A text in braces is meant as JSON, though YAML would take much of what is wrong with it. */
export function mayBeYaml(text: string): boolean {
  return !/^\s*[{[]/.test(text)
}

/** What several documents of one text hold together; null when none of them is known. */
function fromTrees(
  documents: readonly JsonDocument[],
  language: 'JSON' | 'YAML',
  name: string | null,
): Result<ReadCandidates> | null {
  const known = documents
    .flatMap((document) => templateIn(document) ?? [{ ...document, language }])
    .flatMap((tree) => recognise({ ...tree, name }) ?? [])
  const [first, ...others] = known.flatMap((result) => (result.ok ? result.value : []))
  if (!first) return withoutProblems(known[0] ?? null)
  const candidates = [...first.candidates, ...others.flatMap((each) => each.candidates)]
  return success({ kind: first.kind, candidates, problems: documents.flatMap(({ problems }) => problems) })
}

/** What `aws cloudformation get-template` prints holds a template in YAML as a text; null for anything else. */
function templateIn({ root }: JsonDocument): readonly Omit<Tree, 'name'>[] | null {
  const body = isJsonObject(root.json) ? root.json.get('TemplateBody') : undefined
  const yaml = typeof body === 'string' ? readYaml(body) : null
  return yaml?.ok ? yaml.value.map((document) => ({ ...document, language: 'YAML' })) : null
}

function withoutProblems(result: Result<Recognised>): Result<ReadCandidates>
function withoutProblems(result: Result<Recognised> | null): Result<ReadCandidates> | null
function withoutProblems(result: Result<Recognised> | null): Result<ReadCandidates> | null {
  return result?.ok ? success({ ...result.value, problems: [] }) : result
}

function fromLink(payload: string): Result<ReadCandidates> {
  const opened = openLink(payload)
  if (!opened.ok) return opened
  const { scenario, problems } = opened.value
  const content = { kind: 'scenario', scenario } as const
  return success({
    kind: 'Catchment link',
    candidates: [{ name: scenario.name, where: null, content, problems }],
    problems: [],
  })
}

function unrecognised(document: JsonDocument): Failure {
  // What is too long or no object is refused as the document it would be.
  const { json } = document.root
  const asDocument = isJsonObject(json) ? null : importDocument(document)
  return asDocument && !asDocument.ok ? asDocument : (nearlyDocument(json) ?? nothingKnown())
}

function nothingKnown(): Failure {
  const message = `This is none of the things Catchment opens: ${OPENABLE}.`
  return failure(importProblem('import/unrecognised', message))
}

/** Everything that can be opened, for messages. */
export const OPENABLE =
  'an AWS traffic policy document, AWS CLI output, Terraform, CloudFormation, octoDNS, a scenario, a share link'
