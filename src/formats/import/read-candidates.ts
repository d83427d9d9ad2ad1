import { isJsonObject } from '../../model/json'
import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import { importDocument } from '../aws'
import { openLink, payloadOf } from '../link'
import type { JsonDocument } from '../parse-json'
import { parseUnquoted } from '../unwrap'
import { importProblem } from './import-problem'
import { recognise } from './recognise'
import type { Recognised } from './recogniser'

/** What a text holds, with what reading it had to say of the whole. */
export interface ReadCandidates extends Recognised {
  readonly problems: readonly Problem[]
}

/** Finds out what a text is, and the policies in it. `name` is that of the file, if it is known. */
export function readCandidates(text: string, name: string | null): Result<ReadCandidates> {
  const payload = payloadOf(text)
  if (payload !== null) return fromLink(payload)
  const document = parseUnquoted(text)
  if (!document.ok) return document
  const recognised = recognise({ ...document.value, language: 'JSON', name })
  if (!recognised) return unrecognised(document.value)
  return recognised.ok ? success({ ...recognised.value, problems: document.value.problems }) : recognised
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

function unrecognised(document: JsonDocument): Result<never> {
  // What is too long or no object is refused as the document it would be.
  const asDocument = isJsonObject(document.root.json) ? null : importDocument(document)
  if (asDocument && !asDocument.ok) return asDocument
  return failure(
    importProblem('import/unrecognised', `This is none of the things Catchment opens: ${OPENABLE}.`),
  )
}

/** Everything that can be opened, for messages. */
export const OPENABLE =
  'an AWS traffic policy document, AWS CLI output, Terraform, CloudFormation, octoDNS, a scenario, a share link'
