import { equalJson, isJsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { checkPolicy } from '../../policy/check'
import { findRepairs, fixesFor, repairDocument } from '../../policy/repair/find-repairs'
import type { Repair } from '../../policy/repair/repair'
import { importDocument } from '../aws'
import { isAwsDocument } from '../import/aws-document'
import { nearlyDocument } from '../import/nearly-document'
import { documentOf, documentText, openCandidate } from '../import/open-candidate'
import { indexOfChoice } from '../import/pick'
import { mayBeYaml, readCandidates } from '../import/read-candidates'
import { readYaml } from '../import/read-yaml'
import type { Candidate, Content } from '../import/recogniser'
import { type JsonDocument, parseJson } from '../parse-json'
import { patchJson } from '../patch'
import { VERSION_KEY } from '../scenario-json'
import { isSyntaxBox } from '../syntax-fault'
import { parseUnquoted } from '../unwrap'
import { type CodedEdit, TEXT_REPAIRS, type TextRepairCode } from './nearly-json'
import { nearlyVariants } from './nearly-variants'

/** A repair of the text itself, all its places together; without it there is no document to repair. */
export interface TextRepair {
  readonly code: TextRepairCode
  readonly title: string
  readonly places: number
}

/** A text that was mended. */
export interface RepairedText {
  /** The document before, as it stands in the text. */
  readonly before: string
  readonly after: string
  readonly textRepairs: readonly TextRepair[]
  readonly repairs: readonly Repair[]
  /** Everything that was offered: what was done, and what was left out since it was not wanted. */
  readonly offered: readonly Repair[]
  /** Whether it opens now; `problems` say what is still wrong. */
  readonly opens: boolean
  readonly problems: readonly Problem[]
}

export interface RepairTextOptions {
  readonly name?: string | null
  readonly choice?: number | string
  /** Which repairs to make; all safe ones without it. */
  readonly wanted?: (repair: Repair) => boolean
}

/** Mends a text as far as the intent is plain; null when there is nothing in it that could be mended. */
export function repairText(
  text: string,
  { name = null, choice = 0, wanted = ({ safe }) => safe }: RepairTextOptions = {},
): RepairedText | null {
  const source = sourceOf(text, name, choice)
  if (!source) return null
  const { document, before, textRepairs } = source
  if (!document) {
    return { before, after: source.after, textRepairs, repairs: [], offered: [], opens: true, problems: [] }
  }
  const { document: mended, repairs } = repairDocument(document.root.json, wanted)
  const after = equalJson(mended, document.root.json)
    ? document.text
    : patchJson(document.text, document.root, mended)
  const parsed = parseJson(after)
  const imported = parsed.ok ? importDocument(parsed.value) : parsed
  const left = parsed.ok ? findRepairs(parsed.value.root.json) : []
  return {
    before,
    after,
    textRepairs,
    repairs,
    offered: [...repairs, ...left],
    opens: imported.ok,
    problems: imported.ok ? checkPolicy(imported.value.policy) : imported.problems,
  }
}

/** The repair for each problem of a text that does not open; that of the text itself for its syntax. */
export function fixesOfText(
  text: string,
  problems: readonly Problem[],
  { name = null, choice = 0 }: RepairTextOptions = {},
): ReadonlyMap<Problem, Repair> {
  const source = sourceOf(text, name, choice)
  if (!source) return new Map()
  const [first] = source.textRepairs
  if (!first) return source.document ? fixesFor(source.document.root.json, problems) : new Map()
  const title = source.textRepairs.map((repair) => repair.title).join('; ')
  const syntax = problems.filter(({ code }) => code === 'json/syntax')
  const fix: Repair = { code: 'repair/text', title, path: [], safe: true, mends: ['json/syntax'], edits: [] }
  return new Map(syntax.map((problem) => [problem, fix]))
}

/** The document that a text holds or nearly holds. */
interface DocumentSource {
  readonly document: JsonDocument
  readonly before: string
  readonly textRepairs: readonly TextRepair[]
}

/** A text that holds something else, or several documents, and is JSON once its own repairs are made. */
interface MendedSource {
  readonly document: null
  readonly before: string
  readonly after: string
  readonly textRepairs: readonly TextRepair[]
}

type Source = DocumentSource | MendedSource

function sourceOf(text: string, name: string | null, choice: number | string): Source | null {
  const read = readCandidates(text, name)
  if (read.ok) {
    const content = read.value.candidates[indexOfChoice(read.value.candidates, choice)]?.content
    return content ? inContent(content) : null
  }
  const document = asDocument(text)
  if (document) return { document, before: document.text, textRepairs: [] }
  return parseJson(text).ok ? null : (inYaml(text) ?? nearly(text))
}

/** The document of a candidate, whether it opens or not. */
function inContent(content: Content): DocumentSource | null {
  if (content.kind !== 'document' && content.kind !== 'json' && content.kind !== 'text') return null
  const document = documentOf(content)
  if (document.ok) return { document: document.value, before: document.value.text, textRepairs: [] }
  const source = content.kind === 'text' ? nearly(content.text) : null
  return source?.document ? source : null
}

/** The one document of a text in YAML that is not AWS’s yet, written out as JSON. */
function inYaml(text: string): DocumentSource | null {
  const yaml = mayBeYaml(text) ? readYaml(text) : null
  const [only, second] = yaml?.ok ? yaml.value : []
  if (!only || second !== undefined || !nearlyDocument(only.root.json)) return null
  const document = parseJson(documentText(only.root.json))
  return document.ok ? { document: document.value, before: text, textRepairs: [] } : null
}

/** In UTF-16 units; three times what Route 53 takes. */
const LONGEST_NEARLY = 300_000

/** A text that nearly is JSON, in the first way of reading it that makes something that opens or nearly does. */
function nearly(text: string): Source | null {
  if (text.length > LONGEST_NEARLY || isSyntaxBox(text)) return null
  for (const { text: mended, edits } of nearlyVariants(text)) {
    const source = inMended(text, mended, counted(edits))
    if (source) return source
  }
  return null
}

function inMended(before: string, mended: string, textRepairs: readonly TextRepair[]): Source | null {
  const read = readCandidates(mended, null)
  if (!read.ok) {
    const document = asDocument(mended)
    return document && { document, before, textRepairs }
  }
  const [only] = read.value.candidates
  const source = only && !holdsSeveral(read.value.candidates) ? inContent(only.content) : null
  // What holds several, or no document of its own, opens as a whole.
  if (!source) return { document: null, before, after: mended, textRepairs }
  const shown = only?.where == null ? before : source.before
  return { ...source, before: shown, textRepairs: [...textRepairs, ...source.textRepairs] }
}

/** So many are looked into. */
const MOST_POLICIES = 100

/** Whether there are several policies, all of which open as they are. */
function holdsSeveral(candidates: readonly Candidate[]): boolean {
  if (candidates.length < 2) return false
  return candidates.slice(0, MOST_POLICIES).every((candidate) => openCandidate(candidate).ok)
}

/** A text that is a document or nearly one, but no scenario; null for any other. */
function asDocument(text: string): JsonDocument | null {
  const parsed = parseUnquoted(text)
  if (!parsed.ok) return null
  const { json } = parsed.value.root
  if (isJsonObject(json) && json.has(VERSION_KEY)) return null
  return isAwsDocument(json) || nearlyDocument(json) ? parsed.value : null
}

function counted(edits: readonly CodedEdit[]): readonly TextRepair[] {
  const counts = new Map<TextRepairCode, number>()
  for (const { code } of edits) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, places]) => ({ code, title: TEXT_REPAIRS[code], places }))
}

/** Whether a text that does not open would open after its safe repairs. */
export function canRepair(text: string, name: string | null, choice: number | string = 0): boolean {
  return repairText(text, { name, choice })?.opens === true
}
