import { toJsonText } from '../../model/json-text'
import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import type { Policy } from '../../policy/policy'
import type { PolicyRecord, Scenario } from '../../scenario/scenario'
import { importDocument } from '../aws'
import { type JsonDocument, parseJson } from '../parse-json'
import { parseUnwrapped, unwrapped } from '../unwrap'
import { importProblem } from './import-problem'
import type { Candidate, Content } from './recogniser'

/** What one candidate opens as. */
export type OpenedCandidate = { readonly problems: readonly Problem[] } & (
  | { readonly kind: 'policy'; readonly policy: Policy; readonly record?: Partial<PolicyRecord> }
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
)

/** Reads the policy of a candidate. What prevents it is said with the place that it stands at. */
export function openCandidate({ content, where, problems }: Candidate): Result<OpenedCandidate> {
  switch (content.kind) {
    case 'scenario':
      return success({ kind: 'scenario', scenario: content.scenario, problems })
    case 'policy':
      return success({ ...content, problems })
    case 'none':
      return failure(...content.problems)
    case 'document':
    case 'json':
    case 'text': {
      const document = documentOf(content)
      const imported = document.ok ? importDocument(document.value) : document
      if (!imported.ok) return failure(...imported.problems.map((problem) => inside(problem, content, where)))
      const notes = [
        ...(where === null ? [] : [unwrapped(where)]),
        ...(content.kind === 'json' ? [anew(where)] : []),
        ...problems,
      ]
      return success({ kind: 'policy', ...imported.value, problems: [...notes, ...imported.value.problems] })
    }
  }
}

/** The document of a candidate as JSON with its text; a problem of the text itself where it is none. */
export function documentOf(
  content: Extract<Content, { readonly kind: 'document' | 'json' | 'text' }>,
): Result<JsonDocument> {
  if (content.kind === 'document') return success(content.document)
  return content.kind === 'text' ? parseUnwrapped(content.text) : parseJson(documentText(content.json))
}

/** The text of a document that had none of its own. */
export function documentText(json: Parameters<typeof toJsonText>[0]): string {
  return `${toJsonText(json, 2)}\n`
}

function anew(where: string | null): Problem {
  const source = where === null ? 'The text' : 'What stood there'
  const message = `${source} is no JSON, so the document’s own text was written anew, two spaces a level.`
  return importProblem('import/written-anew', message)
}

function inside(problem: Problem, content: Content, where: string | null): Problem {
  const place = content.kind === 'json' ? content.placeOf?.(problem.path) : undefined
  const parts = [where, place && `at ${place}`].filter((part) => part != null)
  const [first] = parts
  if (first === undefined) return problem
  const head = where === null ? first.replace(/^at/, 'At') : `Inside ${parts.join(', ')}`
  return { ...problem, message: `${head}: ${problem.message}` }
}
